import { View } from '@tarojs/components'
import { ANNOUNCEMENT_ANSWERS, ANNOUNCEMENT_LIMITS } from '~/types/announcement'
import { ANNOUNCEMENT_ANSWER_LABELS } from '@/labels/announcement'
import { Button, ChipGroup, Field, TextInput } from '@/ui'
import '../components/announcement.scss'
import { oneMore, type AnnouncementDraft } from './draft'

interface Props {
  draft: AnnouncementDraft
  change(part: Partial<AnnouncementDraft>): void
  errors: Record<string, string>
}
const ANSWERS = ANNOUNCEMENT_ANSWERS.map((value) => ({ value, label: ANNOUNCEMENT_ANSWER_LABELS[value] }))

/** What the readers are asked for. */
export function AnswerForm({ draft, change, errors }: Props) {
  const { answer, choices, unit } = draft
  const wrong = Object.entries(errors).find(([field]) => field.startsWith('choices'))?.[1]
  return (
    <Field label="要大家怎么回?" error={wrong ?? errors.answer ?? errors.unit}>
      <ChipGroup
        label="要大家怎么回"
        value={answer}
        options={ANSWERS}
        onChange={(chosen) => change({ answer: chosen })}
      />
      {answer === 'choice' && (
        <View className="announcement__stack">
          {choices.map((choice, place) => (
            <TextInput
              // The place is what tells two empty lines apart.
              key={place}
              label={`选项${place + 1}`}
              value={choice}
              max={ANNOUNCEMENT_LIMITS.choice}
              placeholder={`选项${place + 1},比如:${place === 0 ? '去' : '不去'}`}
              onChange={(typed) => change({ choices: choices.map((one, n) => (n === place ? typed : one)) })}
            />
          ))}
          {choices.length < ANNOUNCEMENT_LIMITS.choices.most && (
            <Button kind="soft" size="middle" onTap={() => change({ choices: oneMore(choices) })}>
              加一个选项
            </Button>
          )}
        </View>
      )}
      {answer === 'number' && (
        <View className="announcement__stack">
          <TextInput
            label="报的是什么"
            value={unit}
            max={ANNOUNCEMENT_LIMITS.unit}
            placeholder="人、户、亩"
            onChange={(typed) => change({ unit: typed })}
          />
        </View>
      )}
    </Field>
  )
}
