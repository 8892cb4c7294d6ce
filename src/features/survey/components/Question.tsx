import { View } from '@tarojs/components'
import {
  SCALE_LEVELS,
  SURVEY_LIMITS,
  UNKNOWN_ANSWER,
  type SurveyAnswer,
  type SurveyQuestion,
} from '~/types/survey'
import { SCALE_FACES, SCALE_LABELS, UNKNOWN_LABEL } from '@/labels/survey'
import { Choice, FaceIcon, Field, TextArea } from '@/ui'
import { aria } from '@/ui/aria'
import { ScoreKeys } from './ScoreKeys'
import './Question.scss'

export interface QuestionProps {
  question: SurveyQuestion
  answer: SurveyAnswer
  onChange(answer: SurveyAnswer): void
  error?: string | undefined
}

const LEVELS = Array.from({ length: SCALE_LEVELS }, (_, index) => index + 1)
const HINTS: Record<SurveyQuestion['kind'], string> = {
  scale: '',
  single: '选一个',
  several: '可以选几个',
  score: '0分最不好,10分最好',
  text: '',
}

function Unknown({ answer, onChange }: Pick<QuestionProps, 'answer' | 'onChange'>) {
  return (
    <Choice
      icon={<FaceIcon name="unknown" />}
      label={UNKNOWN_LABEL}
      on={answer === UNKNOWN_ANSWER}
      onTap={() => onChange(UNKNOWN_ANSWER)}
    />
  )
}

function Answers({ question, answer, onChange }: QuestionProps) {
  const { kind, text, options } = question
  if (kind === 'scale') {
    return (
      <>
        {LEVELS.map((level) => (
          <Choice
            key={level}
            icon={<FaceIcon name={SCALE_FACES[level - 1] ?? 'even'} />}
            label={SCALE_LABELS[level - 1] ?? ''}
            on={answer === level}
            onTap={() => onChange(level)}
          />
        ))}
        <Unknown answer={answer} onChange={onChange} />
      </>
    )
  }
  if (kind === 'score') {
    return (
      <>
        <ScoreKeys value={answer} onChange={onChange} />
        <Unknown answer={answer} onChange={onChange} />
      </>
    )
  }
  if (kind === 'text') {
    return (
      <Field label={question.required ? '请写几句' : '可以不写'}>
        <TextArea
          label={text}
          value={typeof answer === 'string' ? answer : ''}
          max={SURVEY_LIMITS.text}
          placeholder="好的、不好的都可以说。请不要写名字和电话"
          onChange={onChange}
        />
      </Field>
    )
  }
  const chosen = Array.isArray(answer) ? answer : []
  const toggle = (number: number) =>
    onChange(
      chosen.includes(number)
        ? chosen.filter((one) => one !== number)
        : [...chosen, number].sort((a, b) => a - b),
    )
  return (
    <>
      {options.map((option, index) => (
        <Choice
          key={option}
          label={option}
          role={kind === 'several' ? 'checkbox' : 'radio'}
          on={kind === 'several' ? chosen.includes(index + 1) : answer === index + 1}
          onTap={() => (kind === 'several' ? toggle(index + 1) : onChange(index + 1))}
        />
      ))}
    </>
  )
}

/** One question with large answers. */
export function Question(props: QuestionProps) {
  const { question, error } = props
  const group = question.kind === 'several' ? 'group' : 'radiogroup'
  const hint = HINTS[question.kind]
  return (
    <View {...(question.kind !== 'text' && aria({ role: group, label: question.text }))}>
      <View className="question__text">{question.text}</View>
      {hint !== '' && <View className="question__hint">{hint}</View>}
      {error !== undefined && <View className="question__error">{error}</View>}
      <Answers {...props} />
    </View>
  )
}
