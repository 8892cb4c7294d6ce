import { APPEAL_LIMITS } from '~/types/appeal'
import { useAction, useDraft } from '@/hooks'
import { Button, Field, Sheet, TextArea } from '@/ui'

/** Asks why, then takes the case up again at the level above. */
export function Reopen({ id, open, onClose }: { id: string; open: boolean; onClose(): void }) {
  const [draft, change, clear] = useDraft(`appeal.reopen.${id}`, { reason: '' })
  const reopen = useAction('appeal.reopen', { done: '交给上一级了' })
  async function send() {
    if ((await reopen.run({ id, reason: draft.reason })) !== undefined) {
      clear()
      onClose()
    }
  }
  return (
    <Sheet open={open} title="再办一次" onClose={onClose}>
      <Field label="哪里还没办好?" error={reopen.fields.reason} hint="会交给上一级接着办">
        <TextArea
          label="哪里还没办好"
          value={draft.reason}
          max={APPEAL_LIMITS.reason}
          placeholder="比如:灯亮了一天又灭了"
          onChange={(reason) => change({ reason })}
        />
      </Field>
      <Button loading={reopen.busy} onTap={() => void send()}>
        请再办一次
      </Button>
    </Sheet>
  )
}
