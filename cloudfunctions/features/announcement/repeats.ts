import type { Ctx } from '../../core/context'
import type { Deps } from '../../core/deps'
import { drain, type Tick } from '../../core/drain'
import type { DbOrTx, Tx } from '../../core/db'
import type { NewRow } from '../../core/schema'
import { findAnnouncement, type AnnouncementRow } from './repo'
import { endAfter, nextTime, turnOf, type SeriesRow } from './series'

const BATCH = 20

/** What the series of an announcement is known by, whichever of it this is. */
export const firstOf = ({ id, repeatOf }: Pick<AnnouncementRow, 'id' | 'repeatOf'>) => repeatOf ?? id

export async function insertSeries(db: DbOrTx, row: NewRow<'announcementSeries'>): Promise<void> {
  await db.insertInto('announcementSeries').values(row).execute()
}

export function findSeries(db: DbOrTx, row: AnnouncementRow): Promise<SeriesRow | undefined> {
  return db
    .selectFrom('announcementSeries')
    .selectAll()
    .where('announcementId', '=', firstOf(row))
    .executeTakeFirst()
}

/** The first is sent at `startsAt`: from then on it comes again. */
export async function beginSeries(db: DbOrTx, row: AnnouncementRow, startsAt: Date): Promise<void> {
  const series = await findSeries(db, row)
  if (series !== undefined && row.repeatOf === null && series.stoppedAt === null) {
    await db
      .updateTable('announcementSeries')
      .set({ nextAt: nextTime(series, startsAt) ?? null })
      .where('announcementId', '=', row.id)
      .execute()
  }
}

/** It does not come again. A time that is being made at this moment is waited for. Returns whether it would have. */
export async function endSeries(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  row: AnnouncementRow,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('announcementSeries')
    .set({ nextAt: null, stoppedAt: now })
    .where('announcementId', '=', firstOf(row))
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Those that are due, with their first announcements: one that is being withdrawn at this moment is left alone. */
const lockDueSeries = (tx: Tx, now: Date): Promise<SeriesRow[]> =>
  tx
    .selectFrom('announcementSeries')
    .innerJoin('announcement', 'announcement.id', 'announcementSeries.announcementId')
    .selectAll('announcementSeries')
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .limit(BATCH)
    .forUpdate(['announcement', 'announcementSeries'])
    .skipLocked()
    .execute()

/** Makes the announcement for the time that is due, once, as one that goes out by itself; its turn comes right after. */
async function repeat({ db, now, newId }: Tick, series: SeriesRow): Promise<void> {
  const first = await findAnnouncement(db, series.announcementId)
  const { at, next } = turnOf(series, series.nextAt ?? now, now)
  const expiresAt = first && endAfter(first, at)
  if (first !== undefined && expiresAt !== undefined && expiresAt > now) {
    const { areaCode, audience, urgency, title, words, pictureId, attachmentId, answer, choices, unit } =
      first
    await db
      .insertInto('announcement')
      .values({
        ...{ id: newId(), areaCode, audience, urgency, title, words, pictureId, attachmentId },
        ...{ answer, choices, unit, createdBy: first.createdBy, decidedBy: first.decidedBy, expiresAt },
        ...{ status: 'scheduled', createdAt: now, startsAt: at, publishedAt: null, remindedAt: null },
        ...{ repeatOf: first.id, repeatAt: at },
      })
      .onConflict((oc) => oc.columns(['repeatOf', 'repeatAt']).doNothing())
      .execute()
  }
  await db
    .updateTable('announcementSeries')
    .set({ nextAt: next ?? null })
    .where('announcementId', '=', series.announcementId)
    .execute()
}

/** Makes what comes again by now. Returns how many series had their turn. */
export const tickSeries = (deps: Deps, newId: () => string): Promise<number> =>
  drain(deps, newId, ({ db, now }) => lockDueSeries(db, now), repeat)
