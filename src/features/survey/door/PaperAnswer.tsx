import { SURVEY_LIMITS, UNKNOWN_ANSWER, type SurveyAnswer, type SurveyQuestion } from '~/types/survey'
import { SCALE_LABELS, UNKNOWN_LABEL } from '@/labels/survey'
import { ChipChecks, ChipGroup, TextArea } from '@/ui'

interface Props {
  question: SurveyQuestion
  answer: SurveyAnswer
  onChange(answer: SurveyAnswer): void
}

const UNKNOWN = { value: String(UNKNOWN_ANSWER), label: UNKNOWN_LABEL }
const numbered = (labels: string[]) => labels.map((label, index) => ({ value: String(index + 1), label }))
const SCORES = Array.from({ length: 11 }, (_, score) => ({ value: String(score), label: `${score}` }))

function optionsOf({ kind, options }: SurveyQuestion) {
  if (kind === 'scale') {
    return [...numbered(SCALE_LABELS), UNKNOWN]
  }
  return kind === 'score' ? [...SCORES, UNKNOWN] : numbered(options)
}

/** One answer as small as the paper's boxes; tapping the chosen one again takes it back. */
export function PaperAnswer({ question, answer, onChange }: Props) {
  const { kind, text } = question
  if (kind === 'text') {
    return (
      <TextArea
        label={text}
        value={typeof answer === 'string' ? answer : ''}
        max={SURVEY_LIMITS.text}
        minHeight={44}
        placeholder="照纸上写"
        onChange={onChange}
      />
    )
  }
  const options = optionsOf(question)
  if (kind === 'several') {
    const values = Array.isArray(answer) ? answer.map(String) : []
    return (
      <ChipChecks
        label={text}
        values={values}
        options={options}
        onChange={(chosen) => onChange(chosen.length === 0 ? null : chosen.map(Number).sort((a, b) => a - b))}
      />
    )
  }
  const value = typeof answer === 'number' ? String(answer) : undefined
  return (
    <ChipGroup
      label={text}
      value={value}
      options={options}
      onChange={(chosen) => onChange(chosen === value ? null : Number(chosen))}
    />
  )
}
