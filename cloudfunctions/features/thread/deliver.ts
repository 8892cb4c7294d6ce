import { maskName } from '../../core/masking'
import type { Deliverer } from '../../core/outbox'
import { apartFromUser } from '../block/queries'
import { tellPeople } from '../notice/queries'
import { ANSWERED } from './check'
import { OWNERS } from './owners'
import { findPost, findThreadById, listNames } from './repo'

/** Whoever is answered, unless the two do not want to meet or it is hidden by now. */
const tellAnswered: Deliverer = async (ctx, payload) => {
  const post = await findPost(ctx.db, payload.id ?? '')
  const thread = post === undefined ? undefined : await findThreadById(ctx.db, post.threadId)
  if (post?.mentions == null || post.hiddenAt !== null || thread === undefined) {
    return
  }
  const [page, apart, names] = await Promise.all([
    OWNERS[thread.kind].page(ctx.db, thread.targetId),
    apartFromUser(ctx.db, post.mentions),
    listNames(ctx.db, [post.userId]),
  ])
  if (page === undefined || apart.has(post.userId)) {
    return
  }
  const by = post.byStaff ? '工作人员' : maskName(names.get(post.userId) ?? '') || '一位邻居'
  const said = { label: '回了您', tone: 'progress', body: `${by}回了您:“${post.words}”` } as const
  await tellPeople(ctx, [{ ...page, ...said, userId: post.mentions }])
}

/** Event → who is told and in which words. */
export const threadDeliverers: Record<string, Deliverer> = { [ANSWERED]: tellAnswered }
