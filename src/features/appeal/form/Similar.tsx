import { View } from '@tarojs/components'
import type { SimilarView } from '~/types/appeal-list'
import { useAction } from '@/hooks'
import { STATUS_LABELS } from '@/labels/appeal'
import { goTo, replaceBy } from '@/navigate'
import { agoWords } from '@/time'
import { serverNow } from '@/api'
import { Button, Card } from '@/ui'
import './Similar.scss'

/** Shown at most; more would be a list to read instead of a hint. */
const SHOWN = 2

function One({ item, onJoined }: { item: SimilarView; onJoined(): void }) {
  const join = useAction('appeal.join', { done: '记下了,有进展会告诉您' })
  async function same() {
    if ((await join.run({ id: item.id })) !== undefined) {
      onJoined()
      replaceBy('/features/appeal/detail/index', { id: item.id })
    }
  }
  const others = item.joinCount > 0 ? ` · ${item.joinCount + 1}人反映` : ''
  return (
    <View className="similar__one">
      <View className="similar__words" onClick={() => goTo('/features/appeal/detail/index', { id: item.id })}>
        <View className="similar__title">{item.title}</View>
        <View className="similar__line">
          {agoWords(item.submittedAt, serverNow())} · {STATUS_LABELS[item.status]}
          {others}
        </View>
      </View>
      <Button kind="soft" size="small" disabled={item.joined} loading={join.busy} onTap={() => void same()}>
        {item.joined ? '已加入' : '我也一样'}
      </Button>
    </View>
  )
}

/** 附近有人也反映了: joining instead of asking again. */
export function Similar({ items, onJoined }: { items: SimilarView[]; onJoined(): void }) {
  if (items.length === 0) {
    return null
  }
  return (
    <Card tone="blue">
      <View className="similar__head">附近有人也反映了</View>
      {items.slice(0, SHOWN).map((item) => (
        <One key={item.id} item={item} onJoined={onJoined} />
      ))}
    </Card>
  )
}
