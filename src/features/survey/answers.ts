import {
  SURVEY_LIMITS,
  UNKNOWN_ANSWER,
  type SurveyAnswer,
  type SurveyPaperView,
  type SurveyQuestion,
} from '~/types/survey'
import { SCALE_LABELS, UNKNOWN_LABEL } from '@/labels/survey'

/** Something was chosen or written. */
export function isAnswered(answer: SurveyAnswer): boolean {
  return Array.isArray(answer)
    ? answer.length > 0
    : typeof answer === 'string'
      ? answer.trim() !== ''
      : answer !== null
}

/** Nothing keeps one from going on: answered, or it need not be; and not longer than it may be. */
export function isReady({ required }: SurveyQuestion, answer: SurveyAnswer): boolean {
  const fits = typeof answer !== 'string' || [...answer.trim()].length <= SURVEY_LIMITS.text
  return fits && (!required || isAnswered(answer))
}

/** The answer in words, for looking it over before it is cast. */
export function answerWords({ kind, options }: SurveyQuestion, answer: SurveyAnswer): string {
  if (!isAnswered(answer) || answer === null) {
    return '没有答'
  }
  if (typeof answer === 'string') {
    return `“${answer.trim()}”`
  }
  if (Array.isArray(answer)) {
    return answer.map((one) => options[one - 1] ?? '').join('、')
  }
  if (answer === UNKNOWN_ANSWER) {
    return UNKNOWN_LABEL
  }
  return kind === 'score' ? `${answer}分` : ((kind === 'scale' ? SCALE_LABELS : options)[answer - 1] ?? '')
}

/** One answer for each question, in their order; what was left out is null, and words lose their edges. */
export function answersOf(
  { questions }: Pick<SurveyPaperView, 'questions'>,
  kept: SurveyAnswer[],
): SurveyAnswer[] {
  return questions.map((_, index) => {
    const answer = kept[index] ?? null
    const cut = typeof answer === 'string' ? answer.trim() : answer
    return isAnswered(cut) ? cut : null
  })
}

/** The list with one answer changed. */
export function withAnswer(kept: SurveyAnswer[], index: number, answer: SurveyAnswer): SurveyAnswer[] {
  const next = Array.from({ length: Math.max(kept.length, index + 1) }, (_, at) => kept[at] ?? null)
  next[index] = answer
  return next
}
