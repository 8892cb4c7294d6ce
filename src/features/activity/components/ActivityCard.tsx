import { View } from '@tarojs/components'
import type { ActivityRowView } from '~/types/activity'
import { useNow } from '@/hooks'
import { ACTIVITY_STATUS_LABELS, ACTIVITY_STATUS_TONES, KIND_LABELS } from '@/labels/activity'
import { goTo } from '@/navigate'
import { Bar, Card, Tag } from '@/ui'
import { leftWords, whenWords } from '../view'
import './ActivityCard.scss'

/** One activity in a list: what, when, where, and how many are still needed. */
export function ActivityCard({ item }: { item: ActivityRowView }) {
  const now = useNow()
  const { capacity, left, status } = item
  const open = status === 'published'
  return (
    <Card onTap={() => goTo('/features/activity/detail/index', { id: item.id })} label={item.title}>
      <View className="actcard__head">
        <Tag tone={ACTIVITY_STATUS_TONES[status]}>
          {open ? KIND_LABELS[item.kind] : ACTIVITY_STATUS_LABELS[status]}
        </Tag>
        {item.mine && <Tag tone="blue">报上了</Tag>}
      </View>
      <View className="actcard__title">{item.title}</View>
      <View className="actcard__line">{whenWords(item, now)}</View>
      <View className="actcard__line">
        {item.place} · {item.areaName}
        {item.shiftCount > 1 && ` · 共${item.shiftCount}个时段`}
      </View>
      {open && capacity > 0 && (
        <>
          <View className="actcard__bar">
            <Bar share={(capacity - left) / capacity} tone={left > 0 ? 'green' : 'gold'} />
            <View className="actcard__count">
              {capacity - left} / {capacity}
            </View>
          </View>
          <View className="actcard__left">{leftWords(left)}</View>
        </>
      )}
    </Card>
  )
}
