import {
  HANDLED_APPEAL_STATUSES,
  OPEN_APPEAL_STATUSES,
  type AppealAction,
  type AppealView,
} from '~/types/appeal'
import { OUTCOME_LABELS, SATISFACTION_LABELS, STEP_TITLES, WAITING_LABELS } from '@/labels/appeal'
import { dayTime, spanWords } from '@/time'
import type { TimelineItem } from '@/ui'

type Case = Pick<AppealView, 'status' | 'submittedAt' | 'steps' | 'rating' | 'holderName' | 'relation'>

const askWords = ({ relation }: Case) =>
  relation === 'own' ? '请您评价:解决了吗?满意吗?' : '请反映人评价:解决了吗?满意吗?'

export const isOpen = (status: AppealView['status']) =>
  (OPEN_APPEAL_STATUSES as readonly string[]).includes(status)
export const isHandled = (status: AppealView['status']) =>
  (HANDLED_APPEAL_STATUSES as readonly string[]).includes(status)

/** What is being waited for, as the step that is lit up. */
function nowStep(view: Case): TimelineItem | undefined {
  const { status, holderName } = view
  if (status === 'accepted') {
    return { key: 'now', title: `${holderName}正在办`, lines: ['有进展会写在这里'], state: 'now' }
  }
  if (isOpen(status)) {
    return { key: 'now', title: `等${holderName}接单`, lines: ['接单后马上能看到'], state: 'now' }
  }
  return isHandled(status) ? { key: 'now', title: askWords(view), lines: [], state: 'now' } : undefined
}

/** The timeline: what was done, what happens now, what will come. */
export function timelineOf(view: Case): TimelineItem[] {
  const done = view.steps.map((step): TimelineItem => {
    const first = step.action === 'appeal.submit'
    const parts = [
      dayTime(step.at),
      first && step.pictures.length > 0 ? `照片${step.pictures.length}张` : '',
      step.action === 'appeal.accept'
        ? `${spanWords(Date.parse(step.at) - Date.parse(view.submittedAt))}响应`
        : '',
    ]
    const words = step.words === '' ? [] : [`“${step.words}”`]
    return {
      key: step.id,
      title: STEP_TITLES[step.action](step.by),
      lines: [parts.filter((part) => part !== '').join(' · '), ...words],
      state: 'done',
      // The first ones stand above, with the text.
      pictures: first ? [] : step.pictures,
      voices: first ? [] : step.voices,
    }
  })
  const now = nowStep(view)
  const next: TimelineItem[] = isOpen(view.status)
    ? [
        { key: 'next-1', title: '办结,反馈到网格群', lines: [], state: 'next' },
        { key: 'next-2', title: askWords(view), lines: [], state: 'next' },
      ]
    : []
  return [...done, ...(now === undefined ? [] : [now]), ...next]
}

/** 还有3位邻居也遇到了, 您和另外2位邻居也遇到了: neighbours who joined, never who they are. */
export function joinWords({ joinCount, joined }: Pick<AppealView, 'joinCount' | 'joined'>): string {
  if (!joined) {
    return `还有${joinCount}位邻居也遇到了`
  }
  return joinCount > 1 ? `您和另外${joinCount - 1}位邻居也遇到了` : '您也遇到了'
}

/** 已解决 · 非常满意 */
export function ratingWords(rating: NonNullable<AppealView['rating']>): string {
  return `${OUTCOME_LABELS[rating.outcome]} · ${SATISFACTION_LABELS[rating.satisfaction]}`
}

/** Order in which the buttons matter; the first is the main one. Supplementing and withdrawing have their own place on the page. */
const WEIGHT: AppealAction[] = [
  'appeal.accept',
  'appeal.rate',
  'appeal.callBack',
  'appeal.join',
  'appeal.arrive',
  'appeal.decideObjection',
  'appeal.decideExtension',
  'appeal.release',
  'appeal.review',
  'appeal.finish',
  'appeal.dispatch',
  'appeal.object',
  'appeal.answer',
  'appeal.escalate',
  'appeal.whistle',
  'appeal.thank',
  'appeal.urge',
  'appeal.reopen',
  'appeal.call',
  'appeal.triage',
  'appeal.extend',
  'appeal.handOver',
  'appeal.shelve',
  'appeal.refer',
  'appeal.pass',
]
/** Up to two buttons for the bar, the main one last, and what goes behind 更多. */
export function splitActions(can: AppealAction[]): { bar: AppealAction[]; more: AppealAction[] } {
  const sorted = WEIGHT.filter((action) => can.includes(action))
  const room = sorted.length > 2 ? 1 : 2
  return { bar: sorted.slice(0, room).reverse(), more: sorted.slice(room) }
}

/** 网格员 李师傅 · 等您补充: who has it, and whom they wait for. */
export function holderWords({ holderName, waitingFor, relation }: AppealView): string {
  const asked = waitingFor === 'citizen' && relation === 'own' ? '等您补充' : undefined
  const waits = asked ?? (waitingFor === null ? undefined : WAITING_LABELS[waitingFor])
  return waits === undefined ? holderName : `${holderName} · ${waits}`
}
