import { Image, View } from '@tarojs/components'
import type { RecordView } from '~/types/record'
import { Card } from '@/ui'
import { aria } from '@/ui/aria'
import { hoursOf, minutesWords } from '../view'
import { cardOf } from './card'
import './index.scss'

/** Hours and stars as the picture that is shared, and what is missing for the next star. */
export function RecordCard({ record }: { record: RecordView }) {
  const words = `${hoursOf(record.minutes)}小时,${record.activities}个活动,${record.stars}星`
  return (
    <Card>
      <Image
        className="record__card"
        src={cardOf(record)}
        mode="widthFix"
        {...aria({ role: 'img', label: words })}
      />
      {record.toNext !== undefined && (
        <View className="record__next">
          再做 {minutesWords(record.toNext)},升到 {record.stars + 1} 星
        </View>
      )}
    </Card>
  )
}
