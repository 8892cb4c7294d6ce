import type { PictureView } from './picture'

export const TONES = ['neutral', 'progress', 'good', 'urgent'] as const
/** Mood of a card; the client maps it to colours. */
export type Tone = (typeof TONES)[number]

export interface FeedItemView {
  id: string
  areaCode: string
  title: string
  /** May be empty. */
  body: string
  /** Two to eight characters on the tag: 已接单, 办结. */
  label: string
  tone: Tone
  /** Page to open: features/appeal/detail/index?id=… */
  path: string
  picture?: PictureView
  /** ISO 8601, UTC. */
  at: string
}

export const DELIVERY_STATES = ['waiting', 'shared', 'arrived', 'dead'] as const
/** waiting: the worker has not shared it · shared: the worker tapped · arrived: somebody opened it from the group. */
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** One grid of a message to many: pending: in its turn · told · stopped: before its turn came. */
export const BROADCAST_STATES = ['pending', 'told', 'stopped'] as const
export type BroadcastState = (typeof BROADCAST_STATES)[number]

/** What is told first when much waits; senders of the same lane take turns. */
export const BROADCAST_LANES = ['emergency', 'important', 'ordinary'] as const
export type BroadcastLane = (typeof BROADCAST_LANES)[number]

/** A card that waits for its grid worker to share it into the group. */
export interface DeliveryView {
  id: string
  areaCode: string
  areaName: string
  title: string
  body: string
  label: string
  tone: Tone
  path: string
  state: DeliveryState
  createdAt: string
}

export interface FeedApi {
  /** Newest first. The caller's own grid when no area is given. */
  'feed.list': {
    input: { areaCode?: string; cursor?: string; limit?: number; since?: string }
    output: { items: FeedItemView[]; nextCursor?: string }
  }
  'delivery.mine': {
    input: { cursor?: string; limit?: number }
    output: { items: DeliveryView[]; nextCursor?: string }
  }
  /**
   * Tries again at once what cannot be told inside the area, and for the whole district the events that were given up.
   * Returns how many grids and events.
   */
  'delivery.retry': { input: { areaCode: string }; output: { grids: number; events: number } }
  'delivery.markShared': { input: { id: string }; output: DeliveryView }
}
