import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { readSetting } from '../../../core/settings'
import { findVolunteerOfUser, findVolunteers, settingSchemas } from '../../activity/queries'
import { presentEntry, presentRecord } from '../present'
import { listEntries, namedBy, sumOf } from '../repo'

/** What the program has counted of the caller, and line by line also of the family. */
export async function readRecord(
  ctx: Ctx,
  { cursor, limit = PAGE.usual }: Input<'record.mine'>,
): Promise<Output<'record.mine'>> {
  const userId = ctx.actor.user.id
  const self = await findVolunteerOfUser(ctx.db, userId)
  const ids = [...(self === undefined ? [] : [self]), ...(await namedBy(ctx.db, userId))]
  const [stars, sums, rows, people] = await Promise.all([
    readSetting(ctx.db, 'activity.stars', settingSchemas['activity.stars'], ctx.now),
    self === undefined ? { minutes: 0, activities: 0 } : sumOf(ctx.db, self),
    ids.length === 0 ? [] : listEntries(ctx.db, ids, { before: decodeCursor(cursor, 2), limit }),
    findVolunteers(ctx.db, ids),
  ])
  const page = toPage(
    rows,
    limit,
    (row) => [row.at.toISOString(), row.id],
    (row) => presentEntry(row, people.get(row.volunteerId)?.name ?? ''),
  )
  return { record: presentRecord(ctx.actor.user.name, sums, stars), ...page }
}
