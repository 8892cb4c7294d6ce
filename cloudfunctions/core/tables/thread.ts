import type { ColumnType, Generated } from 'kysely'
import type { ContentState } from '~/types/content'
import type { PostReportKind, ThreadKind } from '~/types/thread'

type Late<T> = ColumnType<T | null, T | null | undefined, T | null>

interface BlockedPairTable {
  id: string
  userId: string
  otherId: string
  at: Date
}
interface ThreadTable {
  id: string
  kind: ThreadKind
  targetId: string
  areaCode: string
  last: Generated<number>
  posts: Generated<number>
}
interface PostTable {
  id: string
  threadId: string
  seq: number
  userId: string
  byStaff: boolean
  words: string
  replyTo: string | null
  mentions: string | null
  at: Date
  hiddenBy: Late<string>
  hiddenAt: Late<Date>
  hiddenWhy: Generated<string>
  passedBy: Late<string>
  content: Generated<ContentState>
  checkAt: Late<Date>
  checkTries: Generated<number>
}
interface PostPictureTable {
  postId: string
  position: number
  pictureId: string
}
interface PostReportTable {
  id: string
  postId: string
  userId: string
  kind: PostReportKind
  words: Generated<string>
  at: Date
  handledBy: Late<string>
  handledAt: Late<Date>
  outcome: Generated<string>
}

export interface ThreadTables {
  blockedPair: BlockedPairTable
  thread: ThreadTable
  post: PostTable
  postPicture: PostPictureTable
  postReport: PostReportTable
}
