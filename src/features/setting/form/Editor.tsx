import { SETTING_LIMITS, type SettingView } from '~/types/setting'
import { useAction, useDraft } from '@/hooks'
import { GROWING_SETTINGS, SETTING_KINDS, SETTING_LABELS } from '@/labels/setting'
import { goBack } from '@/navigate'
import { ActionBar, Button, Card, Field, Notice, Page, TextArea } from '@/ui'
import { linesOf } from '../view'
import { AddLine } from './AddLine'
import { EMPTY_DRAFT, errorOf, typedLines, valueOf, type SettingDraft } from './draft'
import { LineField } from './LineField'

/** What is typed is kept for the version that it was typed for. */
export function Editor({ setting }: { setting: SettingView }) {
  const { name, version, value, can } = setting
  const [draft, change, clear] = useDraft<SettingDraft>(`setting.${name}.${version}`, EMPTY_DRAFT)
  const propose = useAction('setting.propose', { done: '已提交' })
  const open = can.includes('setting.propose')
  const add = (key: string) => change({ texts: { ...draft.texts, [key]: draft.texts[key] ?? '' } })

  async function submit() {
    const input = { name, value: valueOf(name, linesOf(name, value), draft), reason: draft.reason }
    if ((await propose.run(input)) !== undefined) {
      clear()
      goBack()
    }
  }

  const lines = typedLines(name, value, draft).map((line) => (
    <LineField
      key={line.key}
      name={name}
      line={line}
      draft={draft}
      error={errorOf(propose.fields, line.key)}
      onChange={change}
    />
  ))

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
      {propose.failure !== undefined && (
        <Notice tone="red">{propose.fields.value ?? propose.failure.message}</Notice>
      )}
      {!open && <Notice tone="gold">这项有一个改动在等人同意,定了以后再提。</Notice>}
      <Notice tone="blue">{`${SETTING_LABELS[name].line}。另一位同志同意以后才生效。`}</Notice>
      {SETTING_KINDS[name] === 'switches' ? <Card>{lines}</Card> : lines}
      {GROWING_SETTINGS.includes(name) && <AddLine onAdd={add} />}
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
