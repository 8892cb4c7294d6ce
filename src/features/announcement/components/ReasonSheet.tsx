import { ANNOUNCEMENT_LIMITS } from '~/types/announcement'
import { useAction, useDraft } from '@/hooks'
import { Button, Field, Notice, Sheet, TextArea } from '@/ui'

interface Props {
  id: string
  act: 'withdraw' | 'decline'
  onClose(): void
}

const WORDS = {
  withdraw: {
    title: '撤回通知',
    line: '发到过的网格和人都会知道撤回了,没发到的不会再发;定期发的也不再发了。',
    label: '为什么撤回?',
    hint: '比如:停水改到后天了',
    button: '撤回',
  },
  decline: {
    title: '先不发',
    line: '写的人会看到这句话,改好了可以重新写。',
    label: '为什么不能发?',
    hint: '比如:时间还没有定下来',
    button: '不同意发',
  },
} as const

/** Takes a sentence for whoever is told: why it is withdrawn, or why it may not go out. */
export function ReasonSheet({ id, act, onClose }: Props) {
  const { title, line, label, hint, button } = WORDS[act]
  const [draft, change, clear] = useDraft(`announcement.${act}.${id}`, { reason: '' })
  const withdraw = useAction('announcement.withdraw', { done: '撤回了', refresh: ['announcement', 'feed'] })
  const decide = useAction('announcement.approve', { done: '告诉他了' })
  const { busy, fields } = act === 'withdraw' ? withdraw : decide
  const { reason } = draft

  async function send() {
    const done =
      act === 'withdraw'
        ? await withdraw.run({ id, reason })
        : await decide.run({ id, approved: false, reason })
    if (done !== undefined) {
      clear()
      onClose()
    }
  }

  return (
    <Sheet open title={title} onClose={onClose}>
      <Notice tone="blue">{line}</Notice>
      <Field label={label} error={fields.reason}>
        <TextArea
          label={label}
          value={reason}
          max={ANNOUNCEMENT_LIMITS.reason}
          placeholder={hint}
          onChange={(typed) => change({ reason: typed })}
        />
      </Field>
      <Button kind="danger" loading={busy} onTap={() => void send()}>
        {button}
      </Button>
    </Sheet>
  )
}
