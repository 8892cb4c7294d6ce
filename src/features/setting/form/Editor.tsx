import { View } from '@tarojs/components'
import { KEYWORD_LIMITS, SETTING_LIMITS, type SettingView } from '~/types/setting'
import { useAction, useDraft } from '@/hooks'
import { SETTING_LABELS, UNITS } from '@/labels/setting'
import { goBack } from '@/navigate'
import { ActionBar, Button, ChipGroup, Field, Notice, Page, TextArea, TextInput } from '@/ui'
import { linesOf, type Line } from '../view'
import { EMPTY_DRAFT, errorOf, textOf, unitOf, valueOf, type SettingDraft } from './draft'

interface LineProps {
  line: Line
  draft: SettingDraft
  error: string | undefined
  onChange(part: Partial<SettingDraft>): void
}

/** A time as a number with its unit, or the words of a category. */
function LineField({ line, draft, error, onChange }: LineProps) {
  const { key, label, is } = line
  const write = (text: string) => onChange({ texts: { ...draft.texts, [key]: text } })
  if (typeof is !== 'number') {
    return (
      <Field label={label} error={error}>
        <TextArea
          label={label}
          value={textOf(line, draft)}
          max={KEYWORD_LIMITS.words * (KEYWORD_LIMITS.length + 1)}
          minHeight={44}
          placeholder="用顿号或空格隔开"
          onChange={write}
        />
      </Field>
    )
  }
  return (
    <Field label={label} error={error}>
      <View className="setting-form__time">
        <TextInput label={label} type="number" max={5} value={textOf(line, draft)} onChange={write} />
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

/** What is typed is kept for the version that it was typed for. */
export function Editor({ setting }: { setting: SettingView }) {
  const { name, version, value, can } = setting
  const [draft, change, clear] = useDraft<SettingDraft>(`setting.${name}.${version}`, EMPTY_DRAFT)
  const propose = useAction('setting.propose', { done: '已提交' })
  const lines = linesOf(name, value)
  const open = can.includes('setting.propose')

  async function submit() {
    const input = { name, value: valueOf(name, lines, draft), reason: draft.reason }
    if ((await propose.run(input)) !== undefined) {
      clear()
      goBack()
    }
  }

  return (
    <Page
      title={SETTING_LABELS[name].title}
      foot={
        open && (
          <ActionBar>
            <Button loading={propose.busy} onTap={() => void submit()}>
              提交,请同事同意
            </Button>
          </ActionBar>
        )
      }
    >
      {propose.failure !== undefined && <Notice tone="red">{propose.failure.message}</Notice>}
      {!open && <Notice tone="gold">这项有一个改动在等人同意,定了以后再提。</Notice>}
      <Notice tone="blue">{`${SETTING_LABELS[name].line}。另一位同志同意以后才生效。`}</Notice>
      {lines.map((line) => (
        <LineField
          key={line.key}
          line={line}
          draft={draft}
          error={errorOf(propose.fields, line.key)}
          onChange={change}
        />
      ))}
      <Field label="为什么要改?" error={propose.fields.reason}>
        <TextArea
          label="原因"
          value={draft.reason}
          max={SETTING_LIMITS.reason}
          placeholder="比如:居民反映等得太久"
          onChange={(reason) => change({ reason })}
        />
      </Field>
    </Page>
  )
}
