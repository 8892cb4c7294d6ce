import type { Tone } from './feed'

/** What one person is told: a place that became free, a ballot not yet cast, a neighbour who will help. */
export interface NoticeView {
  id: string
  title: string
  /** May be empty. */
  body: string
  /** Two to eight characters on the tag: 有位置了, 快截止. */
  label: string
  tone: Tone
  /** Page to open, with its query. */
  path: string
  /** ISO 8601, UTC. */
  at: string
  read: boolean
}

export interface NoticeApi {
  /** What the caller was told, newest first. */
  'notice.list': {
    input: { unread?: boolean; cursor?: string; limit?: number }
    output: { items: NoticeView[]; unread: number; nextCursor?: string }
  }
  /** The caller has seen this one. */
  'notice.read': { input: { id: string }; output: NoticeView }
}
