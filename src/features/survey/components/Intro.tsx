import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SurveyPaperView } from '~/types/survey'
import { sheetLine } from '@/labels/survey'
import { dayTime } from '@/time'
import { Card, Notice } from '@/ui'
import './Intro.scss'

interface Props {
  paper: SurveyPaperView
  /** Tags above the title. */
  head?: ReactNode
}

/** What it is, who asks and why, how long it takes, by which rule, and what keeps it secret. */
export function Intro({ paper, head }: Props) {
  const { title, why, ownerName, questions, rule, secrecy, secret, closesAt } = paper
  const lines = [
    { label: '谁来问', words: ownerName },
    { label: '要多久', words: sheetLine({ ...paper, questionCount: questions.length }) },
    { label: '到什么时候', words: `${dayTime(closesAt)} 截止` },
    { label: '规则', words: rule },
  ]
  return (
    <>
      <Card>
        {head !== undefined && <View className="intro__head">{head}</View>}
        <View className="intro__title">{title}</View>
        <View className="intro__why">{why}</View>
        {lines.map(({ label, words }) => (
          <View key={label} className="intro__line">
            <View className="intro__label">{label}</View>
            <View>{words}</View>
          </View>
        ))}
      </Card>
      <Notice tone={secret ? 'green' : 'gold'}>{secrecy}</Notice>
    </>
  )
}
