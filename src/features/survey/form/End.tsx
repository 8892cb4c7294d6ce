import { SURVEY_LIMITS } from '~/types/survey'
import { Field, PickerRow } from '@/ui'
import type { SurveyDraft } from './draft'

interface Props {
  draft: Pick<SurveyDraft, 'date' | 'time'>
  error: string | undefined
  onChange(change: Partial<SurveyDraft>): void
}

/** Until when: a day and a time in Shanghai. */
export function End({ draft: { date, time }, error, onChange }: Props) {
  return (
    <Field label="到什么时候截止?" error={error} hint={`最长${SURVEY_LIMITS.days}天,一般一个星期`}>
      <PickerRow label="哪一天" mode="date" value={date} onChange={(chosen) => onChange({ date: chosen })} />
      <PickerRow label="几点" mode="time" value={time} onChange={(chosen) => onChange({ time: chosen })} />
    </Field>
  )
}
