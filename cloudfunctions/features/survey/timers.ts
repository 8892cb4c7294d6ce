import { sql } from 'kysely'
import type { Deps } from '../../core/deps'
import type { Tx } from '../../core/db'
import { move } from '../../core/workflow'
import { raiseFlags } from './flags'
import { emptyBox, lockBox, lockForAct, type SurveyRow } from './repo'
import { wipeBox, wipeRoll } from './keeping'
import { remind } from './reminding'
import { sealBox } from './seal'
import { readKeep } from './settings'
import { surveyWorkflow } from './workflow'

type NewId = () => string
/** Milliseconds that one sealing may take; it moves every ballot of a district once. */
const SEAL_MS = 120_000
/** Hours before the end at which those who have not taken part are reminded. */
const REMIND_HOURS = 24

/** What is done to each survey that is due, and whether ballots on their way must be waited for. */
interface Duty {
  due: ReturnType<typeof sql<boolean>>
  lock: typeof lockBox
  act(tick: Tick, survey: SurveyRow): Promise<void>
}
interface Tick {
  db: Tx
  now: Date
  newId: NewId
}

/** Each survey that is due in its own transaction; whoever is faster leaves nothing to do. Returns how many. */
async function forEach(deps: Deps, newId: NewId, { due, lock, act }: Duty): Promise<number> {
  const now = deps.clock.now()
  const ids = await deps.db.selectFrom('survey').select('id').where(due).orderBy('id').execute()
  for (const { id } of ids) {
    await deps.db.transaction().execute(async (db) => {
      await sql`SELECT set_config('statement_timeout', ${`${SEAL_MS}ms`}, true)`.execute(db)
      const survey = await lock(db, id)
      const still = await db.selectFrom('survey').select('id').where('id', '=', id).where(due).execute()
      if (survey !== undefined && still.length > 0) {
        await act({ db, now, newId }, survey)
      }
    })
  }
  return ids.length
}

async function expire(tick: Tick, row: SurveyRow): Promise<void> {
  await move(tick, { table: 'survey', workflow: surveyWorkflow, row, action: 'survey.expire' })
}

async function seal({ db, now, newId }: Tick, row: SurveyRow): Promise<void> {
  await raiseFlags(db, row.id, now)
  await sealBox(db, row)
  const set = { closedAt: now }
  await move(
    { db, now, newId },
    { table: 'survey', workflow: surveyWorkflow, row, action: 'survey.seal', set },
  )
}

/** Seals what is over. Returns how many boxes. */
export async function sealDue(deps: Deps, newId: NewId): Promise<number> {
  const sealed = await forEach(deps, newId, { due: sql`status = 'closing'`, lock: lockBox, act: seal })
  if (sealed > 0) {
    await sweepPages(deps)
  }
  return sealed
}

/** What was deleted lies in the pages of the tables until they are swept. */
async function sweepPages(deps: Deps): Promise<void> {
  try {
    await sql`VACUUM survey_open_ballot, survey_device, survey_key, survey_roll`.execute(deps.db)
  } catch (error) {
    deps.log.warn('vacuum', { cause: error instanceof Error ? error.name : 'unknown' })
  }
}

export interface SurveyReport {
  expired: number
  sealed: number
  reminded: number
  emptied: number
  /** Rolls and boxes whose time to be kept is over. */
  wiped: number
}

/** Everything about surveys that only the clock can do. Safe to run late, twice and at the same time. */
export async function tickSurveys(deps: Deps, newId: NewId): Promise<SurveyReport> {
  const now = deps.clock.now()
  const soon = new Date(now.getTime() + REMIND_HOURS * 3_600_000)
  const over: Duty = { due: sql`status = 'open' AND closes_at <= ${now}`, lock: lockForAct, act: expire }
  const ending: Duty = {
    due: sql`status = 'open' AND closes_at <= ${soon} AND reminded_at IS NULL`,
    lock: lockForAct,
    act: remind,
  }
  const thrownAway: Duty = {
    due: sql`status = 'replaced' AND id IN (SELECT survey_id FROM survey_key)`,
    lock: lockBox,
    act: ({ db }, { id }) => emptyBox(db, id),
  }
  const { roll, box } = await readKeep({ db: deps.db, now })
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  // A survey that was replaced has no close.
  const ended = sql`status IN ('closed', 'published', 'replaced') AND coalesce(closed_at, closes_at)`
  const rolls: Duty = {
    due: sql`${ended} <= ${before(roll)} AND roll_wiped_at IS NULL`,
    lock: lockForAct,
    act: (tick, row) => wipeRoll(tick.db, row, tick.now),
  }
  const boxes: Duty = {
    due: sql`${ended} <= ${before(box)} AND roll_wiped_at IS NOT NULL AND box_wiped_at IS NULL`,
    lock: lockForAct,
    act: (tick, row) => wipeBox(tick.db, row, tick.now),
  }
  return {
    expired: await forEach(deps, newId, over),
    sealed: await sealDue(deps, newId),
    reminded: await forEach(deps, newId, ending),
    emptied: await forEach(deps, newId, thrownAway),
    wiped: (await forEach(deps, newId, rolls)) + (await forEach(deps, newId, boxes)),
  }
}
