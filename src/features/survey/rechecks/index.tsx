import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RecheckView } from '~/types/survey-paper'
import { usePagedList, useParams } from '@/hooks'
import { ORIGIN_LABELS, RECHECK_LABELS, RECHECK_TONES } from '@/labels/survey'
import { Button, Card, Notice, Page, PageState, Sheet, Tag } from '@/ui'
import { Answered } from './Answered'
import './index.scss'

/** Every tenth ballot on paper: was it you? Never: what did you choose? */
export default function SurveyRechecks() {
  const { id = '' } = useParams()
  const list = usePagedList('survey.rechecks', { id })
  const [asking, setAsking] = useState<RecheckView>()
  return (
    <Page title="纸票回访">
      <Notice tone="gold">只问一句:“这张票是您自己填的吗?”不问怎么选,也不提醒别人知道。</Notice>
      <PageState
        query={list}
        isEmpty={list.items.length === 0}
        empty={{ icon: 'check', title: '没有要回访的', line: '有纸票录进来,会抽出一部分在这里' }}
      >
        {list.items.map((item) => (
          <Card key={item.id}>
            <View className="rechecks__head">
              <View className="rechecks__name">{item.name}</View>
              {item.result !== null && (
                <Tag tone={RECHECK_TONES[item.result]}>{RECHECK_LABELS[item.result]}</Tag>
              )}
            </View>
            <View className="rechecks__muted">
              {item.areaName} · {item.door} · {ORIGIN_LABELS[item.origin]}填的
            </View>
            {item.words !== '' && <View>“{item.words}”</View>}
            {(item.result === null || item.result === 'unreached') && (
              <View className="rechecks__button">
                <Button
                  kind="soft"
                  size="middle"
                  label={`记下${item.name}的回答`}
                  onTap={() => setAsking(item)}
                >
                  问过了,记下来
                </Button>
              </View>
            )}
          </Card>
        ))}
      </PageState>
      <Sheet
        open={asking !== undefined}
        title={`${asking?.name ?? ''}怎么说?`}
        onClose={() => setAsking(undefined)}
      >
        {asking !== undefined && <Answered item={asking} onDone={() => setAsking(undefined)} />}
      </Sheet>
    </Page>
  )
}
