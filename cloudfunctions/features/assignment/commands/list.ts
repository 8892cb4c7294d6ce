import type { Input, Output } from '~/types/api'
import { isWithin } from '~/types/area'
import type { GivableView } from '~/types/me'
import { ROLES_OF_DEPARTMENTS } from '~/types/roles'
import { can, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { notFound } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { givable } from '../policy'
import { presentAssignment } from '../present'
import { listAssignments, listDepartments } from '../repo'

/** Who holds which role where, inside what the caller may see. */
export async function listRoles(
  ctx: Ctx,
  input: Input<'assignment.list'>,
): Promise<Output<'assignment.list'>> {
  const { areaCode, role, limit = PAGE.usual } = input
  if (areaCode !== undefined && !can(ctx.actor, 'assignment.view', areaCode)) {
    throw notFound('个地方')
  }
  const scopes = areaCode === undefined ? scopesOf(ctx.actor, 'assignment.view') : [areaCode]
  const after = decodeCursor(input.cursor, 2)
  const rows = await listAssignments(ctx.db, { scopes, role, now: ctx.now, after, limit })
  const areas = await areaViews(
    ctx.db,
    rows.map((row) => row.areaCode),
  )
  const known = rows.flatMap((row) => {
    const area = areas.get(row.areaCode)
    return area === undefined ? [] : [{ row, area }]
  })
  const page = toPage(
    known,
    limit,
    ({ row }) => [row.areaCode, row.id],
    ({ row, area }) => presentAssignment(row, area, ctx.actor, ctx.now),
  )
  return { ...page, canGive: await withDepartments(ctx) }
}

/** What the caller may give; for a role that belongs to a department, which there are. */
async function withDepartments(ctx: Ctx): Promise<GivableView[]> {
  const roles = givable(ctx.actor)
  const departments = roles.some(({ role }) => ROLES_OF_DEPARTMENTS.includes(role))
    ? await listDepartments(ctx.db)
    : []
  return roles.map((given) => ({
    ...given,
    ...(ROLES_OF_DEPARTMENTS.includes(given.role) && {
      departments: departments
        .filter(({ areaCode }) => isWithin(areaCode, given.areaCode))
        .map(({ code, name }) => ({ code, name })),
    }),
  }))
}
