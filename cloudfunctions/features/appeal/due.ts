import { OPEN_APPEAL_STATUSES } from '~/types/appeal'
import { readTerms } from './clock'
import type { DbOrTx, Tx } from '../../core/db'
import type { NewRow } from '../../core/schema'
import type { CallbackRow } from './ratings'
import type { AppealRow } from './repo'

/** Cases locked at a time; those that another job holds are left to it. */
const BATCH = 50

interface At {
  db: Tx
  now: Date
}

/** Cases that must be reminded of. Shelved ones wait on purpose. */
export function lockDueReminders({ db, now }: At): Promise<AppealRow[]> {
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('remindAt', '<=', now)
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where('status', '<>', 'shelved')
    .orderBy('remindAt')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Cases handed over that were not taken in time. */
export function lockUntaken({ db, now }: At): Promise<AppealRow[]> {
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('signDueAt', '<=', now)
    .where((eb) =>
      eb.or([
        eb('status', 'in', ['submitted', 'escalated', 'reopened', 'dispatched']),
        eb('handedBy', 'is not', null),
      ]),
    )
    .orderBy('signDueAt')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Cases whose person nobody has spoken to in time. */
export function lockUncontacted({ db, now }: At): Promise<AppealRow[]> {
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('contactDueAt', '<=', now)
    .orderBy('contactDueAt')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Shelved cases whose time to look again has come. */
export function lockReviewable({ db, now }: At): Promise<AppealRow[]> {
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('status', '=', 'shelved')
    .where('reviewAt', '<=', now)
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Cases with an objection that nobody decided in time; only the one that the case waits for now. */
export async function lockUndecided({ db, now }: At): Promise<{ row: AppealRow; objectionId: string }[]> {
  const late = await db
    .selectFrom('appealObjection')
    .innerJoin('appeal', 'appeal.id', 'appealObjection.appealId')
    .select(['appealObjection.id as objectionId', 'appealId'])
    .where('upheld', 'is', null)
    .where('decideBy', '<=', now)
    .where('appeal.status', '=', 'objected')
    .whereRef('appealObjection.round', '=', 'appeal.objectionCount')
    .orderBy('decideBy')
    .limit(BATCH)
    .execute()
  if (late.length === 0) {
    return []
  }
  const ids = late.map(({ appealId }) => appealId)
  const cases = db.selectFrom('appeal').selectAll().where('id', 'in', ids).where('status', '=', 'objected')
  const rows = await cases.forUpdate().skipLocked().execute()
  return rows.flatMap((row) =>
    late.filter(({ appealId }) => appealId === row.id).map(({ objectionId }) => ({ row, objectionId })),
  )
}

export interface DueCallback {
  row: AppealRow
  callback: CallbackRow
  /** The person has said their word in that round. */
  heard: boolean
}

/** Askings for somebody's word that go on now, each with its case. The case is locked first, as everywhere. */
export async function lockDueCallbacks({ db, now }: At): Promise<DueCallback[]> {
  const due = db.selectFrom('appealCallback').where('nextAt', '<=', now)
  const asked = await due.select('appealId').orderBy('nextAt').limit(BATCH).execute()
  if (asked.length === 0) {
    return []
  }
  const wanted = asked.map(({ appealId }) => appealId)
  const cases = db.selectFrom('appeal').selectAll().where('id', 'in', wanted).orderBy('id')
  const rows = await cases.forUpdate().skipLocked().execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) {
    return []
  }
  const callbacks = await due.selectAll().where('appealId', 'in', ids).execute()
  const ratings = await db.selectFrom('appealRating').selectAll().where('appealId', 'in', ids).execute()
  return callbacks.flatMap((callback) => {
    const row = rows.find(({ id }) => id === callback.appealId)
    const heard = ratings.some(
      ({ appealId, userId, round }) =>
        appealId === row?.id && userId === row.submitterId && round === callback.round,
    )
    return row === undefined ? [] : [{ row, callback, heard }]
  })
}

/** True when this reminder had not been written before. */
export async function insertNotice(db: DbOrTx, row: NewRow<'appealNotice'>): Promise<boolean> {
  const made = await db
    .insertInto('appealNotice')
    .values(row)
    .onConflict((oc) => oc.columns(['appealId', 'round', 'step']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** More time that nobody decided on is not given. Returns how many. */
export async function refuseOldExtensions(db: DbOrTx, now: Date): Promise<number> {
  const { decide } = await readTerms({ db, now })
  const result = await db
    .updateTable('appealExtension')
    .set({ granted: false, decidedAt: now, words: '到时没有答复,按原时限办理' })
    .where('granted', 'is', null)
    .where('askedAt', '<=', new Date(now.getTime() - decide * 1000))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
