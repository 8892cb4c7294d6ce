import { OPEN_MISSING_STATUSES } from '~/types/missing'
import type { Tx } from '../../core/db'
import type { MissingRow } from './repo'

/** Cases locked at a time; those that another job holds are left to it. */
const BATCH = 20

interface At {
  db: Tx
  now: Date
}

const locked = (db: Tx) => db.selectFrom('missing').selectAll().limit(BATCH).forUpdate().skipLocked()

/** Reports that nobody has verified in time. */
export function lockUnverified({ db, now }: At): Promise<MissingRow[]> {
  return locked(db)
    .where('verifyDueAt', '<=', now)
    .where('status', 'in', ['reported', 'with_police'])
    .orderBy('verifyDueAt')
    .execute()
}

/** Searches whose news may have to go further. */
export function lockSpreading({ db, now }: At): Promise<MissingRow[]> {
  return locked(db)
    .where('spreadAt', '<=', now)
    .where('status', '=', 'searching')
    .orderBy('spreadAt')
    .execute()
}

export function lockExpired({ db, now }: At): Promise<MissingRow[]> {
  return locked(db)
    .where('expiresAt', '<=', now)
    .where('status', 'in', OPEN_MISSING_STATUSES)
    .orderBy('expiresAt')
    .execute()
}

/** Ended long enough ago that nothing personal may be left. */
export function lockWipeable({ db, now }: At): Promise<MissingRow[]> {
  return locked(db).where('wipeAt', '<=', now).where('wipedAt', 'is', null).orderBy('wipeAt').execute()
}
