import { sql } from 'kysely'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { readSetting } from '../../core/settings'
import { move } from '../../core/workflow'
import type { ShiftRow } from './repo'
import { termsSetting } from './schema'
import { lockSignup, type SignupRow } from './signups'
import { signupWorkflow } from './workflow'

/** What moving sign-ups takes, in an action and in the timer. */
export type Tick = Pick<Ctx, 'db' | 'now' | 'newId'>

export function readTerms({ db, now }: Pick<Ctx, 'db' | 'now'>) {
  return readSetting(db, 'activity.terms', termsSetting, now)
}

export interface Claimed {
  /** Got a place; else stands on the waiting list. */
  got: boolean
  /** Order of the sign-ups of this shift. */
  place: number
  /** Who wait, this one included. */
  waiting: number
}

/**
 * Takes the next number and a place if there is one and nobody waits for it. One conditional statement: its row lock
 * is held until the commit, so the order of the numbers is the order of the places, and there is never one too many.
 */
export async function claimPlace(db: DbOrTx, shiftId: string): Promise<Claimed> {
  const free = sql`taken < capacity AND waiting = 0`
  const { rows } = await sql<{ waiting: number; lastPlace: number }>`
    UPDATE shift SET
      taken = taken + CASE WHEN ${free} THEN 1 ELSE 0 END,
      waiting = waiting + CASE WHEN ${free} THEN 0 ELSE 1 END,
      last_place = last_place + 1
    WHERE id = ${shiftId} RETURNING waiting, last_place`.execute(db)
  const { waiting, lastPlace } = rows[0] as { waiting: number; lastPlace: number }
  return { got: waiting === 0, place: lastPlace, waiting }
}

export function lockShift(db: DbOrTx, id: string): Promise<ShiftRow> {
  return db.selectFrom('shift').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

async function setCounts(db: DbOrTx, { id, taken, waiting }: ShiftRow): Promise<void> {
  await db.updateTable('shift').set({ taken, waiting }).where('id', '=', id).execute()
}

/** The first who waits, of a locked shift. */
function firstWaiting(db: DbOrTx, shiftId: string): Promise<SignupRow | undefined> {
  return db
    .selectFrom('signup')
    .selectAll()
    .where('shiftId', '=', shiftId)
    .where('status', '=', 'waiting')
    .orderBy('place')
    .limit(1)
    .executeTakeFirst()
}

/** Offers free places of a locked shift to who waits, in order, with a time to say yes. */
async function offerFree(tick: Tick, shift: ShiftRow): Promise<ShiftRow> {
  const now = { ...shift }
  const { confirm } = await readTerms(tick)
  const until = Math.min(tick.now.getTime() + confirm * 1000, shift.startsAt.getTime())
  while (now.taken < now.capacity && now.waiting > 0 && tick.now < shift.startsAt) {
    const next = await firstWaiting(tick.db, shift.id)
    if (next === undefined) {
      break
    }
    const set = { offeredUntil: new Date(until) }
    await move(tick, { table: 'signup', workflow: signupWorkflow, row: next, action: 'activity.offer', set })
    now.taken += 1
    now.waiting -= 1
  }
  return now
}

type Leaving = 'activity.cancel' | 'activity.lapse' | 'activity.drop' | 'activity.confirmPlace'

/**
 * Somebody leaves: their place, if they had one, goes to the next who waits. The shift is locked before the sign-up,
 * as everywhere; `still` looks again at what was found before the lock, and false leaves everything as it is.
 */
export async function leave(
  tick: Tick,
  signup: SignupRow,
  action: Leaving,
  still: (row: SignupRow) => boolean = () => true,
): Promise<SignupRow> {
  const shift = await lockShift(tick.db, signup.shiftId)
  const row = await lockSignup(tick.db, signup.id)
  if (!still(row)) {
    return row
  }
  const left = await move(tick, {
    table: 'signup',
    workflow: signupWorkflow,
    row,
    action,
    to: action === 'activity.lapse' ? 'lapsed' : 'cancelled',
    set: { offeredUntil: null },
    tell: { from: row.status },
  })
  const waited = row.status === 'waiting'
  const without = {
    ...shift,
    taken: shift.taken - (waited ? 0 : 1),
    waiting: shift.waiting - (waited ? 1 : 0),
  }
  // Nobody moves up into an activity that is called off.
  await setCounts(tick.db, action === 'activity.drop' ? without : await offerFree(tick, without))
  return left
}

/** Places that are free while somebody waits, however that came about. */
export async function fillShift(tick: Tick, id: string): Promise<void> {
  await setCounts(tick.db, await offerFree(tick, await lockShift(tick.db, id)))
}
