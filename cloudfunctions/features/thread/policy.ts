import type { PostAction } from '~/types/thread'
import type { Row } from '../../core/schema'

type Post = Row<'post'>

/** Who reads a thread. */
export interface Reader {
  userId: string
  isStaff: boolean
  /** People who are not shown to the reader. */
  apart: ReadonlySet<string>
}

/** Authors see their own words and staff all of them at once, neighbours what the platform lets pass. */
export function maySee({ userId, isStaff, apart }: Reader, post: Post): boolean {
  return post.userId === userId || isStaff || (post.content === 'passed' && !apart.has(post.userId))
}

/** Whether the reader may do it at all, and whether this is the moment. */
export function judge(
  action: PostAction,
  { userId, isStaff }: Reader,
  post: Post,
  openReports: number,
): { may: boolean; now: boolean } {
  const mine = post.userId === userId
  const shown = post.hiddenAt === null
  switch (action) {
    case 'thread.hide':
      return { may: isStaff || mine, now: shown }
    case 'thread.report':
      return { may: !mine && !isStaff, now: shown }
    case 'thread.pass':
      return { may: isStaff, now: shown && (post.content === 'held' || openReports > 0) }
    case 'thread.block':
      return { may: !mine && !isStaff && !post.byStaff, now: true }
  }
}

const ACTIONS: PostAction[] = ['thread.hide', 'thread.report', 'thread.pass', 'thread.block']

/** What the reader may do with a post now. */
export function allowedActions(reader: Reader, post: Post, openReports: number): PostAction[] {
  return ACTIONS.filter((action) => {
    const { may, now } = judge(action, reader, post, openReports)
    return may && now
  })
}
