import type { Ctx } from '../../core/context'
import type { Deps } from '../../core/deps'
import { checkWords, checkWordsOf, type CheckReport, type PublicWords } from '../../core/words-check'
import { emit } from '../../core/outbox'
import { takePlace, updatePost, type PostRow } from './repo'

/** Somebody was answered, and what was said may be read. */
export const ANSWERED = 'thread.answered'

type Teller = Pick<Ctx, 'db' | 'now' | 'newId'>

/** Tells whoever is answered, once, when the words may be read. */
export async function tellAnswered(ctx: Teller, post: PostRow): Promise<void> {
  if (post.mentions !== null && post.content === 'passed' && post.hiddenAt === null) {
    await emit(ctx, ANSWERED, { id: post.id }, `${ANSWERED}:${post.id}`)
  }
}

/** What passes is new to everybody who watches. */
const POST: PublicWords<PostRow> = {
  table: 'post',
  of: ({ userId, words }) => ({ authorId: userId, text: words }),
  async passed(ctx, post) {
    await updatePost(ctx.db, post.id, { seq: await takePlace(ctx.db, post.threadId, 0) })
    await tellAnswered(ctx, post)
  },
}

/** Asks about every post that is due. */
export const checkPosts = (deps: Deps, newId: () => string): Promise<CheckReport> =>
  checkWords(deps, newId, POST)

/** The same at once for a post that has just been written down. */
export const checkAfterPost = (deps: Deps, newId: () => string, { id }: { id: string }): Promise<void> =>
  checkWordsOf(deps, newId, POST, id)
