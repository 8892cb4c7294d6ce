import type {
  Direction,
  Finding,
  Kinship,
  MissingList,
  MissingReachView,
  MissingRowView,
  MissingView,
  ReportConsent,
  Sex,
  Travel,
  Weather,
} from './missing'

export interface MissingReportInput {
  name?: string
  sex: Sex
  age: number
  needsHelp?: boolean
  /** Somebody may have taken the person away. */
  abduction?: boolean
  looks: string
  travel: Travel
  place: string
  lastSeenAt: string
  /** Grid where the person was last seen; the caller's own when absent. */
  areaCode?: string
  latitude?: number
  longitude?: number
  pictureIds?: string[]
  kinship: Kinship
  contactName: string
  contactPhone: string
  /** The family agrees that photo and description are shown. */
  agreed: true
  /** A worker writes it down for somebody who telephoned or came. */
  consent?: ReportConsent
  /** The reporter, when known to the program. */
  userId?: string
}

export interface MissingSightInput {
  id: string
  self: boolean
  seenAt: string
  /** Grid where the person was, not where the witness is. */
  areaCode: string
  latitude?: number
  longitude?: number
  place?: string
  direction?: Direction
  words?: string
  pictureIds?: string[]
  phone?: string
}

export interface MissingApi {
  'missing.report': { input: MissingReportInput; output: MissingView }
  /** Somebody has called the reporter: it is true. The weather counts from now on. */
  'missing.verify': {
    input: { id: string; words: string; weather?: Weather; looks?: string; place?: string }
    output: MissingView
  }
  'missing.info': { input: { id: string }; output: MissingView }
  'missing.list': {
    input: { list: MissingList; cursor?: string; limit?: number }
    output: { items: MissingRowView[]; nextCursor?: string }
  }
  'missing.sight': { input: MissingSightInput; output: MissingView }
  /** The lead or the police judge a sighting; the family says whether it is the person. */
  'missing.confirmSighting': {
    input: {
      id: string
      sightingId: string
      confirmed: boolean
      /** The coarse place that all may read. */ place?: string
    }
    output: MissingView
  }
  /** 我去这边找: gives the grid nearest to the centre where fewest look, or the named one; `done` ends it. */
  'missing.search': {
    input: { id: string; areaCode?: string; street?: string; done?: boolean }
    output: MissingView
  }
  'missing.found': { input: { id: string; finding: Finding }; output: MissingView }
  'missing.cancel': { input: { id: string; reason: string }; output: MissingView }
  /** Searches on for the whole term again; says how the weather is now. */
  'missing.extend': { input: { id: string; weather?: Weather }; output: MissingView }
  'missing.reach': { input: { id: string }; output: MissingReachView }
  /** The number of the reporter, or of a witness, for dialling at once; every look is audited. */
  'missing.call': { input: { id: string; sightingId?: string }; output: { phone: string } }
}
