import type { Input, Output } from '~/types/api'
import { publicGridsOf, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { forbidden } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { isConfirmedMember } from '../../party/queries'
import { presentRow } from '../present'
import { listOfStaff, listTold, type AnnouncementRow } from '../repo'

async function readTold(ctx: Ctx, page: { before: string[] | undefined; limit: number }) {
  const { membership, assignments, user } = ctx.actor
  const party = membership !== null && (await isConfirmedMember(ctx.db, user.id))
  const grids = {
    everyone: publicGridsOf(ctx.actor),
    party: party ? [membership.areaCode] : [],
    workers: assignments.filter(({ role }) => role === 'grid_worker').map(({ areaCode }) => areaCode),
  }
  return listTold(ctx.db, grids, page)
}

/** What the caller was told, or what was written for the places the caller looks after; newest first. */
export async function listAnnouncements(
  ctx: Ctx,
  { list, cursor, limit = PAGE.usual }: Input<'announcement.list'>,
): Promise<Output<'announcement.list'>> {
  const page = { before: decodeCursor(cursor, 2), limit }
  const scopes = scopesOf(ctx.actor, 'announcement.manage')
  if (list === 'staff' && scopes.length === 0) {
    throw forbidden()
  }
  const rows = list === 'staff' ? await listOfStaff(ctx.db, scopes, page) : await readTold(ctx, page)
  const areas = await areaViews(
    ctx.db,
    rows.map(({ areaCode }) => areaCode),
  )
  const nameOf = ({ areaCode }: AnnouncementRow) => {
    const area = areas.get(areaCode)
    return area?.fullName === '' ? area.name : (area?.fullName ?? '')
  }
  const keyOf = (row: AnnouncementRow) =>
    list === 'staff' ? row.createdAt : (row.publishedAt ?? row.createdAt)
  return toPage(
    rows,
    limit,
    (row) => [keyOf(row).toISOString(), row.id],
    (row) => presentRow(row, nameOf(row)),
  )
}
