import type {
  ActivityKind,
  ActivityRowView,
  ActivityView,
  FamilyMemberView,
  MySignupView,
  RosterRowView,
  ShiftView,
} from './activity'

export interface ShiftInput {
  /** ISO 8601 with an offset. */
  startsAt: string
  endsAt: string
  capacity: number
}

/** Shifts made from a rule at creation: gate duty, sorting waste, flood watch. */
export interface RepeatInput {
  /** 1 Monday … 7 Sunday. */
  weekdays: number[]
  /** Shanghai, HH:MM; a shift that ends before it begins ends on the next day. */
  from: string
  to: string
  /** Shanghai, YYYY-MM-DD; both included. */
  firstDay: string
  lastDay: string
  capacity: number
}

export interface ActivityInput {
  kind: ActivityKind
  title: string
  words: string
  place: string
  /** The point where people meet, for checking in by being there. */
  latitude?: number
  longitude?: number
  /** One of the two. */
  shifts?: ShiftInput[]
  repeat?: RepeatInput
  /** Years; grown-ups when absent. */
  minAge?: number
  maxAge?: number
  partyOnly?: boolean
  /** What one must be able to do. */
  skills?: string
  bring?: string
  contact: string
  phone: string
  /** Service with a risk: only for grown-ups, and the insurance must be named (volunteer rules of Beijing, art. 18). */
  risky?: boolean
  insurance?: string
  pictureId?: string
}

/** Somebody of the family instead of the caller. */
export type WhoInput = { residentId: string } | { memberId: string } | { name: string; bornOn: string }

/** How it is proved that somebody is there. */
export type ProofInput =
  | {
      by: 'code'
      code: string
      /** When it was scanned, if there was no network then; ISO 8601. */
      at?: string
    }
  /** Used at this moment only and never kept. */
  | { by: 'near'; latitude: number; longitude: number }
  | { by: 'list' }

/** One shift as its organiser sees it. */
export interface RosterView {
  activityId: string
  title: string
  shift: ShiftView
  items: RosterRowView[]
}

export interface ActivityApi {
  /** Published at once by staff of the area unless it is a draft; a resident's proposal waits for approval. */
  'activity.create': {
    input: ActivityInput & { areaCode?: string; draft?: boolean; name?: string }
    output: ActivityView
  }
  /** While it is a draft or a proposal. */
  'activity.update': { input: ActivityInput & { id: string }; output: ActivityView }
  'activity.approve': { input: { id: string; approved: boolean; words?: string }; output: ActivityView }
  'activity.callOff': { input: { id: string; reason: string }; output: ActivityView }
  'activity.list': {
    input: {
      /** open: what I may join · today: where people are still needed today · manage: of the areas I look after */
      list: 'open' | 'today' | 'manage'
      cursor?: string
      limit?: number
    }
    output: { items: ActivityRowView[]; nextCursor?: string }
  }
  'activity.info': { input: { id: string }; output: ActivityView }
  'activity.signUp': {
    input: {
      shiftId: string
      who?: WhoInput
      /** The guardian agrees; needed for minors. */
      guardianAgrees?: boolean
      /** The person can do what is asked for. */
      skilled?: boolean
      /** Of the caller, YYYY-MM-DD, when an age is asked for and not known. */
      bornOn?: string
      /** How neighbours call the caller; only needed the first time. */
      name?: string
    }
    output: MySignupView
  }
  'activity.cancel': { input: { id: string }; output: MySignupView }
  /** Yes or no to a place that has become free. */
  'activity.confirmPlace': { input: { id: string; accept: boolean }; output: MySignupView }
  'activity.family': { input: Record<string, never>; output: { items: FamilyMemberView[] } }
  'activity.checkIn': { input: { id: string; proof: ProofInput }; output: MySignupView }
  'activity.checkOut': { input: { id: string; proof: ProofInput }; output: MySignupView }
  /** The organiser's code of this minute. */
  'activity.code': {
    input: { shiftId: string }
    output: {
      /** Eight digits, to be scanned or typed. */
      code: string
      /** When the next one comes; ISO 8601, UTC. */
      until: string
    }
  }
  'activity.roster': {
    input: { shiftId: string }
    output: RosterView
  }
  /** Counts the hours of who was there, and notes who was not. Without minutes, what the scans say. */
  'activity.confirmHours': {
    input: { shiftId: string; signups: { id: string; absent?: boolean; minutes?: number }[] }
    output: RosterView
  }
  'activity.report': { input: { id: string; words: string; pictureIds?: string[] }; output: ActivityView }
  /** What I and my family have signed up for. */
  'activity.mine': {
    input: Record<string, never>
    output: { signups: MySignupView[] }
  }
}
