import { View } from '@tarojs/components'
import { SERIES_CYCLES } from '~/types/announcement'
import { serverNow } from '@/api'
import { MONTHDAYS, SERIES_LABELS, WEEKDAYS } from '@/labels/announcement'
import { ChipChecks, ChipGroup, Field, PickerRow } from '@/ui'
import '../components/announcement.scss'
import { untilOf, type AnnouncementDraft } from './draft'

interface Props {
  draft: AnnouncementDraft
  change(part: Partial<AnnouncementDraft>): void
  errors: Record<string, string>
}
const CYCLES = (['once', ...SERIES_CYCLES] as const).map((value) => ({ value, label: SERIES_LABELS[value] }))

/** Whether it comes again: on which days, when, and until which day. */
export function SeriesForm({ draft, change, errors }: Props) {
  const { every, weekdays, monthdays, at } = draft
  const wrong = Object.entries(errors).find(([field]) => field.startsWith('series'))?.[1]
  return (
    <Field
      label="要不要定期再发?"
      hint={every === 'month' ? '有的月没有那天,就在月底发' : undefined}
      error={wrong}
    >
      <ChipGroup
        label="要不要定期再发"
        value={every}
        options={CYCLES}
        onChange={(chosen) => change({ every: chosen })}
      />
      {every !== 'once' && (
        <View className="announcement__stack">
          {every === 'week' ? (
            <ChipChecks
              label="星期几"
              values={weekdays}
              options={WEEKDAYS}
              onChange={(chosen) => change({ weekdays: chosen })}
            />
          ) : (
            <ChipChecks
              label="几号"
              values={monthdays}
              options={MONTHDAYS}
              onChange={(chosen) => change({ monthdays: chosen })}
            />
          )}
          <PickerRow label="几点发" mode="time" value={at} onChange={(chosen) => change({ at: chosen })} />
          <PickerRow
            label="到哪天为止"
            mode="date"
            value={untilOf(draft, serverNow())}
            onChange={(until) => change({ until })}
          />
        </View>
      )}
    </Field>
  )
}
