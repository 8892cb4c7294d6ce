import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PaperOrigin, SurveyAnswer, SurveyReceiptView, SurveyView } from '~/types/survey'
import type { DoorElectorView } from '~/types/survey-paper'
import { useAction } from '@/hooks'
import { ORIGIN_LABELS } from '@/labels/survey'
import { ActionBar, Button, Card, ChipGroup, Field, Notice, Page } from '@/ui'
import { answersOf, isReady, withAnswer } from '../answers'
import { spelled } from '../view'
import { PaperAnswer } from './PaperAnswer'
import './PaperSheet.scss'

interface Props {
  survey: SurveyView
  elector: DoorElectorView
  /** Back to the door, for the next one. */
  onDone(): void
}

function Written({ name, receipt, onDone }: { name: string; receipt: SurveyReceiptView; onDone(): void }) {
  return (
    <Page
      title="录好了"
      foot={
        <ActionBar>
          <Button onTap={onDone}>录下一张</Button>
        </ActionBar>
      }
    >
      <Card>
        <View>
          {receipt.replaced ? '改好了,以这次为准。' : '录进去了。'}请把回执码抄给{name}:
        </View>
        <View className="papersheet__code">{spelled(receipt.receipt)}</View>
        <View className="papersheet__muted">
          截止以后,他可以核对这张票算没算进去。十张纸票里会抽一张打电话问本人,只问是不是自己填的,不问怎么选。
        </View>
      </Card>
      <Notice tone="gold">录完的纸票请当场交还本人,或者按规定封存,不要带走。</Notice>
    </Page>
  )
}

/** The whole sheet on one page, in the order of the paper, for typing fast. */
export function PaperSheet({ survey, elector, onDone }: Props) {
  const { id, edition, questions } = survey
  const { residentId, name, door } = elector
  const [answers, setAnswers] = useState<SurveyAnswer[]>([])
  const [origin, setOrigin] = useState<PaperOrigin>('door')
  const [receipt, setReceipt] = useState<SurveyReceiptView>()
  const cast = useAction('survey.castAtDoor', { done: '录好了', refresh: ['survey'] })
  const ready = questions.every((question, index) => isReady(question, answers[index] ?? null))
  if (receipt !== undefined) {
    return <Written name={name} receipt={receipt} onDone={onDone} />
  }

  async function send() {
    const sent = answersOf(survey, answers)
    const done = await cast.run({ id, edition, residentId, origin, answers: sent })
    if (done !== undefined) {
      setReceipt(done)
    }
  }

  const foot = (
    <ActionBar>
      <Button kind="ghost" onTap={onDone}>
        不录了
      </Button>
      <Button disabled={!ready} loading={cast.busy} onTap={() => void send()}>
        录进去
      </Button>
    </ActionBar>
  )
  return (
    <Page title="录入纸票" foot={foot}>
      {cast.failure !== undefined && <Notice tone="red">{cast.failure.message}</Notice>}
      <Card>
        <View className="papersheet__who">{name}</View>
        <View className="papersheet__muted">{door}</View>
      </Card>
      <Field label="在哪里填的?">
        <ChipGroup
          label="在哪里填的"
          value={origin}
          options={[
            { value: 'door', label: ORIGIN_LABELS.door },
            { value: 'booth', label: ORIGIN_LABELS.booth },
          ]}
          onChange={(chosen) => setOrigin(chosen)}
        />
      </Field>
      {questions.map((question, index) => (
        <Field
          key={index}
          label={`${index + 1}. ${question.text}`}
          error={cast.fields[`answers.${index}`]}
          {...(!question.required && { hint: '没填可以空着' })}
        >
          <PaperAnswer
            question={question}
            answer={answers[index] ?? null}
            onChange={(answer) => setAnswers(withAnswer(answers, index, answer))}
          />
        </Field>
      ))}
    </Page>
  )
}
