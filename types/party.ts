/** 党员报到 (双报到): members of unit organisations register where they live and take a post there (domain rules 2.4). */

export const PARTY_STATUSES = ['registered', 'confirmed', 'declined', 'left'] as const
export type PartyStatus = (typeof PARTY_STATUSES)[number]
/** One of these at a time for a person. */
export const CURRENT_PARTY_STATUSES = ['registered', 'confirmed'] as const satisfies readonly PartyStatus[]

/** Characters; posts that one person may hold. */
export const PARTY_LIMITS = { organisation: 40, post: 20, line: 60, reason: 200, posts: 5 } as const
/** The numbers of the setting `party.duty`: activities or hours of service a year, either of which is enough. */
export const PARTY_DUTIES = ['activities', 'hours'] as const
export type PartyDuty = (typeof PARTY_DUTIES)[number]

/** Reasons that accompany CONFLICT. */
export const PARTY_REASONS = [
  'wrong_status',
  'changed',
  'no_grid',
  'last_post',
  'registered_already',
] as const
export type PartyReason = (typeof PARTY_REASONS)[number]

export interface PartyPostView {
  id: string
  name: string
  /** What it is about. */
  line: string
  shown: boolean
  /** Members who hold it. */
  holders: number
  taken: boolean
  can: ('party.takePost' | 'party.offerPost')[]
}

export interface DutyView {
  /** Calendar year of Shanghai. */
  year: number
  activities: number
  minutes: number
  needs: Record<PartyDuty, number>
  /** Enough of either. */
  met: boolean
}

export interface PartyMemberView {
  id: string
  /** Whole for the village, 王** in reports. */
  name: string
  organisation: string
  areaName: string
  status: PartyStatus
  posts: string[]
  /** ISO 8601, UTC. */
  registeredAt: string
  reason?: string
  can: ('party.confirm' | 'party.leave')[]
}

export interface OrganisationView {
  organisation: string
  /** All who registered, the confirmed ones among them. */
  registered: number
  confirmed: number
  /** Confirmed members whose duty of the year is done. */
  met: number
}

export interface PartyApi {
  /** Registers with the own village, with at least one post. */
  'party.checkIn': { input: { organisation: string; postIds: string[] }; output: PartyMemberView }
  'party.mine': {
    input: Record<string, never>
    output: { member: PartyMemberView | null; duty: DutyView | null }
  }
  /** Posts of the own village; for its staff also those that are put away. */
  'party.posts': { input: Record<string, never>; output: { items: PartyPostView[]; canOffer: boolean } }
  'party.takePost': { input: { postId: string; taken: boolean }; output: PartyPostView }
  'party.offerPost': {
    input: { id?: string; name: string; line: string; shown: boolean }
    output: PartyPostView
  }
  /** The village says that it knows the member, or does not. */
  'party.confirm': { input: { id: string; confirmed: boolean; reason?: string }; output: PartyMemberView }
  /** Ends the own registration: moved away, another village. */
  'party.leave': { input: { id: string }; output: PartyMemberView }
  /** Members who registered in the villages of the caller. */
  'party.members': {
    input: { status?: PartyStatus; cursor?: string; limit?: number }
    output: { items: PartyMemberView[]; nextCursor?: string }
  }
  /** Members of an area by organisation; with one named, its people, masked. */
  'party.report': {
    input: { areaCode: string; organisation?: string }
    output: { items: OrganisationView[]; people: { name: string; posts: number; met: boolean }[] }
  }
}
