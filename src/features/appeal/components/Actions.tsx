import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { AppealAction, AppealView } from '~/types/appeal'
import { useAction } from '@/hooks'
import { ACTION_LABELS } from '@/labels/appeal'
import { goTo } from '@/navigate'
import { ActionBar, Button, Card, Row, Sheet } from '@/ui'
import { splitActions } from '../view'
import { Reopen } from './Reopen'
import './Actions.scss'

interface Props {
  appeal: Pick<AppealView, 'id' | 'can' | 'relation' | 'behalf'>
  /** Duty number of the grid, for the person who asked. */
  phone: string
}

/** The foot of a case: exactly what the server says may be done now. */
export function Actions({ appeal, phone }: Props) {
  const [more, setMore] = useState(false)
  const [reopening, setReopening] = useState(false)
  const accept = useAction('appeal.accept', { done: '已接单', refresh: ['appeal', 'feed'] })
  const join = useAction('appeal.join', { done: '记下了,有进展会告诉您' })
  const thank = useAction('appeal.thank', { done: '谢意带到了' })
  const call = useAction('appeal.call')
  const { bar, more: rest } = splitActions(appeal.can)
  const { id } = appeal
  // Whom it was filed for has a number of their own.
  const other =
    appeal.can.includes('appeal.call') && appeal.behalf?.hasPhone === true ? appeal.behalf : undefined

  async function dial(behalf: boolean) {
    setMore(false)
    const found = await call.run({ id, ...(behalf && { behalf }) })
    if (found !== undefined) {
      await Taro.makePhoneCall({ phoneNumber: found.phone }).catch(() => undefined)
    }
  }

  async function start(action: AppealAction) {
    setMore(false)
    if (action === 'appeal.accept') {
      await accept.run({ id })
    } else if (action === 'appeal.join') {
      await join.run({ id })
    } else if (action === 'appeal.thank') {
      await thank.run({ id })
    } else if (action === 'appeal.call') {
      await dial(false)
    } else if (action === 'appeal.rate') {
      goTo('/features/appeal/rate/index', { id })
    } else if (action === 'appeal.reopen') {
      setReopening(true)
    } else {
      goTo('/features/appeal/handle/index', { id, action })
    }
  }

  const ask = appeal.relation === 'own' && phone !== '' && bar.length < 2
  if (bar.length === 0 && !ask) {
    return null
  }
  return (
    <>
      <ActionBar>
        {(rest.length > 0 || other !== undefined) && (
          <Button kind="ghost" onTap={() => setMore(true)}>
            更多
          </Button>
        )}
        {bar.map((action, index) => (
          <Button
            key={action}
            kind={index === bar.length - 1 && action !== 'appeal.urge' ? 'main' : 'ghost'}
            loading={(action === 'appeal.accept' && accept.busy) || (action === 'appeal.join' && join.busy)}
            onTap={() => void start(action)}
          >
            {ACTION_LABELS[action]}
          </Button>
        ))}
        {ask && (
          <Button
            kind={bar.includes('appeal.urge') ? 'main' : 'ghost'}
            onTap={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
          >
            问网格员
          </Button>
        )}
      </ActionBar>
      <Sheet open={more} title="还可以" onClose={() => setMore(false)}>
        <Card>
          {rest.map((action) => (
            <Row key={action} label={ACTION_LABELS[action]} onTap={() => void start(action)} />
          ))}
          {other !== undefined && <Row label={`给${other.name}打电话`} onTap={() => void dial(true)} />}
        </Card>
      </Sheet>
      <Reopen id={id} open={reopening} onClose={() => setReopening(false)} />
    </>
  )
}
