import type {
  AppealCategory,
  AppealView,
  RatingOutcome,
  Satisfaction,
  SpokenBy,
  TemplateAct,
  ToldBy,
  TriageOutcome,
  Urgency,
  UrgencyClass,
} from './appeal'
import type { AppealMonthView } from './appeal-month'
import type { AppealCounts, AppealList, AppealRowView, SimilarView } from './appeal-list'
import type { BehalfConsent, Consent } from './behalf'
import type { LegalChannel } from './legal'
import type { WhistleKind } from './whistle'

export interface AppealSubmitInput {
  /** May be empty when something was said aloud. */
  text: string
  pictureIds?: string[]
  voiceIds?: string[]
  /** Grid; the caller's own grid when absent. */
  areaCode?: string
  /** Where exactly, in words. */
  place?: string
  /** Suggested from the words when absent. */
  category?: AppealCategory
  urgency: Urgency
  nameShown?: boolean
  /** Private appeals never reach the group or the feed. */
  private?: boolean
  /** How neighbours call the person; only needed the first time. */
  name?: string
  phone?: string
  /** For somebody else, who agreed: an old parent, a neighbour. They hear the result, too. */
  behalf?: { name: string; phone?: string; consent: BehalfConsent }
}

/** What a worker writes down; the person is a member of the grid, or only named. */
export interface AppealCaptureInput {
  text: string
  pictureIds?: string[]
  areaCode?: string
  place?: string
  category?: AppealCategory
  urgency: Urgency
  /** The person it is for, when they are known to the program; they hear the result too. */
  userId?: string
  /** What to call the person and their number, when they are not. */
  name?: string
  phone?: string
  consent: Consent
}

export interface AppealApi {
  'appeal.suggest': {
    input: { text: string }
    output: {
      category: AppealCategory
      /** The words that led to it. */ because: string[]
      alternatives: AppealCategory[]
    }
  }
  'appeal.submit': { input: AppealSubmitInput; output: AppealView }
  /** The words may be empty when something was said aloud. */
  'appeal.supplement': {
    input: {
      id: string
      words: string
      pictureIds?: string[]
      voiceIds?: string[]
      /** By who handles it: the person is asked for something, and waited for. */ asks?: boolean
    }
    output: AppealView
  }
  'appeal.accept': { input: { id: string; words?: string }; output: AppealView }
  /** Answered at once: advice or an explanation, no work needed. */
  'appeal.answer': { input: { id: string; words: string; pictureIds?: string[] }; output: AppealView }
  'appeal.escalate': { input: { id: string; to: 'village' | 'town'; reason: string }; output: AppealView }
  /** Done, with evidence: a picture, or why there is none. */
  'appeal.finish': {
    input: {
      id: string
      words: string
      pictureIds?: string[]
      withoutPicture?: string
      /** How the person was told; in_app when absent. */ toldBy?: ToldBy
      /** How whom it was filed for was told, when they are not in the program. */ toldBehalf?: ToldBy
    }
    output: AppealView
  }
  /** The level above asks the person on the telephone how it was handled. */
  'appeal.callBack': {
    input: {
      id: string
      reached: boolean
      outcome?: RatingOutcome
      satisfaction?: Satisfaction
      words?: string
    }
    output: AppealView
  }
  /** A neighbour says thank you for what was done. */
  'appeal.thank': { input: { id: string }; output: AppealView }
  'appeal.rate': {
    input: {
      id: string
      outcome: RatingOutcome
      satisfaction: Satisfaction
      words?: string
      voiceIds?: string[]
    }
    output: AppealView
  }
  'appeal.reopen': { input: { id: string; reason: string; pictureIds?: string[] }; output: AppealView }
  /** The number of the person who asked, for dialling at once; every look is audited. */
  'appeal.call': {
    input: { id: string; /** Whom it was filed for, instead of who filed it. */ behalf?: boolean }
    output: { phone: string }
  }
  /** The person has been spoken to: on the telephone or at the door. They are told that this was noted. */
  'appeal.contact': { input: { id: string; by: SpokenBy; words?: string }; output: AppealView }
  /** Open appeals of the village that say the same, most alike first; at most five. */
  'appeal.similar': { input: { text: string; areaCode?: string }; output: { items: SimilarView[] } }
  /** 我也一样: joins instead of asking again. */
  'appeal.join': { input: { id: string; words?: string }; output: AppealView }
  'appeal.urge': { input: { id: string; words?: string }; output: AppealView }
  'appeal.withdraw': { input: { id: string; reason?: string }; output: AppealView }
  /** Writes down for a person what they said in the group or at the door. */
  'appeal.capture': { input: AppealCaptureInput; output: AppealView }
  /** Tells it another way instead of working on it, or corrects category and urgency. */
  'appeal.triage': {
    input: {
      id: string
      outcome?: TriageOutcome
      /** Where to go, when it is for a legal channel. */
      channel?: LegalChannel
      /** The case that it is a duplicate of. */
      sameAs?: string
      category?: AppealCategory
      urgency?: UrgencyClass
      words: string
    }
    output: AppealView
  }
  'appeal.dispatch': { input: { id: string; department: string; words: string }; output: AppealView }
  'appeal.object': {
    input: {
      id: string
      reason: string
      /** The whistle that is not for them; the case itself when absent. */ whistleId?: string
    }
    output: AppealView
  }
  'appeal.decideObjection': {
    input: {
      id: string
      whistleId?: string
      upheld: boolean
      /** The new lead when it is upheld; without one it goes back to the town. */ department?: string
      words: string
    }
    output: AppealView
  }
  'appeal.whistle': {
    input: { id: string; departments: string[]; kind: WhistleKind; words: string }
    output: AppealView
  }
  'appeal.arrive': {
    input: { id: string; whistleId: string; words?: string; pictureIds?: string[]; justified?: number }
    output: AppealView
  }
  'appeal.release': {
    input: { id: string; whistleId: string; useful: number; words?: string }
    output: AppealView
  }
  'appeal.extend': { input: { id: string; days: number; reason: string }; output: AppealView }
  'appeal.decideExtension': { input: { id: string; granted: boolean; words: string }; output: AppealView }
  'appeal.shelve': { input: { id: string; reason: string }; output: AppealView }
  'appeal.review': { input: { id: string; resume: boolean; words: string }; output: AppealView }
  /** The district hands it to the hotline of the city, whose number is kept. The lead stays and reports the result. */
  'appeal.refer': { input: { id: string; cityNumber: string; words: string }; output: AppealView }
  'appeal.handOver': { input: { id: string; userId: string; reason: string }; output: AppealView }
  /** Lets neighbours see what the platform held back. */
  'appeal.pass': { input: { id: string; words: string }; output: AppealView }
  /** Who can take the case over or be whistled for. */
  'appeal.helpers': {
    input: { id: string }
    output: {
      departments: { code: string; name: string }[]
      colleagues: { userId: string; name: string }[]
      /** Sentences to begin with, for this category first. */
      templates: Partial<Record<TemplateAct, string[]>>
      /** Seconds until a department that is whistled for must be there. */
      whistleTerms: Record<WhistleKind, number>
    }
  }
  'appeal.list': {
    input: { list: AppealList; areaCode?: string; open?: boolean; cursor?: string; limit?: number }
    output: { items: AppealRowView[]; nextCursor?: string; counts?: AppealCounts }
  }
  /** What a village, a town or the district did in a month; the caller's village and the running month when absent. */
  'appeal.month': { input: { areaCode?: string; month?: string }; output: AppealMonthView }
  'appeal.info': { input: { id: string }; output: AppealView }
}
