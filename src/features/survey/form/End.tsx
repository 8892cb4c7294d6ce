import { Picker, View } from '@tarojs/components'
import { SURVEY_LIMITS } from '~/types/survey'
import { Field, Row } from '@/ui'
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
      <Picker mode="date" value={date} onChange={(event) => onChange({ date: event.detail.value })}>
        <View>
          <Row label="哪一天" value={date} onTap={() => undefined} />
        </View>
      </Picker>
      <Picker mode="time" value={time} onChange={(event) => onChange({ time: event.detail.value })}>
        <View>
          <Row label="几点" value={time} onTap={() => undefined} />
        </View>
      </Picker>
    </Field>
  )
}
