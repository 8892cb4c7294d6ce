import { View } from '@tarojs/components'
import type { AppealRowView } from '~/types/appeal-list'
import { useNow } from '@/hooks'
import { STATUS_TONES, statusLine } from '@/labels/appeal'
import { agoWords, leftWords } from '@/time'
import { goTo } from '@/navigate'
import { Card, Tag } from '@/ui'
import './CaseCard.scss'

/** One case in a list; `where` adds the grid for those who look after several. */
export function CaseCard({ item, where = false }: { item: AppealRowView; where?: boolean }) {
  const now = useNow()
  const late = item.handledAt === undefined && Date.parse(item.dueAt) < now
  const due =
    item.handledAt === undefined ? leftWords(item.dueAt, now) : `${agoWords(item.handledAt, now)}办结`
  const parts = [where ? item.areaName : '', item.pictureCount > 0 ? `照片${item.pictureCount}张` : '']
  const line = parts.filter((part) => part !== '').join(' · ')
  return (
    <Card onTap={() => goTo('/features/appeal/detail/index', { id: item.id })} label={item.title}>
      <View className="casecard__head">
        <Tag tone={STATUS_TONES[item.status]}>{statusLine(item.status, item.level)}</Tag>
        <View className="casecard__muted">{agoWords(item.submittedAt, now)}</View>
      </View>
      <View className="casecard__title">{item.title}</View>
      <View className={late ? 'casecard__late' : 'casecard__muted'}>{due}</View>
      {line !== '' && <View className="casecard__muted">{line}</View>}
    </Card>
  )
}
