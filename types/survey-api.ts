import type {
  ParticipationView,
  PaperOrigin,
  SurveyAnswer,
  SurveyInput,
  SurveyList,
  SurveyPaperView,
  SurveyReceiptView,
  SurveyRowView,
  SurveyTemplateView,
  SurveyView,
} from './survey'
import type { DoorElectorView, RecheckResult, RecheckView, SaidView, SurveyFlagView } from './survey-paper'
import type { SurveyResultsView } from './survey-results'

/** A ballot as it is sent; kept nowhere together with who sent it. */
export interface SurveyCastInput {
  id: string
  /** The version that was answered. */
  edition: number
  answers: SurveyAnswer[]
  /** Seconds from the first question to the last; only for flags. */
  seconds?: number
  /** Something that stays the same on one device; only for flags, hashed with the survey's key. */
  device?: string
}

export interface SurveyApi {
  'survey.templates': { input: Record<string, never>; output: { items: SurveyTemplateView[] } }
  'survey.create': { input: SurveyInput; output: SurveyView }
  /** Everything anew, while it is a draft. */
  'survey.update': { input: SurveyInput & { id: string }; output: SurveyView }
  /** The sheet as a resident will see it. */
  'survey.preview': { input: { id: string }; output: SurveyPaperView }
  /** Fixes the version, writes down who is asked, and tells the groups. */
  'survey.open': { input: { id: string }; output: SurveyView }
  'survey.list': {
    input: { list: SurveyList; cursor?: string; limit?: number }
    output: { items: SurveyRowView[]; nextCursor?: string }
  }
  'survey.info': { input: { id: string }; output: SurveyView }
  'survey.cast': { input: SurveyCastInput; output: SurveyReceiptView }
  /** Whether the caller has taken part, and the code of the ballot while it is open; never what was answered. */
  'survey.mine': { input: { id: string }; output: { voted: boolean; receipt?: string } }
  'survey.close': { input: { id: string; reason: string }; output: SurveyView }
  /** A mistake in an open survey: its ballots are thrown away, and a draft of the next version is made. */
  'survey.correct': { input: { id: string; reason: string }; output: SurveyView }
  /** Who took part, by the places below; the caller's own scope when no place is named. */
  'survey.participation': {
    input: { id: string; areaCode?: string }
    output: { whole: ParticipationView; items: ParticipationView[] }
  }
  /** Shows the results to all who were asked and posts each village its own card. */
  'survey.publish': { input: { id: string }; output: SurveyView }
  /** Codes of all ballots that were counted; `found` says whether the given one is among them. */
  'survey.receipts': {
    input: { id: string; code?: string; cursor?: string; limit?: number }
    output: { total: number; found?: boolean; items: string[]; nextCursor?: string }
  }
  /** The whole survey when no place is named; the places below by rank. */
  'survey.results': {
    input: { id: string; areaCode?: string; by?: 'town' | 'village'; cursor?: string; limit?: number }
    output: SurveyResultsView
  }
  /** Figures of all places that may be shown, one line each. */
  'survey.export': { input: { id: string }; output: { name: string; csv: string } }
  'survey.said': {
    input: { id: string; question: number; cursor?: string; limit?: number }
    output: { items: SaidView[]; nextCursor?: string }
  }
  /** Lets somebody who is not judged enter ballots on paper inside an area. */
  'survey.appoint': { input: { id: string; userId: string; areaCode: string }; output: SurveyView }
  'survey.dismiss': { input: { id: string; userId: string }; output: SurveyView }
  /** Who is asked behind a door; not whether they have taken part. */
  'survey.atDoor': {
    input: { id: string; areaCode: string; door: string }
    output: { items: DoorElectorView[] }
  }
  'survey.castAtDoor': {
    input: { id: string; edition: number; residentId: string; origin: PaperOrigin; answers: SurveyAnswer[] }
    output: SurveyReceiptView
  }
  /** The sample of ballots on paper that is asked about again. */
  'survey.rechecks': {
    input: { id: string; cursor?: string; limit?: number }
    output: { items: RecheckView[]; nextCursor?: string }
  }
  'survey.recheck': { input: { id: string; result: RecheckResult; words?: string }; output: RecheckView }
  'survey.flags': {
    input: { id: string; cursor?: string; limit?: number }
    output: { items: SurveyFlagView[]; nextCursor?: string }
  }
  /** Writes down what was found about a flag. */
  'survey.review': { input: { id: string; words: string }; output: SurveyFlagView }
}
