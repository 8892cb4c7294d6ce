import type { AreaView } from './area'
import type { Role, Rule } from './roles'

/** How sure we are which grid a person belongs to, weakest first. */
export const ASSURANCES = ['self', 'group', 'worker'] as const
export type Assurance = (typeof ASSURANCES)[number]

/** Longest name a neighbour may go by, in characters. */
export const NAME_MAX = 20
/** Version of the privacy notice that is shown; raising it asks again before the next personal datum. */
export const PRIVACY_VERSION = 1

export interface MembershipView {
  area: AreaView
  assurance: Assurance
  /** ISO 8601, UTC. */
  since: string
}

export interface AssignmentView {
  id: string
  userId: string
  /** Full name for staff of the area, masked otherwise. */
  userName: string
  role: Role
  area: AreaView
  /** Name of the department for department officers. */
  departmentName?: string
  /** ISO 8601, UTC. */
  from: string
  /** ISO 8601, UTC; absent while open-ended. */
  to?: string
  can: 'assignment.end'[]
}

/** A role that the caller may give, and the area inside which. */
export interface GivableView {
  role: Role
  areaCode: string
  /** The departments of that area; only for the role that belongs to one. */
  departments?: { code: string; name: string }[]
}

/** The group the program was opened from, as far as the server could resolve it. */
export interface GroupView {
  /** The grid the group is bound to, or null while nobody has bound it. */
  area: AreaView | null
  can: ('group.bind' | 'membership.choose')[]
}

export interface GridWorkerView {
  /** Masked to the surname with 师傅 unless the worker shows the full name: 李师傅. */
  name: string
  /** Duty number of the grid, for one-tap calls. */
  phone: string
}

/** Rules that open a page of their own, for those who have them anywhere. */
export const OPENING_RULES = [
  'announcement.manage',
  'help.manage',
  'membership.manage',
  'group.bind',
  'delivery.retry',
  'assignment.view',
  'setting.propose',
  'survey.manage',
  'survey.view',
  'evaluation.manage',
  'evaluation.view',
  'points.propose',
  'points.decide',
  'points.goods',
  'party.manage',
  'party.view',
  'civility.remind',
] as const satisfies readonly Rule[]
export type OpeningRule = (typeof OPENING_RULES)[number]

export interface MeView {
  /** The server's time, by which clients count down; ISO 8601, UTC. */
  now: string
  userId: string
  /** How neighbours call this person; empty until given. */
  name: string
  /** 138****5678; absent until given. */
  phone?: string
  partyMember: boolean
  /** Privacy notice accepted in its current version. */
  consented: boolean
  membership: MembershipView | null
  group: GroupView | null
  /** The grid whose public things are shown: the group's, else the own one. */
  grid: AreaView | null
  gridWorkers: GridWorkerView[]
  assignments: AssignmentView[]
  can: ('workbench' | OpeningRule)[]
}

/** Somebody of the ledger, as far as their grid worker needs it to tell who they are. */
export interface ResidentView {
  id: string
  /** Surname only. */
  name: string
  door: string
  sex: 'female' | 'male'
  /** Year of birth. */
  bornIn: number
}

/** How a grid worker made sure who of the ledger a member is: face to face, or on the telephone number the grid has. */
export const LINK_WAYS = ['met', 'called'] as const
export type LinkWay = (typeof LINK_WAYS)[number]

/** One member of a grid, as its grid worker sees it. */
export interface MemberView {
  userId: string
  name: string
  phone?: string
  partyMember: boolean
  area: AreaView
  assurance: Assurance
  since: string
  /** Who the member is in the ledger; only for those who may say so, absent while nobody has. */
  resident?: ResidentView
  can: MemberAction[]
}
export type MemberAction =
  'membership.confirm' | 'membership.move' | 'membership.candidates' | 'membership.link' | 'membership.unlink'

export interface MeApi {
  /** Opening the program. Records the membership that the group proves and the arrival of a shared card. */
  'me.enter': { input: { deliveryId?: string }; output: MeView }
  'me.update': { input: { name?: string; phone?: string }; output: MeView }
  'me.consent': { input: { version: number }; output: MeView }
  /** Everything that is kept about the caller, readable by people. */
  'me.export': { input: Record<string, never>; output: { madeAt: string; sections: ExportSection[] } }
  /** Removes the person; what the law keeps is pseudonymised. */
  'me.remove': { input: { confirm: true }; output: { removedAt: string } }
  'membership.choose': { input: { areaCode: string }; output: MeView }
  'membership.list': {
    input: { areaCode: string; words?: string; cursor?: string; limit?: number }
    output: { items: MemberView[]; nextCursor?: string }
  }
  'membership.confirm': { input: { userId: string }; output: MemberView }
  'membership.move': { input: { userId: string; areaCode: string }; output: MemberView }
  /** People in the ledger of the member's grid whom nobody in the program is yet, by door. */
  'membership.candidates': {
    input: { userId: string; words?: string; cursor?: string; limit?: number }
    output: { items: ResidentView[]; nextCursor?: string }
  }
  /** Says which person of the ledger a member is; from then on they count as that person. */
  'membership.link': {
    input: { userId: string; residentId: string; how: LinkWay }
    output: MemberView
  }
  'membership.unlink': { input: { userId: string; reason: string }; output: MemberView }
  /** Binds the group that the program was opened from to one grid. */
  'group.bind': { input: { areaCode: string; reason?: string }; output: MeView }
  'assignment.list': {
    input: { areaCode?: string; role?: Role; cursor?: string; limit?: number }
    output: { items: AssignmentView[]; nextCursor?: string; canGive: GivableView[] }
  }
  'assignment.give': {
    input: {
      userId: string
      role: Role
      areaCode: string
      departmentCode?: string
      from?: string
      to?: string
    }
    output: AssignmentView
  }
  'assignment.end': { input: { id: string; reason: string }; output: AssignmentView }
}

export interface ExportSection {
  title: string
  lines: { label: string; value: string }[]
}
