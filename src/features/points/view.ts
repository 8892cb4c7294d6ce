import type { AwardAction, AwardView, PointsEntryView, PointsLimit } from '~/types/points'
import { ENTRY_LABELS, POINTS_RULE_LABELS } from '@/labels/points'
import { day, dayTime } from '@/time'

/** +2 and −5, with the sign that reads as one. */
export const amountWords = (amount: number) => (amount < 0 ? `−${-amount}` : `+${amount}`)

/** What an entry of the account was for: 参加志愿活动, 兑换, 收回:门前三包. */
export function entryTitle({ kind, rule }: PointsEntryView): string {
  const what = rule === undefined ? '' : POINTS_RULE_LABELS[rule]
  if (kind === 'award') {
    return what === '' ? ENTRY_LABELS.award : what
  }
  return what === '' ? ENTRY_LABELS[kind] : `${ENTRY_LABELS[kind]}:${what}`
}

/** Whose, what exactly, and when, as far as it is known. */
export const entryLine = ({ name, words, at }: PointsEntryView) =>
  [name, words, dayTime(at)].filter((part) => part !== '').join(' · ')

/** Until when the award may be objected to, or what has become of it. */
export function awardLine({ status, publishedUntil, reason }: AwardView): string {
  if (status === 'published' && publishedUntil !== undefined) {
    return `公示到 ${dayTime(publishedUntil)},没有异议就到账`
  }
  return reason === undefined ? '' : `原因:${reason}`
}

/** The buttons of a card in the order in which they matter, the main one last. */
const ORDER: AwardAction[] = [
  'points.refuse',
  'points.reverse',
  'points.object',
  'points.decideObjection',
  'points.approve',
]
export const ordered = (can: AwardAction[]) => ORDER.filter((action) => can.includes(action))

/** The limits as a villager would tell them, one sentence a line. */
export function limitLines(limits: Record<PointsLimit, number>): string[] {
  const { day: aDay, month, householdMonth, share, approveFrom, publishDays, decideDays } = limits
  const { expiryMonths, warnDays, redeemDay, collectDays } = limits
  return [
    `一个人一天最多得${aDay}分,一个月最多${month}分;一户一个月最多${householdMonth}分。`,
    `同一类事,一个月最多占${share}%。`,
    `网格员、村干部提的积分,${approveFrom}分以上要另一个人同意,谁也不能给自己家定。`,
    `定下来先公示${publishDays}天,名字只写姓。有意见都可以提,${decideDays}个工作日内答复。`,
    `积分${expiryMonths}个月有效,快到期提前${warnDays}天提醒。`,
    `一户一天最多兑${redeemDay}分,兑好的东西留${collectDays}天,没来取积分退回。`,
  ]
}

/** 2026-11-20前. */
export const beforeDay = (at: string) => `${day(at)}前`
