import { sql, type RawBuilder } from 'kysely'
import type { ContentState } from '~/types/content'
import type { DbOrTx } from './db'
import type { Deps } from './deps'
import { AppError } from './errors'
import { backoffMs } from './outbox'

/** How long a claimed row belongs to one job, in seconds; a killed job's row is taken over after that. */
const LEASE_SECONDS = 60
/** After this many the platform counts as silent and people decide. */
const TRIES_MOST = 20
/** Rows that one run asks about, and failures after which it leaves the rest to the next one. */
const RUN = { rows: 100, failures: 3 }

/** A row with content, check_at and check_tries, as far as claiming it goes. */
export interface Claimed {
  id: string
  checkTries: number
}

/** What is asked of the platform about the rows of one table. */
export interface Checker<R extends Claimed, K extends string> {
  table: 'appeal' | 'picture' | 'help' | 'helpThank' | 'post'
  /** Which of the rows under check are asked about at all. */
  only: RawBuilder<boolean>
  /** Asks, outside any transaction, and writes what came of it, except for `held`. Thrown: asked again later. */
  ask(claimed: R): Promise<K | 'held'>
}

/** Takes one row that is due, or the named one, for a minute. */
async function claim<R extends Claimed>(
  deps: Deps,
  { table, only }: Pick<Checker<R, never>, 'table' | 'only'>,
  id?: string,
): Promise<R | undefined> {
  const now = deps.clock.now()
  const until = new Date(now.getTime() + LEASE_SECONDS * 1000)
  const one = id === undefined ? sql`true` : sql`id = ${id}`
  const { rows } = await sql<R>`
    UPDATE ${sql.table(table)} SET check_at = ${until}, check_tries = check_tries + 1
    WHERE id = (
      SELECT id FROM ${sql.table(table)}
      WHERE content = 'checking' AND ${only} AND (check_at IS NULL OR check_at <= ${now}) AND ${one}
      ORDER BY check_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`.execute(deps.db)
  return rows[0]
}

/**
 * Writes to a claimed row; undefined when the claim is lost: whoever lost the lease finds other tries, and staff may
 * have been quicker.
 */
export async function writeClaimed<R extends Claimed>(
  db: DbOrTx,
  table: Checker<R, never>['table'],
  { id, checkTries }: R,
  set: { content?: ContentState; checkAt: Date | null; traceId?: string | null },
): Promise<R | undefined> {
  const row = await db
    .updateTable(table as 'picture')
    .set(set)
    .where('id', '=', id)
    .where('content', '=', 'checking')
    .where('checkTries', '=', checkTries)
    .returningAll()
    .executeTakeFirst()
  return row as R | undefined
}

/** Asks about one claimed row. What failed is asked again later, at last by people. */
async function attempt<R extends Claimed, K extends string>(
  deps: Deps,
  { table, ask }: Checker<R, K>,
  claimed: R,
): Promise<K | 'held' | 'failed'> {
  const { id, checkTries: tries } = claimed
  const hold = async () => {
    await writeClaimed(deps.db, table, claimed, { content: 'held', checkAt: null })
    return 'held' as const
  }
  try {
    const outcome = tries > TRIES_MOST ? 'held' : await ask(claimed)
    return outcome === 'held' ? await hold() : outcome
  } catch (error) {
    const cause = error instanceof Error ? error.name : 'unknown'
    const reason = error instanceof AppError ? error.reason : undefined
    deps.log.warn('content', { table, id, tries, cause, reason })
    if (tries >= TRIES_MOST) {
      return hold()
    }
    const checkAt = new Date(deps.clock.now().getTime() + backoffMs(tries))
    await writeClaimed(deps.db, table, claimed, { checkAt })
    return 'failed'
  }
}

/** Asks about every row that is due, oldest first, and counts what came of it in `report`. */
export async function checkDue<R extends Claimed, K extends string>(
  deps: Deps,
  checker: Checker<R, K>,
  report: Record<K | 'held' | 'failed', number>,
): Promise<void> {
  for (let n = 0; n < RUN.rows && report.failed < RUN.failures; n += 1) {
    const claimed = await claim<R>(deps, checker)
    if (claimed === undefined) {
      break
    }
    report[await attempt(deps, checker, claimed)] += 1
  }
}

/** The same for one row that is due. */
export async function checkOne<R extends Claimed, K extends string>(
  deps: Deps,
  checker: Checker<R, K>,
  id: string,
): Promise<void> {
  const claimed = await claim<R>(deps, checker, id)
  if (claimed !== undefined) {
    await attempt(deps, checker, claimed)
  }
}

/** Rows of one table that wait for the platform, and since when the oldest does. */
export interface Unchecked {
  count: number
  since: Date | null
}

/** Counts what waits for the platform, with an index of its own in each table. `at`: when a row was written. */
export async function countUnchecked(
  db: DbOrTx,
  { table, only }: Pick<Checker<Claimed, never>, 'table' | 'only'>,
  at: string,
): Promise<Unchecked> {
  const { rows } = await sql<Unchecked>`
    SELECT count(*)::int AS count, min(${sql.ref(at)}) AS since
    FROM ${sql.table(table)} WHERE content = 'checking' AND ${only}`.execute(db)
  return rows[0] ?? { count: 0, since: null }
}

/** The openid of who wrote something, by which the platform knows them; undefined when they have left. */
export async function openidOf(deps: Deps, userId: string): Promise<string | undefined> {
  const { openid } =
    (await deps.db.selectFrom('appUser').select('openid').where('id', '=', userId).executeTakeFirst()) ?? {}
  return openid ?? undefined
}

/** The answer, or a rejection when it takes longer than `ms` milliseconds. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('silent')), ms)
  })
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer))
}
