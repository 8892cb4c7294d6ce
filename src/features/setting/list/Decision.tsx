import { useState } from 'react'
import { SETTING_LIMITS } from '~/types/setting'
import { useAction } from '@/hooks'
import { Button, Field, Notice, TextArea } from '@/ui'
import type { Verdict } from './verdict'

interface Props {
  id: string
  verdict: Verdict
  onDone(): void
}

const WORDS = {
  refuse: { label: '为什么不同意?', placeholder: '比如:人手不够,办不到', button: '不同意', done: '已退回' },
  takeBack: { label: '为什么收回?', placeholder: '比如:数字填错了', button: '收回', done: '已收回' },
}

function Approve({ id, onDone }: Omit<Props, 'verdict'>) {
  const approve = useAction('setting.approve', { done: '已生效' })

  async function decide() {
    if ((await approve.run({ id })) !== undefined) {
      onDone()
    }
  }

  return (
    <>
      {approve.failure !== undefined && <Notice tone="red">{approve.failure.message}</Notice>}
      <Notice tone="gold">同意以后,全区马上照新的来。</Notice>
      <Button loading={approve.busy} onTap={() => void decide()}>
        同意
      </Button>
    </>
  )
}

function Refuse({ id, verdict, onDone }: Props & { verdict: keyof typeof WORDS }) {
  const said = WORDS[verdict]
  const [words, setWords] = useState('')
  const refuse = useAction('setting.refuse', { done: said.done })

  async function decide() {
    if ((await refuse.run({ id, words })) !== undefined) {
      onDone()
    }
  }

  return (
    <>
      <Field label={said.label} error={refuse.fields.words}>
        <TextArea
          label={said.label}
          value={words}
          max={SETTING_LIMITS.reason}
          placeholder={said.placeholder}
          onChange={setWords}
        />
      </Field>
      <Button kind="danger" loading={refuse.busy} onTap={() => void decide()}>
        {said.button}
      </Button>
    </>
  )
}

/** The word on a change: of the second person, or of the first who takes it back. */
export function Decision({ verdict, ...rest }: Props) {
  return verdict === 'approve' ? <Approve {...rest} /> : <Refuse verdict={verdict} {...rest} />
}
