import { View } from '@tarojs/components'
import { DAY_PARTS } from '~/types/help'
import { useNow } from '@/hooks'
import { PART_LABELS } from '@/labels/help'
import { day } from '@/time'
import { ChipGroup, Field } from '@/ui'
import { dayWords } from '../view'
import type { HelpDraft } from './draft'

/** Days from today on that are offered. */
const DAYS = 7
const DAY_MS = 86_400_000
const PARTS = DAY_PARTS.map((value) => ({ value, label: PART_LABELS[value] }))

interface Props {
  draft: HelpDraft
  change(part: Partial<HelpDraft>): void
  error: string | undefined
}

/** When it is needed: a day of the next week, or any, and a part of the day. */
export function When({ draft, change, error }: Props) {
  const now = useNow()
  const days = Array.from({ length: DAYS }, (_, n) => day(new Date(now + n * DAY_MS).toISOString()))
  const options = [
    { value: '', label: '哪天都行' },
    ...days.map((value) => ({ value, label: dayWords(value, now) })),
  ]
  return (
    <Field label="什么时候?" error={error}>
      <ChipGroup
        label="哪一天"
        value={draft.day}
        options={options}
        more={5}
        onChange={(chosen) => change({ day: chosen })}
      />
      <View className="helpform__gap" />
      <ChipGroup label="什么时段" value={draft.part} options={PARTS} onChange={(part) => change({ part })} />
    </Field>
  )
}
