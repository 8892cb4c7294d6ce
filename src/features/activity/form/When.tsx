import { Picker, View } from '@tarojs/components'
import { clock, dayTime } from '@/time'
import { Button, ChipChecks, Field, SwitchRow, TextInput } from '@/ui'
import { aria } from '@/ui/aria'
import '../components/Choice.scss'
import type { ActivityDraft } from './draft'
import './index.scss'

interface Props {
  draft: ActivityDraft
  change(part: Partial<ActivityDraft>): void
  errors: Record<string, string>
}
/** Shifts that are written out; of more only the number. */
const SHOWN = 3
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'].map((name, n) => ({
  value: String(n + 1),
  label: `周${name}`,
}))

interface TurnProps {
  label: string
  mode: 'date' | 'time'
  value: string
  onChange(value: string): void
}

function Turn({ label, mode, value, onChange }: TurnProps) {
  return (
    <View className="form__turn">
      <View className="form__turnLabel">{label}</View>
      <Picker mode={mode} value={value} onChange={(event) => onChange(event.detail.value)}>
        <View className="choice" {...aria({ role: 'button', label: `${label} ${value}` })}>
          {value}
        </View>
      </Picker>
    </View>
  )
}

/** 什么时候: once, or on some weekdays from one day to another. */
export function When({ draft, change, errors }: Props) {
  const error =
    errors.shifts ??
    errors.repeat ??
    errors['shifts.0.capacity'] ??
    errors['repeat.capacity'] ??
    errors['repeat.weekdays']
  if (draft.shifts.length > 0) {
    return (
      <Field label="什么时候" error={error}>
        {draft.shifts.slice(0, SHOWN).map(({ startsAt, endsAt, capacity }) => (
          <View key={startsAt}>{`${dayTime(startsAt)} 到 ${clock(endsAt)},${capacity}个人`}</View>
        ))}
        {draft.shifts.length > SHOWN && <View>{`一共${draft.shifts.length}个时段`}</View>}
        <Button kind="soft" size="middle" onTap={() => change({ shifts: [] })}>
          重新定时间
        </Button>
      </Field>
    )
  }
  return (
    <Field label="什么时候" error={error}>
      <SwitchRow
        label="每周都有"
        hint="值守、垃圾分类这样常年的岗"
        on={draft.repeats}
        onChange={(repeats) => change({ repeats })}
      />
      {draft.repeats && (
        <ChipChecks
          label="星期几"
          values={draft.weekdays}
          options={WEEKDAYS}
          onChange={(weekdays) => change({ weekdays })}
        />
      )}
      <View className="form__turns">
        <Turn
          label={draft.repeats ? '从哪天' : '哪天'}
          mode="date"
          value={draft.firstDay}
          onChange={(firstDay) => change({ firstDay })}
        />
        {draft.repeats && (
          <Turn
            label="到哪天"
            mode="date"
            value={draft.lastDay}
            onChange={(lastDay) => change({ lastDay })}
          />
        )}
        <Turn label="几点开始" mode="time" value={draft.from} onChange={(from) => change({ from })} />
        <Turn label="几点结束" mode="time" value={draft.to} onChange={(to) => change({ to })} />
      </View>
      <View className="form__turnLabel">每个时段要几个人</View>
      <TextInput
        label="每个时段要几个人"
        type="number"
        max={3}
        value={draft.capacity}
        onChange={(capacity) => change({ capacity })}
      />
    </Field>
  )
}
