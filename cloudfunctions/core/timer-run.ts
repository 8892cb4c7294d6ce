import { sql } from 'kysely'
import type { DbOrTx } from './db'
import type { Figure } from './metrics'
import type { Row } from './schema'

/** How one part of a run of the timer went; `error` is the kind of what was thrown. */
export interface PartOutcome {
  part: string
  tookMs: number
  error?: string
}

/** Writes down how a run went, in one statement. Runs may overlap: the later one stays. */
export async function recordRun(db: DbOrTx, now: Date, outcomes: readonly PartOutcome[]): Promise<void> {
  if (outcomes.length === 0) {
    return
  }
  const rows = outcomes.map(({ part, tookMs, error }) => ({
    ...{ part, tookMs: Math.round(tookMs), ranAt: now },
    succeededAt: error === undefined ? now : null,
    failures: error === undefined ? 0 : 1,
    lastError: error ?? null,
  }))
  await db
    .insertInto('timerPart')
    .values(rows)
    .onConflict((oc) =>
      oc.column('part').doUpdateSet({
        ranAt: sql`greatest(timer_part.ran_at, excluded.ran_at)`,
        succeededAt: sql`greatest(timer_part.succeeded_at, excluded.succeeded_at)`,
        tookMs: sql`excluded.took_ms`,
        failures: sql`timer_part.failures + excluded.failures`,
        lastError: sql`coalesce(excluded.last_error, timer_part.last_error)`,
      }),
    )
    .execute()
}

/** When the timer last came to the end of a run; undefined before its first one. */
export async function findLastRun(db: DbOrTx): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`SELECT max(ran_at) AS at FROM timer_part`.execute(db)
  return rows[0]?.at ?? undefined
}

const seconds = (at: Date) => at.getTime() / 1000

/** Last run of the timer, and how each of its parts is. Parts that newer versions no longer have are left out. */
export async function timerFigures(db: DbOrTx): Promise<Figure[]> {
  const all = await db.selectFrom('timerPart').selectAll().orderBy('part').execute()
  const last = all.reduce<Date | undefined>((at, { ranAt }) => (at && at > ranAt ? at : ranAt), undefined)
  const rows = all.filter(({ ranAt }) => last && last.getTime() - ranAt.getTime() < GONE_MS)
  const byPart = (value: (row: Row<'timerPart'>) => number) =>
    rows.map((row) => ({ labels: { part: row.part }, value: value(row) }))
  return [
    {
      ...{ name: 'timer_last_run_timestamp_seconds', type: 'gauge' },
      help: 'When the timer last came to the end of a run.',
      values: last === undefined ? [] : [{ value: seconds(last) }],
    },
    {
      ...{ name: 'timer_part_last_success_timestamp_seconds', type: 'gauge' },
      help: 'When a part of the timer last did its work; 0 when it never did.',
      values: byPart(({ succeededAt }) => (succeededAt === null ? 0 : seconds(succeededAt))),
    },
    {
      ...{ name: 'timer_part_failures_total', type: 'counter' },
      help: 'Runs in which a part of the timer failed.',
      values: byPart(({ failures }) => failures),
    },
    {
      ...{ name: 'timer_part_duration_seconds', type: 'gauge' },
      help: 'How long a part of the timer took in its last run.',
      values: byPart(({ tookMs }) => tookMs / 1000),
    },
  ]
}

/** A part that has not run for an hour while others have is one of an older version. */
const GONE_MS = 3_600_000
