import type { ContentState } from './content'
import type { PictureView } from './picture'

/** Nouns that a thread may hang on. */
export const THREAD_KINDS = ['help'] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

/** What a thread hangs on. */
export interface ThreadTarget {
  kind: ThreadKind
  id: string
}

/** Limits in characters, and pictures of a post. */
export const POST_LIMITS = { words: 300, reason: 200, pictures: 3 } as const

export const POST_REPORT_KINDS = ['rude', 'selling', 'numbers', 'untrue', 'other'] as const
export type PostReportKind = (typeof POST_REPORT_KINDS)[number]

/** Reasons that accompany CONFLICT and RATE_LIMITED. */
export const THREAD_REASONS = ['thread_closed', 'post_hidden', 'too_many'] as const
export type ThreadReason = (typeof THREAD_REASONS)[number]

/** What may be done with a post; a view lists those that the caller may use now. */
export type PostAction = `thread.${'hide' | 'report' | 'pass' | 'block'}`

export interface PostView {
  id: string
  /** 您, 工作人员, 张**, 一位邻居. */
  by: string
  byStaff: boolean
  mine: boolean
  /** Said by who asked, so that others see whose thread it is. */
  byAsker: boolean
  /** Empty when it is hidden and the reader is not of the staff. */
  words: string
  pictures: PictureView[]
  /** Whom it answers. */
  replyTo?: { id: string; by: string }
  /** Answers the caller. */
  toMe: boolean
  content: ContentState
  hidden: boolean
  /** Reports that nobody has looked at; for staff. */
  reportCount?: number
  at: string
  can: PostAction[]
}

export interface ThreadPage {
  /** Oldest first. What changed comes again: a post that was hidden or let pass replaces the earlier one by its id. */
  items: PostView[]
  /** Where the next question goes on; give it as `since`. */
  cursor: string
  /** More has changed than fits; ask again at once. */
  more: boolean
  /** Older posts than these; give it as `before`. Only in answers without `since`. */
  older?: string
  canPost: boolean
}

export interface ThreadApi {
  /** The newest posts; with `since`, what has changed after it, in a few hundred bytes. */
  'thread.list': {
    input: { target: ThreadTarget; since?: string; before?: string; limit?: number }
    output: ThreadPage
  }
  'thread.post': {
    input: { target: ThreadTarget; words: string; pictureIds?: string[]; replyTo?: string; name?: string }
    output: PostView
  }
  /** Staff hides a post, with a reason that stays, and its reports are handled by it; or somebody takes back their own. */
  'thread.hide': { input: { id: string; words?: string }; output: PostView }
  'thread.report': { input: { id: string; kind: PostReportKind; words?: string }; output: PostView }
  /** Staff has looked: what the platform held back or somebody reported may stand. */
  'thread.pass': { input: { id: string; words: string }; output: PostView }
  /** The caller and who wrote this are no longer shown each other. */
  'thread.block': { input: { id: string }; output: { blocked: true } }
}

/** Somebody whom the caller does not want to meet in the program. */
export interface BlockView {
  id: string
  /** Masked. */
  name: string
  at: string
}
export interface BlockApi {
  'block.list': { input: Record<string, never>; output: { items: BlockView[] } }
  'block.remove': { input: { id: string }; output: { items: BlockView[] } }
}
