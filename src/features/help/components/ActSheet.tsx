import { HELP_LIMITS, HELP_REPORT_KINDS, type HelpAction, type HelpReportKind } from '~/types/help'
import { useAction, useDraft } from '@/hooks'
import { REPORT_LABELS } from '@/labels/help'
import { Button, ChipGroup, Field, Sheet, SwitchRow, TextArea } from '@/ui'

export type Spoken = Extract<
  HelpAction,
  `help.${'offer' | 'thank' | 'cancel' | 'report' | 'handle' | 'pass'}`
>
interface Ask {
  label: string
  placeholder: string
  send: string
  max: number
}
const { words, thanks } = HELP_LIMITS
const ASKS: Record<Spoken, Ask> = {
  'help.offer': {
    label: '想跟对方说什么?(可以不说)',
    placeholder: '比如:我顺路,坐得下',
    send: '我可以帮',
    max: words,
  },
  'help.thank': { label: '想说的话', placeholder: '比如:借到梯子了,谢谢好邻居', send: '道声谢', max: thanks },
  'help.cancel': { label: '怎么了?(可以不说)', placeholder: '比如:已经办好了', send: '就这样定', max: words },
  'help.report': { label: '是怎么回事?', placeholder: '只有工作人员看得到', send: '告诉网格员', max: words },
  'help.handle': { label: '怎么处理的?', placeholder: '反映的人看得到', send: '记下来', max: words },
  'help.pass': {
    label: '为什么可以公开?',
    placeholder: '比如:看过了,没有问题',
    send: '让邻居看到',
    max: words,
  },
}
const KINDS = HELP_REPORT_KINDS.map((value) => ({ value, label: REPORT_LABELS[value] }))
const EMPTY = { words: '', kind: 'failed' as HelpReportKind, shared: true, remove: false }

interface Props {
  id: string
  action: Spoken
  title: string
  onClose(): void
}

/** Words that go with an act; kept until they are sent. */
export function ActSheet({ id, action, title, onClose }: Props) {
  const [draft, change, clear] = useDraft(`${action}.${id}`, EMPTY)
  const acts = {
    'help.offer': useAction('help.offer', { done: '告诉对方了' }),
    'help.thank': useAction('help.thank', { done: '谢意带到了', refresh: ['help', 'feed'] }),
    'help.cancel': useAction('help.cancel', { done: '好的' }),
    'help.report': useAction('help.report', { done: '网格员会看' }),
    'help.handle': useAction('help.handle', { done: '记下了' }),
    'help.pass': useAction('help.pass', { done: '邻居看得到了' }),
  }
  const { label, placeholder, send: sendWords, max } = ASKS[action]
  const { fields, busy } = acts[action]

  async function send() {
    const { words: said, kind, shared, remove } = draft
    const optional = { id, ...(said !== '' && { words: said }) }
    const done = await {
      'help.offer': () => acts['help.offer'].run(optional),
      'help.thank': () => acts['help.thank'].run({ id, words: said, shared }),
      'help.cancel': () => acts['help.cancel'].run(optional),
      'help.report': () => acts['help.report'].run({ id, kind, words: said }),
      'help.handle': () => acts['help.handle'].run({ id, words: said, remove }),
      'help.pass': () => acts['help.pass'].run({ id, words: said }),
    }[action]()
    if (done !== undefined) {
      clear()
      onClose()
    }
  }

  return (
    <Sheet open title={title} onClose={onClose}>
      {action === 'help.report' && (
        <Field label="是什么问题?" error={fields.kind}>
          <ChipGroup
            label="是什么问题"
            value={draft.kind}
            options={KINDS}
            onChange={(kind) => change({ kind })}
          />
        </Field>
      )}
      <Field label={label} error={fields.words}>
        <TextArea
          label={label}
          value={draft.words}
          max={max}
          placeholder={placeholder}
          onChange={(typed) => change({ words: typed })}
        />
      </Field>
      {action === 'help.thank' && (
        <SwitchRow
          label="让邻居们也看到"
          hint="双方都同意,才发到网格群里"
          on={draft.shared}
          onChange={(shared) => change({ shared })}
        />
      )}
      {action === 'help.handle' && (
        <SwitchRow
          label="把这件事撤下"
          hint="撤下后邻居看不到"
          on={draft.remove}
          onChange={(remove) => change({ remove })}
        />
      )}
      <Button loading={busy} onTap={() => void send()}>
        {sendWords}
      </Button>
    </Sheet>
  )
}
