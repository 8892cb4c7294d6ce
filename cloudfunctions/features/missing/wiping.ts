import { areaCodeAt } from '~/types/area'
import { shanghaiDay } from '../../core/clock'
import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import { forgetAnswers } from '../../core/idempotency'
import { countTold, forgetTelling } from '../broadcast/queries'
import { setColumns, type MissingRow } from './repo'
import { paceOf } from './rings'
import { countOpenings, listSearchers, listSightings } from './sightings'
import { keyOf } from './telling'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

const minutesBetween = (from: Date | null, to: Date | null) =>
  from === null || to === null ? null : Math.round((to.getTime() - from.getTime()) / 60_000)

/** Numbers without a name: a month, a town, how long it took. Their id is no case's. */
async function keepStatistic(ctx: At, row: MissingRow): Promise<void> {
  const [told, opened, sightings, searchers] = await Promise.all([
    countTold(ctx.db, [keyOf(row)]),
    countOpenings(ctx.db, row.id),
    listSightings(ctx.db, row.id),
    listSearchers(ctx.db, row.id),
  ])
  const { age, travel, needsHelp, verifiedAt, lastSeenAt, endedAt } = row
  const pace = age === null || travel === null ? undefined : paceOf({ age, travel, needsHelp })
  await ctx.db
    .insertInto('missingStatistic')
    .values({
      id: ctx.newId(),
      townCode: areaCodeAt(row.areaCode, 'town'),
      month: `${shanghaiDay(row.reportedAt).slice(0, 7)}-01`,
      outcome: row.status,
      pace: pace ?? 'vehicle',
      verifyMinutes: minutesBetween(row.reportedAt, verifiedAt),
      searchMinutes: minutesBetween(lastSeenAt, endedAt),
      ring: row.ring,
      told: told.get(keyOf(row))?.told ?? 0,
      opened,
      sightings: sightings.length,
      confirmed: sightings.filter(({ status }) => status === 'confirmed').length,
      searchers: searchers.length,
    })
    .execute()
}

/**
 * Deletes everything personal of an ended case: person, reporter, witnesses, searchers, words in feeds and cards,
 * kept answers. The row stays, bare, so that the card in the groups still leads to a thank you; the table itself
 * refuses a row that is called wiped and is not (CHECK). The case must be locked.
 */
export async function wipeMissing(ctx: At, row: MissingRow): Promise<void> {
  await keepStatistic(ctx, row)
  for (const table of ['missingStep', 'missingSighting', 'missingSearcher', 'missingOpening'] as const) {
    await ctx.db.deleteFrom(table).where('missingId', '=', row.id).execute()
  }
  await forgetTelling(ctx.db, [keyOf(row)])
  await forgetAnswers(ctx.db, 'missing', row.endedAt ?? ctx.now)
  await setColumns(ctx.db, row.id, {
    reporterId: null,
    capturedBy: null,
    verifiedBy: null,
    kinship: null,
    contactName: '',
    contactPhone: null,
    name: '',
    sex: null,
    age: null,
    needsHelp: false,
    abduction: false,
    looks: '',
    travel: null,
    place: '',
    pictureId: null,
    lastSeenAt: null,
    latitude: null,
    longitude: null,
    centreCode: null,
    centreLatitude: null,
    centreLongitude: null,
    centreAt: null,
    wipedAt: ctx.now,
  })
  await recordDeletion(ctx, { kind: 'missing.wiped', target: row.id })
}
