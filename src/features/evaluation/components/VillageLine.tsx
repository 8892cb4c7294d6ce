import { View } from '@tarojs/components'
import type { EvaluationVillageRowView } from '~/types/evaluation'
import { EVALUATION_BAND_LABELS, EVALUATION_BAND_TONES } from '@/labels/evaluation'
import { goTo } from '@/navigate'
import { Icon, Tag } from '@/ui'
import { aria } from '@/ui/aria'
import { placeWords, points } from '../view'
import './evaluation.scss'

interface Props {
  /** Of the evaluation. */
  id: string
  village: EvaluationVillageRowView
  own: boolean
}

/** One village: its place, which may be shared, its number, and danger beside it, never in it. */
export function VillageLine({ id, village, own }: Props) {
  const { areaCode, name, townName, score, band, danger } = village
  const late = danger.late === 0 ? '都按时' : `${danger.late}件超时`
  return (
    <View
      className="village"
      hoverClass="village--pressed"
      {...aria({ role: 'button', label: `${name},${placeWords(village)}` })}
      onClick={() => goTo('/features/evaluation/village/index', { id, areaCode })}
    >
      <View className="village__words">
        <View className="village__name">
          <View>{name}</View>
          {own && <Tag tone="peach">我的村</Tag>}
          {band !== null && <Tag tone={EVALUATION_BAND_TONES[band]}>{EVALUATION_BAND_LABELS[band]}</Tag>}
        </View>
        <View className="village__hint">{`${placeWords(village)} · ${townName}`}</View>
        {danger.cases > 0 && (
          <View className="village__hint">{`危险的${danger.cases}件,${late}(不算进得分)`}</View>
        )}
      </View>
      {score !== null && <View className="village__score">{points(score)}</View>}
      <Icon name="next" size={18} color="#6A615B" />
    </View>
  )
}
