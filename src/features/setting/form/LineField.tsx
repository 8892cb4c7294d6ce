import { View } from '@tarojs/components'
import { KEYWORD_LIMITS, TEMPLATE_LIMITS, type SettingName } from '~/types/setting'
import { SETTING_KINDS, UNITS } from '@/labels/setting'
import { ChipGroup, Field, SwitchRow, TextArea, TextInput } from '@/ui'
import type { Line } from '../view'
import { textOf, unitOf, type SettingDraft } from './draft'

interface Props {
  name: SettingName
  line: Line
  draft: SettingDraft
  error: string | undefined
  onChange(part: Partial<SettingDraft>): void
}

const WORDS = {
  words: { max: KEYWORD_LIMITS.words * (KEYWORD_LIMITS.length + 1), placeholder: '用顿号或空格隔开' },
  sentences: {
    max: TEMPLATE_LIMITS.sentences * (TEMPLATE_LIMITS.length + 1),
    placeholder: '一行一句,删空就去掉',
  },
}

/** A switch, a plain number, a time as a number with its unit, the words of a category, or sentences one below the other. */
export function LineField({ name, line, draft, error, onChange }: Props) {
  const { key, label } = line
  const kind = SETTING_KINDS[name]
  const text = textOf(name, line, draft)
  const write = (typed: string) => onChange({ texts: { ...draft.texts, [key]: typed } })
  if (kind === 'switches') {
    return <SwitchRow label={label} on={text === '1'} onChange={(on) => write(on ? '1' : '0')} />
  }
  if (kind === 'numbers') {
    return (
      <Field label={label} error={error}>
        <TextInput label={label} type="number" max={6} value={text} onChange={write} />
      </Field>
    )
  }
  if (kind !== 'times') {
    return (
      <Field label={label} error={error}>
        <TextArea label={label} value={text} minHeight={44} onChange={write} {...WORDS[kind]} />
      </Field>
    )
  }
  return (
    <Field label={label} error={error}>
      <View className="setting-form__time">
        <TextInput label={label} type="number" max={5} value={text} onChange={write} />
        <ChipGroup
          label={`${label}的单位`}
          value={unitOf(line, draft)}
          options={UNITS.map((unit) => ({ value: unit.value, label: unit.label }))}
          onChange={(unit) => onChange({ units: { ...draft.units, [key]: unit } })}
        />
      </View>
    </Field>
  )
}
