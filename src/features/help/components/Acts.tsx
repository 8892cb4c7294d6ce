import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { HelpAction, HelpView } from '~/types/help'
import { useAction } from '@/hooks'
import { ACTION_LABELS } from '@/labels/help'
import { ActionBar, Button, Card, Row, Sheet } from '@/ui'
import { splitActions } from '../bar'
import { ActSheet, type Spoken } from './ActSheet'

/** Acts that want words first. */
const SPOKEN: readonly HelpAction[] = [
  'help.offer',
  'help.thank',
  'help.cancel',
  'help.report',
  'help.handle',
  'help.pass',
]
const isSpoken = (action: HelpAction): action is Spoken => SPOKEN.includes(action)

/** The foot of a request: exactly what the server says may be done now. */
export function Acts({ help }: { help: Pick<HelpView, 'id' | 'can' | 'relation'> }) {
  const { id } = help
  const [more, setMore] = useState(false)
  const [saying, setSaying] = useState<Spoken>()
  const take = useAction('help.take', { done: '好,您来帮' })
  const done = useAction('help.done', { done: '记下了' })
  const attend = useAction('help.attend', { done: '好,您盯着' })
  const call = useAction('help.call')
  const block = useAction('help.block', { done: '以后互相看不到了', refresh: ['help', 'thread'] })
  const { bar, more: rest } = splitActions(help.can)
  const busy = {
    'help.take': take.busy,
    'help.done': done.busy,
    'help.attend': attend.busy,
    'help.call': call.busy,
  }
  const labelOf = (action: HelpAction) =>
    action === 'help.cancel' && help.relation === 'helper' ? '我去不了了' : ACTION_LABELS[action]

  async function start(action: HelpAction) {
    setMore(false)
    if (isSpoken(action)) {
      setSaying(action)
    } else if (action === 'help.take') {
      await take.run({ id })
    } else if (action === 'help.done') {
      await done.run({ id })
    } else if (action === 'help.attend') {
      await attend.run({ id })
    } else if (action === 'help.block') {
      await block.run({ id })
    } else {
      const found = await call.run({ id })
      if (found !== undefined) {
        await Taro.makePhoneCall({ phoneNumber: found.phone }).catch(() => undefined)
      }
    }
  }

  if (bar.length + rest.length === 0) {
    return null
  }
  return (
    <>
      <ActionBar>
        {rest.length > 0 && (
          <Button kind="ghost" onTap={() => setMore(true)}>
            更多
          </Button>
        )}
        {bar.map((action, index) => (
          <Button
            key={action}
            kind={index === bar.length - 1 ? 'main' : 'ghost'}
            loading={busy[action as keyof typeof busy]}
            onTap={() => void start(action)}
          >
            {labelOf(action)}
          </Button>
        ))}
      </ActionBar>
      <Sheet open={more} title="还可以" onClose={() => setMore(false)}>
        <Card>
          {rest.map((action) => (
            <Row key={action} label={labelOf(action)} onTap={() => void start(action)} />
          ))}
        </Card>
      </Sheet>
      {saying !== undefined && (
        <ActSheet id={id} action={saying} title={labelOf(saying)} onClose={() => setSaying(undefined)} />
      )}
    </>
  )
}
