import type { WhistleView } from '~/types/whistle'
import { departmentsOf, type Actor } from '../../core/actor'
import type { WhistleRow } from './repo'

interface Parts {
  actor: Actor
  /** The reader is staff of the case; scores are not for others. */
  staff: boolean
  /** The reader speaks for the town that blew. */
  town: boolean
  /** The reader decides between departments. */
  decide: boolean
  names: Map<string, string>
}

export function presentWhistle(row: WhistleRow, { actor, staff, town, decide, names }: Parts): WhistleView {
  const { id, kind, department, words, status, arrivedAt, releasedAt, useful, justified } = row
  const serves = departmentsOf(actor, 'appeal.handle').includes(department)
  const can: WhistleView['can'] = []
  if (serves && status === 'blown') {
    can.push('appeal.arrive', ...(row.objectedAt === null ? (['appeal.object'] as const) : []))
  }
  if (decide && status === 'objected') {
    can.push('appeal.decideObjection')
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
    ...(staff && row.objection !== '' && { objection: row.objection }),
    ...(arrivedAt !== null && { arrivedAt: arrivedAt.toISOString() }),
    ...(releasedAt !== null && { releasedAt: releasedAt.toISOString() }),
    ...(staff && useful !== null && { useful }),
    ...(staff && justified !== null && { justified }),
    can,
  }
}
