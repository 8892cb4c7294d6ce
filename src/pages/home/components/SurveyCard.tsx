import { View } from '@tarojs/components'
import type { SurveyRowView } from '~/types/survey'
import { useNow } from '@/hooks'
import { sheetLine } from '@/labels/survey'
import { goTo } from '@/navigate'
import { leftWords } from '@/time'
import { Button, Card, Tag } from '@/ui'
import './SurveyCard.scss'

/** A survey that waits for one's word: what, how long it takes, how long it can wait. */
export function SurveyCard({ item }: { item: SurveyRowView }) {
  const now = useNow()
  const open = () => goTo('/features/survey/detail/index', { id: item.id })
  return (
    <Card>
      <View className="surveycard__head" onClick={open}>
        <View className="surveycard__title">{item.title}</View>
        <Tag tone={item.reminded ? 'red' : 'gold'}>{leftWords(item.closesAt, now)}</Tag>
      </View>
      <View className="surveycard__line">{sheetLine(item)}</View>
      <Button label={`现在去评:${item.title}`} onTap={open}>
        现在去评
      </Button>
    </Card>
  )
}
