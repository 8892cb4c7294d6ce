import { View } from '@tarojs/components'
import type { EvaluationObjectionView } from '~/types/evaluation'
import { EVALUATION_COMPONENT_LABELS } from '@/labels/evaluation'
import { dayTime } from '@/time'
import { Button, Card, Tag } from '@/ui'
import './evaluation.scss'

interface Props {
  objection: EvaluationObjectionView
  /** The village is named where several stand together. */
  named?: boolean
  onDecide?(): void
}

/** What a village said against its number, and what was decided; both stay. */
export function Objection({ objection, named = false, onDecide }: Props) {
  const { name, reason, at, upheld, words, leftOut, can } = objection
  const tone = upheld === null ? 'gold' : upheld ? 'green' : 'grey'
  return (
    <Card>
      <View className="evaluation__head">
        <Tag tone={tone}>{upheld === null ? '等裁定' : upheld ? '异议成立' : '异议不成立'}</Tag>
        <View className="evaluation__muted">{dayTime(at)}</View>
      </View>
      {named && <View className="evaluation__title">{name}</View>}
      <View className="evaluation__said">{`“${reason}”`}</View>
      {words !== '' && <View className="evaluation__muted">{`裁定:${words}`}</View>}
      {leftOut !== null && (
        <View className="evaluation__muted">{`${EVALUATION_COMPONENT_LABELS[leftOut]}这一项不计`}</View>
      )}
      {onDecide !== undefined && can.includes('evaluation.decideObjection') && (
        <Button kind="soft" size="middle" onTap={onDecide}>
          裁定
        </Button>
      )}
    </Card>
  )
}
