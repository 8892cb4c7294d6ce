import { View } from '@tarojs/components'
import type { FeedItemView } from '~/types/feed'
import { useNow } from '@/hooks'
import { TONE_TAGS } from '@/labels/feed'
import { agoWords } from '@/time'
import { goTo } from '@/navigate'
import { Card, PictureGrid, Tag } from '@/ui'
import './FeedCard.scss'

/** One thing that happened in the grid; opens what it speaks of. */
export function FeedCard({ item }: { item: FeedItemView }) {
  const now = useNow()
  return (
    <Card onTap={() => goTo(`/${item.path}`)} label={`${item.label}:${item.title}`}>
      <View className="feedcard__head">
        <Tag tone={TONE_TAGS[item.tone]}>{item.label}</Tag>
        <View className="feedcard__when">{agoWords(item.at, now)}</View>
      </View>
      <View className="feedcard__title">{item.title}</View>
      {item.body !== '' && <View className="feedcard__body">{item.body}</View>}
      {item.picture !== undefined && <PictureGrid pictures={[item.picture]} />}
    </Card>
  )
}
