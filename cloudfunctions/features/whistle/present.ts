import type { WhistleView } from '~/types/whistle'
import { departmentsOf, type Actor } from '../../core/actor'
import type { WhistleRow } from './repo'

interface Parts {
  actor: Actor
  /** The reader is staff of the case; scores are not for others. */
  staff: boolean
  /** The reader speaks for the town that blew. */
  town: boolean
  names: Map<string, string>
}

export function presentWhistle(row: WhistleRow, { actor, staff, town, names }: Parts): WhistleView {
  const { id, kind, department, words, status, arrivedAt, releasedAt, useful, justified } = row
  const serves = departmentsOf(actor, 'appeal.handle').includes(department)
  const can: WhistleView['can'] = []
  if (serves && status === 'blown') {
    can.push('appeal.arrive')
  }
  if (town && status === 'arrived') {
    can.push('appeal.release')
  }
  return {
    id,
    kind,
    department,
    departmentName: names.get(department) ?? department,
    words: staff ? words : '',
    status,
    blownAt: row.blownAt.toISOString(),
    answerDueAt: row.answerDueAt.toISOString(),
    ...(arrivedAt !== null && { arrivedAt: arrivedAt.toISOString() }),
    ...(releasedAt !== null && { releasedAt: releasedAt.toISOString() }),
    ...(staff && useful !== null && { useful }),
    ...(staff && justified !== null && { justified }),
    can,
  }
}
