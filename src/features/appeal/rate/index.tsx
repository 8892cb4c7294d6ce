import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  APPEAL_LIMITS,
  RATING_OUTCOMES,
  SATISFACTIONS,
  type RatingOutcome,
  type Satisfaction,
} from '~/types/appeal'
import { useAction, useCall, useDraft, useParams } from '@/hooks'
import { OUTCOME_LABELS, SATISFACTION_LABELS } from '@/labels/appeal'
import { goBack } from '@/navigate'
import {
  ActionBar,
  Button,
  Choice,
  FaceIcon,
  Field,
  Notice,
  Page,
  StepBar,
  TextArea,
  Voices,
  type FaceName,
} from '@/ui'
import { aria } from '@/ui/aria'
import type { VoiceView } from '~/types/voice'
import './index.scss'

interface Draft {
  outcome?: RatingOutcome
  satisfaction?: Satisfaction
  words: string
  voices: VoiceView[]
}
const STEPS = 3
const MOODS: Record<Satisfaction, FaceName> = {
  very_satisfied: 'glad',
  satisfied: 'content',
  fairly_satisfied: 'even',
  dissatisfied: 'sad',
  very_dissatisfied: 'upset',
}

/** The resident's word in three taps, one question a screen. */
export default function AppealRate() {
  const { id = '' } = useParams()
  const appeal = useCall('appeal.info', { id })
  const [draft, change, clear] = useDraft<Draft>(`appeal.rate.${id}`, { words: '', voices: [] })
  const [step, setStep] = useState(1)
  const rate = useAction('appeal.rate', { done: '谢谢您的评价', refresh: ['appeal', 'feed'] })
  const { outcome, satisfaction, words, voices } = draft
  const ready = step === 1 ? outcome !== undefined : satisfaction !== undefined

  async function send() {
    if (outcome === undefined || satisfaction === undefined) {
      return
    }
    if (
      (await rate.run({ id, outcome, satisfaction, words, voiceIds: voices.map((voice) => voice.id) })) !==
      undefined
    ) {
      clear()
      goBack()
    }
  }

  return (
    <Page
      title="评价一下"
      state={appeal}
      foot={
        <ActionBar>
          <Button kind="ghost" onTap={() => (step === 1 ? goBack() : setStep(step - 1))}>
            {step === 1 ? '先不评' : '上一题'}
          </Button>
          {step < STEPS ? (
            <Button disabled={!ready} onTap={() => setStep(step + 1)}>
              下一题
            </Button>
          ) : (
            <Button loading={rate.busy} onTap={() => void send()}>
              交上去
            </Button>
          )}
        </ActionBar>
      }
    >
      <StepBar step={step} steps={STEPS} />
      <View className="rate__what">{appeal.data?.title}</View>
      {step === 1 && (
        <View {...aria({ role: 'radiogroup', label: '解决了吗' })}>
          <View className="rate__question">这件事解决了吗?</View>
          {RATING_OUTCOMES.map((value) => (
            <Choice
              key={value}
              label={OUTCOME_LABELS[value]}
              on={outcome === value}
              onTap={() => change({ outcome: value })}
            />
          ))}
          {outcome === 'unsolved' && appeal.data?.relation === 'own' && (
            <Notice tone="gold">没解决会接着办,并交给上一级来办。</Notice>
          )}
        </View>
      )}
      {step === 2 && (
        <View {...aria({ role: 'radiogroup', label: '满意吗' })}>
          <View className="rate__question">您满意吗?</View>
          {SATISFACTIONS.map((value) => (
            <Choice
              key={value}
              icon={<FaceIcon name={MOODS[value]} />}
              label={SATISFACTION_LABELS[value]}
              on={satisfaction === value}
              onTap={() => change({ satisfaction: value })}
            />
          ))}
        </View>
      )}
      {step === STEPS && (
        <Field label="还有什么想说的?(可以不写)" error={rate.fields.words ?? rate.fields.voiceIds}>
          <TextArea
            label="还有什么想说的"
            value={words}
            max={APPEAL_LIMITS.words}
            placeholder="好的、不好的都可以说"
            onChange={(text) => change({ words: text })}
          />
          {appeal.data?.relation === 'own' && (
            <Voices
              value={voices}
              onChange={(kept) => change({ voices: kept })}
              text={words}
              onText={(text) => change({ words: text })}
            />
          )}
        </Field>
      )}
    </Page>
  )
}
