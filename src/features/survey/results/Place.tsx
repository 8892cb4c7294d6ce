import { View } from '@tarojs/components'
import type { AreaResultView } from '~/types/survey-results'
import { BAND_LABELS, BAND_TONES, HIDDEN_LINES } from '@/labels/survey'
import { goTo } from '@/navigate'
import { Tag } from '@/ui'
import { aria } from '@/ui/aria'
import { points } from '../view'
import { IntervalBar } from './IntervalBar'
import { intervalWords, toneOf } from './words'
import './Place.scss'

interface Props {
  id: string
  item: AreaResultView
  mine: boolean
  /** There is something further down to look at. */
  opens: boolean
}

function spoken({ name, place, tied, score, hidden }: AreaResultView): string {
  const at = place === null ? '' : `${tied ? '并列' : ''}第${place},`
  if (score === null) {
    return `${name},${hidden === null ? '' : HIDDEN_LINES[hidden]}`
  }
  return `${at}${name},${points(score.value)}分,95%区间${intervalWords(score)}`
}

/** One place: its rank, its points with the interval, or why there are none. */
export function Place({ id, item, mine, opens }: Props) {
  const { areaCode, name, place, tied, score, band, hidden } = item
  const open = () => goTo('/features/survey/results/index', { id, areaCode })
  const tappable = opens
    ? { hoverClass: 'place--pressed', ...aria({ role: 'button', label: spoken(item) }), onClick: open }
    : {}
  return (
    <View className={`place ${mine ? 'place--mine' : ''}`} {...tappable}>
      <View className="place__name">
        <View className="place__rank">{place ?? ''}</View>
        <View className="place__words">{name}</View>
        {tied && <Tag tone="grey">并列</Tag>}
      </View>
      {score !== null && (
        <>
          <View className="place__bar">
            <IntervalBar estimate={score} tone={toneOf(score.value)} />
          </View>
          <View className="place__points">{points(score.value)}</View>
        </>
      )}
      {score === null && band !== null && <Tag tone={BAND_TONES[band]}>{BAND_LABELS[band]}</Tag>}
      {score === null && band === null && hidden !== null && (
        <View className="place__hidden">{HIDDEN_LINES[hidden]}</View>
      )}
    </View>
  )
}
