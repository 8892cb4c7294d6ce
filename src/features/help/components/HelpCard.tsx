import { View } from '@tarojs/components'
import type { HelpRowView } from '~/types/help'
import { useAction, useNow } from '@/hooks'
import { ACTION_LABELS, REASON_LABELS, STATUS_LABELS, STATUS_TONES } from '@/labels/help'
import { goTo } from '@/navigate'
import { agoWords } from '@/time'
import { Button, Card, Tag } from '@/ui'
import { placeWords, waitingWords, whenWords } from '../view'
import './HelpCard.scss'

const open = (id: string) => goTo('/features/help/detail/index', { id })

function Head({ item }: { item: HelpRowView }) {
  const now = useNow()
  const isOpen = item.status === 'open'
  return (
    <View className="helpcard__head">
      {item.urgent && isOpen && <Tag tone="red">急</Tag>}
      {isOpen ? (
        <Tag tone="blue">{whenWords(item, now)}</Tag>
      ) : (
        <Tag tone={STATUS_TONES[item.status]}>{STATUS_LABELS[item.status]}</Tag>
      )}
      {item.content !== 'passed' && <Tag tone="gold">审核中</Tag>}
      {(item.reportCount ?? 0) > 0 && <Tag tone="red">有人反映</Tag>}
      <View className="helpcard__muted">{`${placeWords(item)} · ${agoWords(item.askedAt, now)}`}</View>
    </View>
  )
}

/** One request in a list, with the two things a neighbour does about it. */
export function HelpCard({ item }: { item: HelpRowView }) {
  const now = useNow()
  const take = useAction('help.take', { done: '好,您来帮' })
  const { id, can } = item
  const line =
    item.status === 'open' ? waitingWords(item, now) : item.thanks.map((said) => `“${said}”`).join(' ')
  const helps = can.includes('help.take') || can.includes('help.offer')
  async function help() {
    if (!can.includes('help.take') || (await take.run({ id })) !== undefined) {
      open(id)
    }
  }
  return (
    <Card onTap={() => open(id)} label={item.title}>
      <Head item={item} />
      <View className="helpcard__title">{item.title}</View>
      {item.askedFirst !== undefined && item.status === 'open' && (
        <View className="helpcard__first">
          {`先问您:${item.askedFirst.map((reason) => REASON_LABELS[reason]).join('、')}`}
        </View>
      )}
      {line !== '' && <View className="helpcard__muted">{line}</View>}
      {helps && (
        <View className="helpcard__acts" onClick={(event) => event.stopPropagation()}>
          <Button kind="ghost" size="middle" onTap={() => open(id)}>
            回一句
          </Button>
          <Button size="middle" loading={take.busy} onTap={() => void help()}>
            {ACTION_LABELS[can.includes('help.take') ? 'help.take' : 'help.offer']}
          </Button>
        </View>
      )}
    </Card>
  )
}
