import type {
  SurveyAudience,
  SurveyInput,
  SurveyPublish,
  SurveyQuestion,
  SurveySubject,
  SurveyTemplate,
  SurveyTemplateView,
  SurveyView,
} from '~/types/survey'
import { day, clock } from '@/time'

const DAY_MS = 86_400_000
/** Surveys end in the evening, when people are home. */
const END = '20:00'

/** A question as it is typed: numbers and options are text until they are sent. */
export interface QuestionDraft extends Pick<SurveyQuestion, 'kind' | 'text' | 'required'> {
  /** One a line. */
  options: string
  weight: string
}
export type CountName = 'minBallots' | 'rankBallots' | 'quorum' | 'pass'

/** The form as it is typed; kept on the phone until it is sent. */
export interface SurveyDraft {
  template?: SurveyTemplate
  subject: SurveySubject
  title: string
  why: string
  areas: { code: string; name: string }[]
  audience: SurveyAudience
  secret: boolean
  questions: QuestionDraft[]
  points: string[]
  counts: Record<CountName, string>
  publish: SurveyPublish
  /** YYYY-MM-DD and HH:MM in Shanghai. */
  date: string
  time: string
  previousId?: string
}

export const EMPTY: SurveyDraft = {
  subject: 'other',
  title: '',
  why: '',
  areas: [],
  audience: 'everyone',
  secret: true,
  questions: [],
  points: [],
  counts: { minBallots: '', rankBallots: '', quorum: '', pass: '' },
  publish: { ranking: false, questions: true, grids: false },
  date: '',
  time: END,
}
export const NEW_QUESTION: QuestionDraft = {
  kind: 'scale',
  text: '',
  required: true,
  options: '',
  weight: '0',
}

const typed = (question: SurveyQuestion): QuestionDraft => ({
  ...question,
  options: question.options.join('\n'),
  weight: String(question.weight),
})

type Content = Pick<SurveyView, 'subject' | 'title' | 'why' | 'audience' | 'secret' | 'questions' | 'rules'>

function contentOf({ subject, title, why, audience, secret, questions, rules }: Content) {
  const { points, minBallots, rankBallots, quorum, pass, publish } = rules
  const counts = {
    minBallots: String(minBallots),
    rankBallots: String(rankBallots),
    quorum: String(quorum),
    pass: String(pass),
  }
  return {
    ...{ subject, title, why, audience, secret, counts, publish },
    questions: questions.map(typed),
    points: points.map(String),
  }
}

/** What a template fills in; the places stay as they were chosen. `now`: milliseconds since 1970. */
export function fromTemplate(view: SurveyTemplateView, now: number): Partial<SurveyDraft> {
  const end = new Date(now + view.days * DAY_MS).toISOString()
  return { template: view.template, ...contentOf(view), date: day(end), time: END }
}

/** A draft that was sent before. */
export function fromSurvey(view: SurveyView): SurveyDraft {
  const { template, areas, closesAt, previousId } = view
  return {
    ...contentOf(view),
    ...{ template, areas, date: day(closesAt), time: clock(closesAt) },
    ...(previousId !== undefined && { previousId }),
  }
}

/** What is no number is left to the server to name. */
const numberOf = (text: string) => (text.trim() === '' ? NaN : Number(text))
const lines = (text: string) => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))

/** As it is sent. */
export function toInput(draft: SurveyDraft): SurveyInput {
  const { template = 'blank', subject, title, why, audience, secret, previousId, date, time } = draft
  const { minBallots, rankBallots, quorum, pass } = draft.counts
  return {
    ...{ template, subject, title, why, audience, secret },
    areaCodes: draft.areas.map(({ code }) => code),
    questions: draft.questions.map(({ kind, text, required, options, weight }) => ({
      ...{ kind, text, required },
      options: kind === 'single' || kind === 'several' ? lines(options) : [],
      weight: kind === 'scale' || kind === 'score' ? numberOf(weight) : 0,
    })),
    rules: {
      points: draft.points.map(numberOf),
      minBallots: numberOf(minBallots),
      rankBallots: numberOf(rankBallots),
      quorum: numberOf(quorum),
      pass: numberOf(pass),
      publish: draft.publish,
    },
    closesAt: date === '' ? '' : `${date}T${time}:00+08:00`,
    ...(previousId !== undefined && { previousId }),
  }
}
