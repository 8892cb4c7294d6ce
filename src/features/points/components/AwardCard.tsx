import { View } from '@tarojs/components'
import type { AwardAction, AwardView } from '~/types/points'
import {
  AWARD_ACTION_LABELS,
  AWARD_STATUS_LABELS,
  AWARD_TONES,
  POINTS_CATEGORY_LABELS,
  POINTS_RULE_LABELS,
} from '@/labels/points'
import { dayTime } from '@/time'
import { Button, Card, Tag } from '@/ui'
import { amountWords, awardLine, ordered } from '../view'
import './points.scss'

interface Props {
  award: AwardView
  onAct(action: AwardAction): void
}

function Objection({ objection }: { objection: NonNullable<AwardView['objection']> }) {
  const { reason, decideBy, upheld, words = '' } = objection
  const answer =
    upheld === undefined ? `${dayTime(decideBy)}前答复` : `${upheld ? '成立' : '不成立'}:${words}`
  return <View className="points__muted">{`异议:${reason} · ${answer}`}</View>
}

/** Points for what somebody did, with what may still be said to them. */
export function AwardCard({ award, onAct }: Props) {
  const { name, areaName, rule, category, points, words, status, objection, can } = award
  const line = awardLine(award)
  const actions = ordered(can)
  const main = actions.at(-1)
  return (
    <Card>
      <View className="points__head">
        <Tag tone={AWARD_TONES[status]}>{AWARD_STATUS_LABELS[status]}</Tag>
        <Tag tone="peach">{POINTS_CATEGORY_LABELS[category]}</Tag>
        <View className="points__price">{`${amountWords(points)}分`}</View>
      </View>
      <View className="points__title">{`${name} · ${POINTS_RULE_LABELS[rule]}`}</View>
      {words !== '' && <View className="points__line">{words}</View>}
      <View className="points__muted">{areaName}</View>
      {line !== '' && <View className="points__muted">{line}</View>}
      {objection !== undefined && <Objection objection={objection} />}
      {actions.length > 0 && (
        <View className="points__acts">
          {actions.map((action) => (
            <Button
              key={action}
              size="middle"
              kind={action === main && action !== 'points.object' ? 'main' : 'ghost'}
              onTap={() => onAct(action)}
            >
              {AWARD_ACTION_LABELS[action]}
            </Button>
          ))}
        </View>
      )}
    </Card>
  )
}
