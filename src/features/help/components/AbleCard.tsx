import { View } from '@tarojs/components'
import type { AbleView } from '~/types/help'
import { ABLE_REACH_LABELS, FREE_TIME_LABELS, KIND_LABELS } from '@/labels/help'
import { goTo } from '@/navigate'
import { Button, Card, Tag } from '@/ui'
import './HelpCard.scss'

/** What a neighbour can do, and when. */
export function AbleCard({ able }: { able: AbleView }) {
  const times = able.times.map((time) => FREE_TIME_LABELS[time]).join('、') || '什么时候都行'
  return (
    <Card>
      <View className="helpcard__head">
        <Tag tone="green">{able.by}</Tag>
        {able.thankCount > 0 && <Tag tone="peach">{`受过${able.thankCount}次感谢`}</Tag>}
        <View className="helpcard__muted">{able.areaName}</View>
      </View>
      <View className="helpcard__title">{able.kinds.map((kind) => KIND_LABELS[kind]).join('、')}</View>
      <View className="helpcard__muted">{`${times} · 能帮${ABLE_REACH_LABELS[able.reach]}`}</View>
      {able.words !== '' && <View className="helpcard__muted">{able.words}</View>}
      {able.mine && (
        <View className="helpcard__acts">
          <Button kind="ghost" size="middle" onTap={() => goTo('/features/help/able/index')}>
            改一改
          </Button>
        </View>
      )}
    </Card>
  )
}
