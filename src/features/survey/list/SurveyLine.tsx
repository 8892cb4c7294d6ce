import { View } from '@tarojs/components'
import { SURVEY_TONES, type SurveyRowView } from '~/types/survey'
import { useNow } from '@/hooks'
import { TONE_TAGS } from '@/labels/feed'
import { sheetLine, STANDING_TAGS, SURVEY_STATUS_LABELS } from '@/labels/survey'
import { goTo } from '@/navigate'
import { dayTime, leftWords } from '@/time'
import { Bar, Card, Tag } from '@/ui'
import { grouped, percent, shareOf } from '../view'
import './SurveyLine.scss'

/** One survey of a list: where it stands, whose it is, and for staff how many took part. */
export function SurveyLine({ item, staff }: { item: SurveyRowView; staff: boolean }) {
  const now = useNow()
  const { id, title, status, closesAt, ownerName, areaName, standing, participation } = item
  const open = status === 'open'
  const share = participation === null ? 0 : shareOf(participation.ballots, participation.electors)
  return (
    <Card onTap={() => goTo('/features/survey/detail/index', { id })} label={title}>
      <View className="surveyline__head">
        <View className="surveyline__tags">
          <Tag tone={TONE_TAGS[SURVEY_TONES[status]]}>{SURVEY_STATUS_LABELS[status]}</Tag>
          {!staff && open && <Tag tone="grey">{STANDING_TAGS[standing]}</Tag>}
        </View>
        <View className="surveyline__muted">
          {open ? leftWords(closesAt, now) : `${dayTime(closesAt)}截止`}
        </View>
      </View>
      <View className="surveyline__title">{title}</View>
      <View className="surveyline__muted">
        {staff ? `${ownerName}发起 · 问${areaName}` : `${ownerName} · ${sheetLine(item)}`}
      </View>
      {participation !== null && status !== 'draft' && (
        <View className="surveyline__part">
          <Bar share={share / 100} />
          <View className="surveyline__muted">
            {grouped(participation.ballots)} / {grouped(participation.electors)} 参加了,{percent(share)}
          </View>
        </View>
      )}
    </Card>
  )
}
