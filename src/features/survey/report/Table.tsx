import { View } from '@tarojs/components'
import type { AreaResultView, SurveyResultsView } from '~/types/survey-results'
import { BAND_LABELS, HIDDEN_LINES, PLACE_KIND_LABELS } from '@/labels/survey'
import { Card } from '@/ui'
import { grouped, percent, points } from '../view'
import { intervalWords } from '../results/words'
import './Table.scss'

/** 并列2, 4, or nothing for what is not ranked. */
const placeWords = ({ place, tied }: AreaResultView) =>
  place === null ? '—' : `${tied ? '并列' : ''}${place}`

function scoreWords({ score, band, hidden }: AreaResultView): string {
  if (score !== null) {
    return `${points(score.value)}(${intervalWords(score)})`
  }
  return band !== null ? BAND_LABELS[band] : hidden !== null ? HIDDEN_LINES[hidden] : '—'
}

/** Every place on one line: rank, points with the interval, coverage, ballots. */
export function Table({ kind, items }: { kind: SurveyResultsView['areasAre']; items: AreaResultView[] }) {
  return (
    <Card className="reporttable">
      <View className="reporttable__row reporttable__row--head">
        <View className="reporttable__place">名次</View>
        <View className="reporttable__name">{PLACE_KIND_LABELS[kind]}</View>
        <View className="reporttable__score">得分(95%区间)</View>
        <View className="reporttable__part">参与率 · 票</View>
      </View>
      {items.map((item) => (
        <View key={item.areaCode} className="reporttable__row">
          <View className="reporttable__place">{placeWords(item)}</View>
          <View className="reporttable__name">{item.name}</View>
          <View className="reporttable__score">{scoreWords(item)}</View>
          <View className="reporttable__part">
            {percent(item.coverage)} · {grouped(item.ballots)}
          </View>
        </View>
      ))}
    </Card>
  )
}
