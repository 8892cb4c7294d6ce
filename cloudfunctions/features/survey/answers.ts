import {
  SCALE_LEVELS,
  SURVEY_LIMITS,
  UNKNOWN_ANSWER,
  type SurveyAnswer,
  type SurveyQuestion,
} from '~/types/survey'
import { invalid } from '../../core/errors'
import { plain } from '../../core/fields'
import type { AnswerColumns } from '../../core/tables/survey'

export const ANSWER_COLUMNS = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'] as const
/** A ballot as the box holds it. */
export interface Ballot {
  columns: AnswerColumns
  /** Words by the number of their question, from 1. */
  words: Record<string, string>
}

const within = (value: number, least: number, most: number) => value >= least && value <= most

/** The answer as a number; `several` is a sum of powers of two. Undefined when it is none to this question. */
function encode({ kind, options }: SurveyQuestion, answer: SurveyAnswer): number | undefined {
  if (kind === 'several') {
    const chosen = Array.isArray(answer) ? [...new Set(answer)] : []
    const fits = chosen.length > 0 && chosen.every((one) => within(one, 1, options.length))
    return fits ? chosen.reduce((sum, one) => sum + 2 ** (one - 1), 0) : undefined
  }
  if (typeof answer !== 'number') {
    return undefined
  }
  const known = {
    scale: within(answer, 1, SCALE_LEVELS) || answer === UNKNOWN_ANSWER,
    score: within(answer, 0, 10) || answer === UNKNOWN_ANSWER,
    single: within(answer, 1, options.length),
    text: false,
  }
  return known[kind] ? answer : undefined
}

/**
 * What the box holds of the answers. INVALID at `answers.N` for a question that is left out though it must be answered,
 * or answered with what is no answer to it.
 */
export function toBallot(questions: SurveyQuestion[], answers: SurveyAnswer[]): Ballot {
  const fields: Record<string, string> = {}
  const columns = Object.fromEntries(ANSWER_COLUMNS.map((column) => [column, null])) as AnswerColumns
  const words: Record<string, string> = {}
  questions.forEach((question, index) => {
    const answer = answers[index] ?? null
    const said = question.kind === 'text' && typeof answer === 'string' ? plain(answer) : ''
    const missing = answer === null || (typeof answer === 'string' && said === '')
    const column = ANSWER_COLUMNS[index]
    if (missing) {
      if (question.required) {
        fields[`answers.${index}`] = '这道题还没有选'
      }
    } else if (question.kind === 'text') {
      words[index + 1] = said
      if ([...said].length > SURVEY_LIMITS.text) {
        fields[`answers.${index}`] = `最多${SURVEY_LIMITS.text}个字,请短一些`
      }
    } else if (column !== undefined) {
      const value = encode(question, answer)
      columns[column] = value ?? null
      if (value === undefined) {
        fields[`answers.${index}`] = '没有这个选项,请重新选'
      }
    }
  })
  if (answers.length > questions.length) {
    fields.answers = '题目变了,请返回重新打开'
  }
  if (Object.keys(fields).length > 0) {
    throw invalid(fields)
  }
  return { columns, words }
}
