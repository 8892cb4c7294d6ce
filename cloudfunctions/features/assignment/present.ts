import type { AreaView } from '~/types/area'
import type { AssignmentView } from '~/types/me'
import type { Actor } from '../../core/actor'
import { mayGive } from './policy'
import type { AssignmentRow } from './repo'

export function presentAssignment(
  row: AssignmentRow,
  area: AreaView,
  actor: Actor,
  now: Date,
): AssignmentView {
  const ended = row.toAt !== null && row.toAt <= now
  return {
    id: row.id,
    userId: row.userId,
    userName: row.userName,
    role: row.role,
    area,
    ...(row.departmentName !== null && { departmentName: row.departmentName }),
    from: row.fromAt.toISOString(),
    ...(row.toAt !== null && { to: row.toAt.toISOString() }),
    can:
      !ended && row.userId !== actor.user.id && mayGive(actor, row.role, row.areaCode)
        ? ['assignment.end']
        : [],
  }
}
