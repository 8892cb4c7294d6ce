import { View } from '@tarojs/components'
import type { QuestionResultView, SurveyResultsView } from '~/types/survey-results'
import { HIDDEN_LINES } from '@/labels/survey'
import { Bar, Card } from '@/ui'
import { grouped, percent, points } from '../view'
import { IntervalBar } from './IntervalBar'
import { changeWords, intervalWords, toneOf } from './words'
import './Questions.scss'

function Shares({ shares }: Pick<QuestionResultView, 'shares'>) {
  return (
    <>
      {shares.map(({ label, share }) =>
        share === null ? null : (
          <View key={label} className="questions__share">
            <View className="questions__label">{label}</View>
            <View className="questions__bar">
              <Bar share={share / 100} tone="peach" />
            </View>
            <View className="questions__value">{percent(share)}</View>
          </View>
        ),
      )}
    </>
  )
}

function One({ question, number }: { question: QuestionResultView; number: number }) {
  const { text, score, shares, hidden, answered, unknown, change } = question
  const lines = [
    ...(score === null ? [] : [`95%区间${intervalWords(score)}`]),
    `${grouped(answered)}人答了${unknown > 0 ? `,${grouped(unknown)}人不了解` : ''}`,
    ...(change === null ? [] : [changeWords(change)]),
  ]
  return (
    <View className="questions__one">
      <View className="questions__head">
        <View className="questions__text">
          {number}. {text}
        </View>
        {score !== null && <View className="questions__points">{points(score.value)}</View>}
      </View>
      {score !== null && <IntervalBar estimate={score} tone={toneOf(score.value)} />}
      {hidden === null ? (
        <Shares shares={shares} />
      ) : (
        <View className="questions__muted">{HIDDEN_LINES[hidden]}</View>
      )}
      <View className="questions__muted">{lines.join(' · ')}</View>
    </View>
  )
}

/** What came out of each question. */
export function Questions({ results }: { results: Pick<SurveyResultsView, 'areaName' | 'questions'> }) {
  const { areaName, questions } = results
  if (questions.length === 0) {
    return null
  }
  return (
    <Card>
      <View className="questions__title">{areaName} · 分题得分</View>
      {questions.map((question, index) => (
        <One key={index} question={question} number={index + 1} />
      ))}
    </Card>
  )
}
