import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall, usePagedList, useParams } from '@/hooks'
import { Card, Filter, Page, PageState } from '@/ui'
import './index.scss'

function Words({ id, question }: { id: string; question: number }) {
  const said = usePagedList('survey.said', { id, question })
  return (
    <PageState
      query={said}
      isEmpty={said.items.length === 0}
      empty={{ icon: 'talk', title: '没有人留话', line: '人太少的地方也不显示,免得认出是谁说的' }}
    >
      {said.items.map((item, index) => (
        <Card key={index}>
          <View>“{item.words}”</View>
          <View className="said__where">{item.areaName}</View>
        </Card>
      ))}
    </PageState>
  )
}

/** What people wrote, in no order and without names. */
export default function SurveySaid() {
  const { id = '' } = useParams()
  const survey = useCall('survey.info', { id })
  const asked = (survey.data?.questions ?? []).flatMap(({ kind, text }, index) =>
    kind === 'text' ? [{ value: String(index), label: text }] : [],
  )
  const [chosen, setChosen] = useState<string>()
  const shown = chosen ?? asked[0]?.value
  return (
    <Page title="大家说的话" state={survey}>
      {asked.length > 1 && <Filter label="哪道题" value={shown} options={asked} onChange={setChosen} />}
      {asked.length === 1 && <View className="said__question">{asked[0]?.label}</View>}
      {shown !== undefined && <Words key={shown} id={id} question={Number(shown)} />}
    </Page>
  )
}
