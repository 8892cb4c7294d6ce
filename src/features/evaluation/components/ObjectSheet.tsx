import { EVALUATION_LIMITS } from '~/types/evaluation'
import { useAction, useDraft } from '@/hooks'
import { Button, Field, Notice, Sheet, TextArea } from '@/ui'

interface Props {
  id: string
  areaCode: string
  onClose(): void
}

/** 提出异议: one sentence about what is wrong with the number. */
export function ObjectSheet({ id, areaCode, onClose }: Props) {
  const [draft, change, clear] = useDraft(`evaluation.object.${id}.${areaCode}`, { reason: '' })
  const object = useAction('evaluation.object', { done: '提上去了' })

  async function send() {
    if ((await object.run({ id, areaCode, reason: draft.reason })) !== undefined) {
      clear()
      onClose()
    }
  }

  return (
    <Sheet open title="提出异议" onClose={onClose}>
      {object.failure !== undefined && <Notice tone="red">{object.failure.message}</Notice>}
      <Field label="哪里不对?" hint="写清是哪一项、实际是多少,上级会书面裁定" error={object.fields.reason}>
        <TextArea
          label="哪里不对"
          value={draft.reason}
          max={EVALUATION_LIMITS.reason}
          placeholder="比如:有两件诉求是市里办的,不该算在我们村"
          onChange={(reason) => change({ reason })}
        />
      </Field>
      <Button loading={object.busy} onTap={() => void send()}>
        提上去
      </Button>
    </Sheet>
  )
}
