import { View } from '@tarojs/components'
import { SURVEY_LIMITS, type SurveyView } from '~/types/survey'
import { useAction, useDraft } from '@/hooks'
import { goTo } from '@/navigate'
import { dayTime } from '@/time'
import { Button, Card, Field, Notice, Sheet, TextArea } from '@/ui'
import type { Confirmed } from './pages'
import './Confirm.scss'

interface Asked {
  title: string
  /** What will happen, a sentence each. */
  points(survey: SurveyView): string[]
  /** Asks why, where the act needs a reason. */
  reason?: { label: string; placeholder: string }
  button: string
  danger?: boolean
  done: string
}

const ASKED: Record<Confirmed, Asked> = {
  'survey.open': {
    title: '开始测评',
    points: ({ areaName, closesAt, secret }) => [
      `${areaName}的每个网格群,都会收到一张“请您评”的卡片。`,
      '现在台账里的人定成名单,之后搬来的人这次不投。',
      '题目、规则和截止时间就定下来了,不能再改;有错只能更正,重新来一版。',
      `${dayTime(closesAt)}截止。${secret ? '不记名,' : ''}截止前谁也看不到结果,只看得到多少人参加了。`,
    ],
    button: '确定,开始',
    done: '开始了',
  },
  'survey.close': {
    title: '提前截止',
    points: () => ['马上不再收票,已经投的都算。', '点完票就能看到结果,先不公布。', '截止以后不能再打开。'],
    reason: { label: '为什么提前截止?', placeholder: '比如:该投的都投了' },
    button: '现在截止',
    danger: true,
    done: '已截止,正在点票',
  },
  'survey.correct': {
    title: '更正,重新来一版',
    points: () => [
      '这一版已经投的票全部作废。',
      '会按这一版做一份草稿,改好以后重新开始,大家要再投一次。',
      '原因会写给大家看。',
    ],
    reason: { label: '哪里错了?', placeholder: '比如:第3题写成了别的村' },
    button: '作废这一版,去更正',
    danger: true,
    done: '这一版停了',
  },
  'survey.publish': {
    title: '公布结果',
    points: ({ rules }) => [
      '被问到的人都能看到结果,每个村的网格群收到自己村的一张卡片。',
      rules.publish.ranking ? '各村的名次会公布,分不出高低的并列。' : '各村只看到自己的结果,不公布名次。',
      '人太少的地方不显示,免得认出谁怎么选的。',
      '公布以后不能收回。',
    ],
    button: '公布,反馈到网格群',
    done: '已公布',
  },
}

interface Props {
  survey: SurveyView
  action: Confirmed
  onClose(): void
}

/** Says what will happen before it does; asks for the reason where one is needed. */
export function Confirm({ survey, action, onClose }: Props) {
  const { title, points, reason, button, danger = false, done } = ASKED[action]
  const [draft, change, clear] = useDraft(`${action}.${survey.id}`, { reason: '' })
  const act = useAction(action, { done, refresh: ['survey', 'feed', 'delivery'] })

  async function send() {
    const said = reason === undefined ? {} : { reason: draft.reason }
    const after = await act.run({ id: survey.id, ...said })
    if (after !== undefined) {
      clear()
      onClose()
      if (action === 'survey.correct' && after.replacedById !== undefined) {
        goTo('/features/survey/form/index', { id: after.replacedById })
      }
    }
  }

  return (
    <Sheet open title={title} onClose={onClose}>
      {act.failure !== undefined && <Notice tone="red">{act.failure.message}</Notice>}
      <Card>
        {points(survey).map((point) => (
          <View key={point} className="confirm__point">
            {point}
          </View>
        ))}
      </Card>
      {reason !== undefined && (
        <Field label={reason.label} error={act.fields.reason}>
          <TextArea
            label={reason.label}
            value={draft.reason}
            max={SURVEY_LIMITS.reason}
            placeholder={reason.placeholder}
            onChange={(text) => change({ reason: text })}
          />
        </Field>
      )}
      <Button kind={danger ? 'danger' : 'main'} loading={act.busy} onTap={() => void send()}>
        {button}
      </Button>
    </Sheet>
  )
}
