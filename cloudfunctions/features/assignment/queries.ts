import type { AssignmentView } from '~/types/me'
import type { Role } from '~/types/roles'
import { inScopes, type Actor } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import { areaViews } from '../area/queries'
import { presentAssignment } from './present'
import { findAssignments } from './repo'

/** Views of the caller's own assignments in force. */
export async function assignmentViewsOf(db: DbOrTx, actor: Actor): Promise<AssignmentView[]> {
  const rows = await findAssignments(
    db,
    actor.assignments.map((assignment) => assignment.id),
  )
  const areas = await areaViews(
    db,
    rows.map((row) => row.areaCode),
  )
  return rows.flatMap((row) => {
    const area = areas.get(row.areaCode)
    return area === undefined ? [] : [presentAssignment(row, area, actor, row.fromAt)]
  })
}

/** Who holds a role inside an area at a moment, and for which place. */
export function holdersOf(
  db: DbOrTx,
  role: Role,
  areaCode: string,
  at: Date,
): Promise<{ userId: string; areaCode: string }[]> {
  return db
    .selectFrom('assignment')
    .select(['userId', 'areaCode'])
    .where('role', '=', role)
    .where(inScopes('area_code', [areaCode]))
    .where('fromAt', '<=', at)
    .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', at)]))
    .orderBy('areaCode')
    .execute()
}
