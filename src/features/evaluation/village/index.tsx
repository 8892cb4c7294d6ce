import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EvaluationVillageView } from '~/types/evaluation'
import { useCall, useParams } from '@/hooks'
import {
  EVALUATION_BAND_LABELS,
  EVALUATION_BAND_TONES,
  EVALUATION_STATUS_LABELS,
  EVALUATION_STATUS_TONES,
} from '@/labels/evaluation'
import { goTo } from '@/navigate'
import { dayTime } from '@/time'
import { ActionBar, Button, Card, Page, Row, SectionTitle, Tag } from '@/ui'
import { Objection } from '../components/Objection'
import { ObjectSheet } from '../components/ObjectSheet'
import { Part } from '../components/Part'
import '../components/evaluation.scss'
import { classWords, formulaOf, inOrder, periodWords, placeWords, points, rangeWords } from '../view'

function Result({ data }: { data: EvaluationVillageView }) {
  const { name, townName, score, low, high, places, band, danger, components, evaluation } = data
  const among = places === null ? '' : `,和${places.of}个村(${classWords(data)})一起比`
  const formula = formulaOf(components, score)
  return (
    <Card>
      <View className="evaluation__head">
        <Tag tone={EVALUATION_STATUS_TONES[evaluation.status]}>
          {EVALUATION_STATUS_LABELS[evaluation.status]}
        </Tag>
        {band !== null && <Tag tone={EVALUATION_BAND_TONES[band]}>{EVALUATION_BAND_LABELS[band]}</Tag>}
      </View>
      <View className="evaluation__title">{`${townName} · ${name}`}</View>
      <View className="evaluation__beside">
        {score !== null && <View className="evaluation__score">{points(score)}</View>}
        <View className="evaluation__place">{placeWords(data)}</View>
      </View>
      {low !== null && high !== null && (
        <View className="evaluation__muted">{`${rangeWords(low, high)}${among}`}</View>
      )}
      {formula !== '' && <View className="evaluation__formula">{formula}</View>}
      {danger.cases > 0 && (
        <View className="evaluation__muted">
          {`这段时间有危险的${danger.cases}件,其中超时${danger.late}件;写在这里,不算进得分`}
        </View>
      )}
    </Card>
  )
}

/** How the number of one village came about, down to the formula, and what the village says against it. */
export default function EvaluationVillage() {
  const { id = '', areaCode = '' } = useParams()
  const query = useCall('evaluation.explain', { id, areaCode })
  const [objecting, setObjecting] = useState(false)
  const { data } = query
  const may = data?.can.includes('evaluation.object') === true
  const until = data?.evaluation.objectionsUntil ?? null
  return (
    <Page
      title="得分是怎么来的"
      state={query}
      foot={
        may && (
          <ActionBar>
            <Button kind="ghost" onTap={() => setObjecting(true)}>
              {until === null ? '提出异议' : `提出异议(${dayTime(until)} 前)`}
            </Button>
          </ActionBar>
        )
      }
    >
      {data !== undefined && (
        <>
          <Result data={data} />
          <SectionTitle>每一项</SectionTitle>
          {inOrder(data.components).map((component) => (
            <Part key={component.name} component={component} />
          ))}
          {data.objections.length > 0 && <SectionTitle>异议和裁定</SectionTitle>}
          {data.objections.map((objection) => (
            <Objection key={objection.id} objection={objection} />
          ))}
          <Card>
            <Row
              label={data.evaluation.title}
              hint={periodWords(data.evaluation)}
              value="看全部"
              onTap={() => goTo('/features/evaluation/detail/index', { id })}
            />
          </Card>
          {objecting && <ObjectSheet id={id} areaCode={areaCode} onClose={() => setObjecting(false)} />}
        </>
      )}
    </Page>
  )
}
