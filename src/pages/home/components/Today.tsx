import { View } from '@tarojs/components'
import { useCall } from '@/hooks'
import { goTo } from '@/navigate'
import { clock } from '@/time'
import { Card, SectionTitle, Tag } from '@/ui'
import './Today.scss'

/** Activities on the first page; the others are behind 做志愿. */
const SHOWN = 2

/** 今天身边需要人: where somebody near is still needed today; nothing when nobody is. */
export function Today() {
  const { data } = useCall('activity.list', { list: 'today', limit: SHOWN })
  const items = data?.items ?? []
  if (items.length === 0) {
    return null
  }
  return (
    <>
      <SectionTitle>今天身边需要人</SectionTitle>
      {items.map(({ id, title, startsAt, place, left }) => (
        <Card
          key={id}
          onTap={() => goTo('/features/activity/detail/index', { id })}
          label={`${title},还差${left}人`}
        >
          <View className="today__head">
            <View className="today__title">{title}</View>
            <Tag tone="gold">还差{left}人</Tag>
          </View>
          <View className="today__line">
            {clock(startsAt)} · {place}
          </View>
        </Card>
      ))}
    </>
  )
}
