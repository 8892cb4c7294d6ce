import { View } from '@tarojs/components'
import { QUESTION_KINDS, SURVEY_LIMITS } from '~/types/survey'
import { QUESTION_KIND_LABELS } from '@/labels/survey'
import { Button, Card, ChipGroup, SwitchRow, TextArea } from '@/ui'
import type { QuestionDraft } from './draft'
import { NumberLine } from './NumberLine'
import './form.scss'

interface Props {
  number: number
  question: QuestionDraft
  errors: Record<string, string>
  onChange(part: Partial<QuestionDraft>): void
  onUp?: () => void
  onRemove?: () => void
}

/** One question: how it is answered, its words, its options, its share in the score. */
export function QuestionFields({ number, question, errors, onChange, onUp, onRemove }: Props) {
  const { kind, text, options, required, weight } = question
  const chosen = kind === 'single' || kind === 'several'
  return (
    <Card>
      <View className="surveyform__title">第{number}题</View>
      <ChipGroup
        label={`第${number}题怎么答`}
        value={kind}
        options={QUESTION_KINDS.map((value) => ({ value, label: QUESTION_KIND_LABELS[value] }))}
        onChange={(value) => onChange({ kind: value })}
      />
      <View className="surveyform__label">题目</View>
      <TextArea
        label={`第${number}题的题目`}
        value={text}
        minHeight={44}
        max={SURVEY_LIMITS.question}
        placeholder="一道题只问一件事,话短一点"
        onChange={(typed) => onChange({ text: typed })}
      />
      {errors.text !== undefined && <View className="surveyform__error">{errors.text}</View>}
      {chosen && (
        <>
          <View className="surveyform__label">选项,一行一个</View>
          <TextArea
            label={`第${number}题的选项`}
            value={options}
            max={SURVEY_LIMITS.options * (SURVEY_LIMITS.option + 1)}
            placeholder={'路灯\n停车\n垃圾'}
            onChange={(typed) => onChange({ options: typed })}
          />
          {errors.options !== undefined && <View className="surveyform__error">{errors.options}</View>}
        </>
      )}
      {(kind === 'scale' || kind === 'score') && (
        <NumberLine
          label="计分的权重"
          hint="0就是只看看,不算进总分"
          value={weight}
          error={errors.weight}
          onChange={(typed) => onChange({ weight: typed })}
        />
      )}
      <SwitchRow
        label="必须答"
        hint="“不了解”也算答了"
        on={required}
        onChange={(on) => onChange({ required: on })}
      />
      <View className="surveyform__line">
        {onUp !== undefined && (
          <Button kind="ghost" size="small" label={`把第${number}题往上移`} onTap={onUp}>
            往上移
          </Button>
        )}
        {onRemove !== undefined && (
          <Button kind="dangerGhost" size="small" label={`去掉第${number}题`} onTap={onRemove}>
            去掉这题
          </Button>
        )}
      </View>
    </Card>
  )
}
