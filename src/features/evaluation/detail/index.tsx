import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EvaluationView } from '~/types/evaluation'
import { usePagedList, useParams } from '@/hooks'
import {
  EVALUATION_ACTION_LABELS,
  EVALUATION_STATUS_LABELS,
  EVALUATION_STATUS_TONES,
} from '@/labels/evaluation'
import { goTo } from '@/navigate'
import { dayTime } from '@/time'
import { ActionBar, Button, Card, Notice, Page, Row, SectionTitle, Tag } from '@/ui'
import { ConfirmSheet, type Move } from '../components/ConfirmSheet'
import { VillageLine } from '../components/VillageLine'
import '../components/evaluation.scss'
import { termsWords } from '../facts'
import { periodWords } from '../view'
import { classesOf } from './classes'

const MOVES: Move[] = ['evaluation.archive', 'evaluation.compute', 'evaluation.freeze', 'evaluation.publish']

function Head({ data }: { data: EvaluationView }) {
  const { id, status, title, areaName, surveyTitle, objectionsUntil, waiting } = data
  const rules = termsWords(data)
  return (
    <Card>
      <Tag tone={EVALUATION_STATUS_TONES[status]}>{EVALUATION_STATUS_LABELS[status]}</Tag>
      <View className="evaluation__title">{title}</View>
      <View className="evaluation__muted">{`${areaName} · ${periodWords(data)}`}</View>
      {surveyTitle !== '' && <View className="evaluation__muted">{`满意度来自:${surveyTitle}`}</View>}
      {rules !== '' && <View className="evaluation__muted">{rules}</View>}
      {status === 'objecting' && objectionsUntil !== null && (
        <View className="evaluation__muted">{`${dayTime(objectionsUntil)} 前可以提异议`}</View>
      )}
      {waiting !== null && status === 'objecting' && (
        <Row
          label="村里提的异议"
          value={waiting === 0 ? '都裁定了' : `${waiting}个等裁定`}
          onTap={() => goTo('/features/evaluation/objections/index', { id })}
        />
      )}
    </Card>
  )
}

/** One evaluation: where it stands, by which rules, and its villages beside their like. */
export default function EvaluationDetail() {
  const { id = '' } = useParams()
  const query = usePagedList('evaluation.info', { id })
  const [asked, ask] = useState<Move>()
  const data = query.first
  const own = new Set(data?.own ?? [])
  const mine = query.items.filter(({ areaCode }) => own.has(areaCode))
  const moves = MOVES.filter((move) => data?.can.includes(move) === true)
  return (
    <Page
      title="村党组织评价"
      state={query}
      foot={
        moves.length > 0 && (
          <ActionBar>
            {moves.map((move, n) => (
              <Button key={move} kind={n === moves.length - 1 ? 'main' : 'ghost'} onTap={() => ask(move)}>
                {EVALUATION_ACTION_LABELS[move]}
              </Button>
            ))}
          </ActionBar>
        )
      }
    >
      {data !== undefined && (
        <>
          <Head data={data} />
          {data.status === 'draft' && (
            <Notice tone="blue">还没有算。算好以后先给各村看自己的,公示期满再定。</Notice>
          )}
          {data.status === 'objecting' && data.can.length === 0 && (
            <Notice tone="blue">公示期里,每个村只看得到自己的得分和来历。</Notice>
          )}
          {mine.length > 0 && own.size < 4 && (
            <>
              <SectionTitle>我的村</SectionTitle>
              <Card>
                {mine.map((village) => (
                  <VillageLine key={village.areaCode} id={id} village={village} own={false} />
                ))}
              </Card>
            </>
          )}
          {classesOf(query.items).map(({ name, placed, villages }) => (
            <View key={name}>
              <SectionTitle>{placed === 0 ? name : `${name}(${placed}个村一起比)`}</SectionTitle>
              <Card>
                {villages.map((village) => (
                  <VillageLine
                    key={village.areaCode}
                    id={id}
                    village={village}
                    own={own.size < 4 && own.has(village.areaCode)}
                  />
                ))}
              </Card>
            </View>
          ))}
          {query.more && (
            <Button kind="ghost" size="middle" onTap={query.loadMore}>
              再看一些
            </Button>
          )}
          {query.items.length > 0 && (
            <Notice tone="blue">
              差别可能只是碰巧的,名次并列;诉求多少不影响得分,办得怎样才影响。危险的事写在旁边,不算进得分。
            </Notice>
          )}
          {asked !== undefined && (
            <ConfirmSheet evaluation={data} move={asked} onClose={() => ask(undefined)} />
          )}
        </>
      )}
    </Page>
  )
}
