import { can, publicGridsOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'

export type ReminderRow = Row<'civilityReminder'>

export const isStaff = (actor: Actor, areaCode: string) => can(actor, 'civility.remind', areaCode)

/** A reminder is for its grid; taken back, only its staff still sees it. */
export function isVisible(actor: Actor, { areaCode, status }: ReminderRow): boolean {
  const near = status === 'posted' && publicGridsOf(actor).includes(areaCode)
  return near || isStaff(actor, areaCode)
}
