import { View } from '@tarojs/components'
import type { SurveyResultsView } from '~/types/survey-results'
import { HIDDEN_LINES } from '@/labels/survey'
import { dayTime } from '@/time'
import { Card, Notice, Tag } from '@/ui'
import { grouped, percent, points } from '../view'
import { changeWords, intervalWords } from './words'
import './Figures.scss'

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <View className="figures__one">
      <View className="figures__number">{value}</View>
      <View className="figures__label">{label}</View>
    </View>
  )
}

/** What stands behind the three numbers, a line each. */
function more({ figures, withoutPaper }: SurveyResultsView): string[] {
  const { score, satisfied, onPaper, change, effective } = figures
  const digital = withoutPaper?.score ?? null
  return [
    ...(figures.hidden === null ? [] : [HIDDEN_LINES[figures.hidden]]),
    ...(score === null ? [] : [`得分有95%的把握在${intervalWords(score)}之间`]),
    ...(change === null ? [] : [changeWords(change)]),
    ...(satisfied === null ? [] : [`满意的占${percent(satisfied.value)},区间${intervalWords(satisfied)}`]),
    ...(onPaper === 0
      ? []
      : [`其中纸票${grouped(onPaper)}张${digital === null ? '' : `,不算纸票是${points(digital.value)}分`}`]),
    ...(effective === null ? [] : [`按年龄、性别校正后,相当于${grouped(Math.round(effective))}张票`]),
  ]
}

/** The whole of a place: points, coverage, ballots, and how sure that is. */
export function Figures({ results }: { results: SurveyResultsView }) {
  const { title, areaName, figures, quorate, passed, closedAt, previous } = results
  return (
    <>
      <Card>
        <View className="figures__head">
          {areaName} · {title}
        </View>
        <View className="figures">
          {figures.score !== null && <Figure value={points(figures.score.value)} label="满意度得分" />}
          <Figure value={percent(figures.coverage)} label="参与率" />
          <Figure value={grouped(figures.ballots)} label="有效票" />
        </View>
        {(quorate !== null || passed !== null) && (
          <View className="figures__tags">
            {quorate !== null && (
              <Tag tone={quorate ? 'green' : 'red'}>{quorate ? '参与率够了' : '参与率不够,结果不算数'}</Tag>
            )}
            {passed !== null && <Tag tone={passed ? 'green' : 'gold'}>{passed ? '通过' : '没有通过'}</Tag>}
          </View>
        )}
        {more(results).map((line) => (
          <View key={line} className="figures__line">
            {line}
          </View>
        ))}
        <View className="figures__line">
          {dayTime(closedAt)}截止{previous === null ? '' : `,上次是“${previous.title}”`}
        </View>
      </Card>
      {results.noDifference && <Notice tone="blue">各处的差别很小,可能只是碰巧,所以不分高低。</Notice>}
    </>
  )
}
