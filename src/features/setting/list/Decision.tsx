import { useState } from 'react'
import { SETTING_LIMITS } from '~/types/setting'
import { useAction } from '@/hooks'
import { Button, Field, Notice, TextArea } from '@/ui'

/** The second person's word on a change. */
export function Decision({ id, approve, onDone }: { id: string; approve: boolean; onDone(): void }) {
  const [words, setWords] = useState('')
  const approving = useAction('setting.approve', { done: '已生效' })
  const refusing = useAction('setting.refuse', { done: '已退回' })

  async function decide() {
    const decided = approve ? await approving.run({ id }) : await refusing.run({ id, words })
    if (decided !== undefined) {
      onDone()
    }
  }

  if (approve) {
    return (
      <>
        {approving.failure !== undefined && <Notice tone="red">{approving.failure.message}</Notice>}
        <Notice tone="gold">同意以后,全区马上照新的来。</Notice>
        <Button loading={approving.busy} onTap={() => void decide()}>
          同意
        </Button>
      </>
    )
  }
  return (
    <>
      <Field label="为什么不同意?" error={refusing.fields.words}>
        <TextArea
          label="不同意的原因"
          value={words}
          max={SETTING_LIMITS.reason}
          placeholder="比如:人手不够,办不到"
          onChange={setWords}
        />
      </Field>
      <Button kind="danger" loading={refusing.busy} onTap={() => void decide()}>
        不同意
      </Button>
    </>
  )
}
