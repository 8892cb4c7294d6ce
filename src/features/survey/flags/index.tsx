import { View } from '@tarojs/components'
import { useState } from 'react'
import { SURVEY_LIMITS } from '~/types/survey'
import type { SurveyFlagView } from '~/types/survey-paper'
import { useAction, usePagedList, useParams } from '@/hooks'
import { FLAG_LABELS } from '@/labels/survey'
import { dayTime } from '@/time'
import { Button, Card, Field, Notice, Page, PageState, Sheet, Tag, TextArea } from '@/ui'
import './index.scss'

function Review({ flag, onDone }: { flag: SurveyFlagView; onDone(): void }) {
  const [words, setWords] = useState('')
  const review = useAction('survey.review', { done: '记下了' })
  async function send() {
    if ((await review.run({ id: flag.id, words })) !== undefined) {
      onDone()
    }
  }
  return (
    <>
      {review.failure !== undefined && <Notice tone="red">{review.failure.message}</Notice>}
      <Field label="核实下来是怎么回事?" error={review.fields.words}>
        <TextArea
          label="核实的情况"
          value={words}
          max={SURVEY_LIMITS.words}
          placeholder="比如:一家五口合用一部手机,都是本人投的"
          onChange={setWords}
        />
      </Field>
      <Button loading={review.busy} onTap={() => void send()}>
        记下来
      </Button>
    </>
  )
}

/** What somebody should look at. No ballot is thrown away for it. */
export default function SurveyFlags() {
  const { id = '' } = useParams()
  const flags = usePagedList('survey.flags', { id })
  const [looking, setLooking] = useState<SurveyFlagView>()
  return (
    <Page title="要留意的情况">
      <Notice tone="blue">这里只提醒人去看一看,票照样算,不会因为这个作废。</Notice>
      <PageState
        query={flags}
        isEmpty={flags.items.length === 0}
        empty={{ icon: 'shield', title: '没有要留意的', line: '有不寻常的情况,这里会提醒' }}
      >
        {flags.items.map((flag) => (
          <Card key={flag.id}>
            <View className="flags__head">
              <Tag tone={flag.words === undefined ? 'gold' : 'green'}>
                {flag.words === undefined ? '还没核实' : '核实过了'}
              </Tag>
              <View className="flags__muted">{dayTime(flag.at)}</View>
            </View>
            <View className="flags__title">{FLAG_LABELS[flag.kind].title}</View>
            <View>{FLAG_LABELS[flag.kind].line}。</View>
            <View className="flags__muted">
              {flag.areaName} · 涉及{flag.ballots}张票
            </View>
            {flag.words !== undefined && <View className="flags__words">“{flag.words}”</View>}
            {flag.words === undefined && (
              <View className="flags__button">
                <Button kind="soft" size="middle" onTap={() => setLooking(flag)}>
                  核实过了,记下来
                </Button>
              </View>
            )}
          </Card>
        ))}
      </PageState>
      <Sheet open={looking !== undefined} title="记下核实的情况" onClose={() => setLooking(undefined)}>
        {looking !== undefined && <Review flag={looking} onDone={() => setLooking(undefined)} />}
      </Sheet>
    </Page>
  )
}
