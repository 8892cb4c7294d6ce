import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { AppealAction } from '~/types/appeal'
import type { AppealRowView } from '~/types/appeal-list'
import { useAction, useNow } from '@/hooks'
import { ACTION_LABELS, CATEGORY_LABELS, statusLine, URGENCY_LABELS } from '@/labels/appeal'
import { agoWords, dayTime, leftWords, usedShare } from '@/time'
import { goTo } from '@/navigate'
import { Button, Card, Tag, type TagTone } from '@/ui'
import './CaseCard.scss'
import './WorkCard.scss'

/** Two buttons a card; the rest is on the case's page. The last one is the main one. */
const ORDER: AppealAction[] = [
  'appeal.call',
  'appeal.escalate',
  'appeal.answer',
  'appeal.finish',
  'appeal.object',
  'appeal.accept',
  'appeal.review',
  'appeal.release',
  'appeal.decideExtension',
  'appeal.decideObjection',
  'appeal.arrive',
]

function toneOf(share: number): TagTone {
  return share >= 0.8 ? 'red' : share >= 0.5 ? 'gold' : 'green'
}

/** A case on the workbench: how long is left, what it is, and what can be done at once. */
export function WorkCard({ item }: { item: AppealRowView }) {
  const now = useNow()
  const accept = useAction('appeal.accept', { done: '已接单', refresh: ['appeal', 'feed', 'delivery'] })
  const call = useAction('appeal.call')
  const buttons = ORDER.filter((action) => item.can.includes(action)).slice(-2)

  async function start(action: AppealAction) {
    if (action === 'appeal.accept') {
      await accept.run({ id: item.id })
    } else if (action === 'appeal.call') {
      const found = await call.run({ id: item.id })
      if (found !== undefined) {
        await Taro.makePhoneCall({ phoneNumber: found.phone }).catch(() => undefined)
      }
    } else {
      goTo('/features/appeal/handle/index', { id: item.id, action })
    }
  }

  return (
    <Card>
      <View onClick={() => goTo('/features/appeal/detail/index', { id: item.id })}>
        <View className="casecard__head">
          <View className="workcard__tags">
            {item.urgency === 'danger' && <Tag tone="red">{URGENCY_LABELS.danger}</Tag>}
            <Tag tone={toneOf(usedShare(item.termFrom, item.dueAt, now))}>{leftWords(item.dueAt, now)}</Tag>
            {item.urgedAt !== undefined && <Tag tone="red">{agoWords(item.urgedAt, now)}催过</Tag>}
            {item.joinCount > 0 && <Tag tone="blue">{item.joinCount + 1}人反映</Tag>}
          </View>
          <View className="casecard__muted">{agoWords(item.submittedAt, now)}</View>
        </View>
        <View className="casecard__title">{item.title}</View>
        <View className="casecard__muted">
          {item.areaName} · {CATEGORY_LABELS[item.category]} · {statusLine(item.status, item.level)}
        </View>
        {item.contactDueAt !== undefined && item.can.includes('appeal.contact') && (
          <View className="workcard__contact">{dayTime(item.contactDueAt)} 前先联系反映人</View>
        )}
      </View>
      {buttons.length > 0 && (
        <View className="workcard__buttons">
          {buttons.map((action, index) => (
            <Button
              key={action}
              size="middle"
              kind={index === buttons.length - 1 ? 'main' : 'ghost'}
              loading={action === 'appeal.accept' && accept.busy}
              onTap={() => void start(action)}
            >
              {ACTION_LABELS[action]}
            </Button>
          ))}
        </View>
      )}
    </Card>
  )
}
