import type { DutyView, OrganisationView } from '~/types/party'

const MINUTES = 60

/** 2小时30分, 40分钟: time of service as it was counted. */
export function servedWords(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES)
  const rest = minutes % MINUTES
  if (hours === 0) {
    return `${rest}分钟`
  }
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`
}

/** How far the duty of the year is done, 0 to 1: the better of its two ways. */
export function dutyShare({ activities, minutes, needs, met }: DutyView): number {
  if (met) {
    return 1
  }
  const share = (done: number, need: number) => (need === 0 ? 0 : done / need)
  return Math.max(share(activities, needs.activities), share(minutes, needs.hours * MINUTES))
}

/** What is still to do, either of two. */
export function dutyLine({ activities, minutes, needs, met }: DutyView): string {
  const done = `参加了${activities}次活动,服务${servedWords(minutes)}`
  return met
    ? `${done},今年的任务完成了`
    : `${done}。一年${needs.activities}次活动,或者${needs.hours}小时,做到一样就行`
}

export const organisationLine = ({ registered, confirmed, met }: OrganisationView) =>
  `报到${registered}人,村里确认${confirmed}人,完成任务${met}人`
