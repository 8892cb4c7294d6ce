import { PARTY_LIMITS, type PartyMemberView } from '~/types/party'
import { useAction, useDraft } from '@/hooks'
import { Button, Field, Sheet, TextArea } from '@/ui'

/** Why the village does not confirm; the member reads it. */
export function DeclineSheet({ member, onClose }: { member: PartyMemberView; onClose(): void }) {
  const [draft, change, clear] = useDraft(`party.decline.${member.id}`, { reason: '' })
  const confirm = useAction('party.confirm', { done: '告诉他了' })
  async function send() {
    const input = { id: member.id, confirmed: false, reason: draft.reason }
    if ((await confirm.run(input)) !== undefined) {
      clear()
      onClose()
    }
  }
  return (
    <Sheet open title={`不确认${member.name}`} onClose={onClose}>
      <Field label="为什么不确认?" error={confirm.fields.reason}>
        <TextArea
          label="为什么不确认"
          value={draft.reason}
          max={PARTY_LIMITS.reason}
          placeholder="他看得到,比如:名册上没找到,请到村委会来一趟"
          onChange={(reason) => change({ reason })}
        />
      </Field>
      <Button loading={confirm.busy} onTap={() => void send()}>
        告诉他
      </Button>
    </Sheet>
  )
}
