import { SURVEY_LIMITS } from '~/types/survey'
import { Button, Notice, SectionTitle } from '@/ui'
import { NEW_QUESTION, type QuestionDraft } from './draft'
import { QuestionFields } from './QuestionFields'

interface Props {
  questions: QuestionDraft[]
  fields: Record<string, string>
  onChange(questions: QuestionDraft[]): void
}

/** What the server says of one question: fields under `questions.N`. */
function errorsOf(fields: Record<string, string>, index: number): Record<string, string> {
  const prefix = `questions.${index}.`
  const own = Object.entries(fields).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(
    own.map(([name, words]) => [name.slice(prefix.length).split('.')[0] ?? '', words]),
  )
}

/** The questions, one below the other. */
export function Questions({ questions, fields, onChange }: Props) {
  const swap = (index: number) =>
    onChange(
      questions.map(
        (one, at) => (at === index - 1 ? questions[index] : at === index ? questions[index - 1] : one) ?? one,
      ),
    )
  return (
    <>
      <SectionTitle>题目</SectionTitle>
      {fields.questions !== undefined && <Notice tone="red">{fields.questions}</Notice>}
      {questions.map((question, index) => (
        <QuestionFields
          key={index}
          number={index + 1}
          question={question}
          errors={errorsOf(fields, index)}
          onChange={(part) =>
            onChange(questions.map((one, at) => (at === index ? { ...one, ...part } : one)))
          }
          {...(index > 0 && { onUp: () => swap(index) })}
          {...(questions.length > 1 && {
            onRemove: () => onChange(questions.filter((_, at) => at !== index)),
          })}
        />
      ))}
      {questions.length < SURVEY_LIMITS.questions && (
        <Button kind="soft" size="middle" onTap={() => onChange([...questions, NEW_QUESTION])}>
          加一道题
        </Button>
      )}
    </>
  )
}
