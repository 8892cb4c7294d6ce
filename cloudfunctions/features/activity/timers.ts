import type { Deps } from '../../core/deps'
import { emit } from '../../core/outbox'
import { retell } from '../feed/queries'
import { cardBody, cardKey } from './deliver'
import { BATCH, findLapsed, findReminders, findStranded, findUnfilled, type Reminder } from './due'
import { fillShift, leave, type Tick } from './places'
import { findActivity, listStaleCards, moveOn, setToldLeft } from './repo'
import type { SignupRow } from './signups'
import { REMINDED } from './workflow'

/** Each in its own transaction: a shift is held for one step only, and what fails does not keep the others. */
async function each<T>(
  deps: Deps,
  newId: () => string,
  find: (at: { db: Deps['db']; now: Date }) => Promise<T[]>,
  carry: (tick: Tick, item: T) => Promise<unknown>,
): Promise<number> {
  const now = deps.clock.now()
  for (let done = 0; ;) {
    const items = await find({ db: deps.db, now })
    for (const item of items) {
      await deps.db.transaction().execute((db) => carry({ db, now, newId }, item))
    }
    done += items.length
    if (items.length < BATCH) {
      return done
    }
  }
}

/** A place that nobody said yes to goes to the next; a shift that has begun has no waiting list. */
function lapse(tick: Tick, found: SignupRow) {
  return leave(tick, found, 'activity.lapse', ({ status, version }) => {
    return version === found.version && (status === 'offered' || status === 'waiting')
  })
}

function drop(tick: Tick, found: SignupRow) {
  return leave(tick, found, 'activity.drop', ({ version }) => version === found.version)
}

function remind(tick: Tick, { id, kind }: Reminder) {
  return emit(tick, REMINDED, { id, kind }, `${REMINDED}:${id}:${kind}`)
}

/** Tells the free places anew on the cards that were made for an activity. */
async function refresh(tick: Tick, { id, left }: { id: string; left: number }) {
  const activity = await findActivity(tick.db, id)
  if (activity !== undefined) {
    await retell(tick.db, cardKey(id), cardBody(activity, left))
    await setToldLeft(tick.db, id, left)
  }
}

/** Everything about activities that only the clock can do. Safe to run late, twice and at the same time. */
export async function tickActivities(deps: Deps, newId: () => string): Promise<number> {
  const dropped = await each(deps, newId, findStranded, drop)
  const lapsed = await each(deps, newId, findLapsed, lapse)
  const filled = await each(deps, newId, findUnfilled, fillShift)
  const reminded = await each(deps, newId, findReminders, remind)
  const moved = await moveOn(deps.db, deps.clock.now())
  const told = await each(deps, newId, ({ db, now }) => listStaleCards(db, now, BATCH), refresh)
  return dropped + lapsed + filled + reminded + moved + told
}
