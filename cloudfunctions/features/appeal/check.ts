import { sql } from 'kysely'
import type { ContentState } from '~/types/appeal'
import type { Deps } from '../../core/deps'
import type { Ctx } from '../../core/context'
import { AppError } from '../../core/errors'
import { backoffMs, emit } from '../../core/outbox'
import { listSteps, type AppealRow } from './repo'
import { appealWorkflow } from './workflow'

/** How long a claimed case belongs to one job, in seconds; a killed job's case is taken over after that. */
const LEASE_SECONDS = 60
/** How long the platform may take; a resident's reply waits for it at most this long. */
const PATIENCE_MS = 2000
/** After this many, in one to two hours, the platform counts as silent and people decide. */
const TRIES_MOST = 20
/** Cases that one run asks about, and failures after which it leaves the rest to the next one. */
const RUN = { cases: 100, failures: 3 }

export interface CheckReport {
  passed: number
  held: number
  failed: number
}

/** Takes one case that is due, or the named one, for a minute. */
async function claim(deps: Deps, id?: string): Promise<AppealRow | undefined> {
  const now = deps.clock.now()
  const until = new Date(now.getTime() + LEASE_SECONDS * 1000)
  const one = id === undefined ? sql`true` : sql`id = ${id}`
  const { rows } = await sql<AppealRow>`
    UPDATE appeal SET check_at = ${until}, check_tries = check_tries + 1
    WHERE id = (
      SELECT id FROM appeal WHERE content = 'checking' AND (check_at IS NULL OR check_at <= ${now}) AND ${one}
      ORDER BY check_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`.execute(deps.db)
  return rows[0]
}

/** Asks the platform, outside any transaction. Who cannot be named to it is judged by people. */
async function ask(deps: Deps, { submitterId, capturedBy, text, place }: AppealRow): Promise<ContentState> {
  const author = await deps.db
    .selectFrom('appUser')
    .select('openid')
    .where('id', '=', capturedBy ?? submitterId)
    .executeTakeFirst()
  const openid = author?.openid
  if (openid == null) {
    return 'held'
  }
  const verdict = await within(deps.ports.content.checkText({ openid, text: `${text}\n${place}`.trim() }))
  return verdict === 'pass' ? 'passed' : 'held'
}

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('silent')), PATIENCE_MS)
  })
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer))
}

/** Only the holder of the claim writes: whoever lost the lease finds other tries, and staff may have been quicker. */
async function settle(deps: Deps, newId: () => string, claimed: AppealRow, to: ContentState): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const row = await db
      .updateTable('appeal')
      .set({ content: to, checkAt: null })
      .where('id', '=', claimed.id)
      .where('content', '=', 'checking')
      .where('checkTries', '=', claimed.checkTries)
      .returningAll()
      .executeTakeFirst()
    if (row?.content === 'passed') {
      await tellAgain({ db, now: deps.clock.now(), newId }, row)
    }
  })
}

async function putOff(deps: Deps, { id, checkTries }: AppealRow): Promise<void> {
  await deps.db
    .updateTable('appeal')
    .set({ checkAt: new Date(deps.clock.now().getTime() + backoffMs(checkTries)) })
    .where('id', '=', id)
    .where('content', '=', 'checking')
    .where('checkTries', '=', checkTries)
    .execute()
}

/** The event of a step that moved the case and is told to others. */
function told(stepId: string, action: string, toStatus: string): { tells: string; stepId: string }[] {
  const move = Object.entries(appealWorkflow).find(([name]) => name === action)?.[1]
  const arrived = move !== undefined && [move.to].flat().some((status) => status === toStatus)
  return arrived && move.tells !== null ? [{ tells: move.tells, stepId }] : []
}

/**
 * What was told while the words were held reached nobody. Tells the last step again, and only that one: neighbours
 * want to know how it stands. A step is told once whichever event brings it (deliver.ts).
 */
export async function tellAgain(ctx: Pick<Ctx, 'db' | 'now' | 'newId'>, appeal: AppealRow): Promise<void> {
  const steps = await listSteps(ctx.db, appeal.id)
  const last = steps.flatMap(({ id, action, toStatus }) => told(id, action, toStatus)).at(-1)
  if (last === undefined || appeal.status === 'withdrawn') {
    return
  }
  const payload = { id: appeal.id, stepId: last.stepId, holderCode: appeal.holderCode }
  await emit(ctx, last.tells, payload, `${last.tells}:${appeal.id}:passed`)
}

/** True when the platform answered. What failed is asked again later, at last by people. */
async function check(deps: Deps, newId: () => string, claimed: AppealRow): Promise<keyof CheckReport> {
  try {
    const to = await ask(deps, claimed)
    await settle(deps, newId, claimed, to)
    return to === 'passed' ? 'passed' : 'held'
  } catch (error) {
    const { id, checkTries: tries } = claimed
    const cause = error instanceof Error ? error.name : 'unknown'
    const reason = error instanceof AppError ? error.reason : undefined
    deps.log.warn('content', { id, tries, cause, reason })
    if (tries < TRIES_MOST) {
      await putOff(deps, claimed)
      return 'failed'
    }
    await settle(deps, newId, claimed, 'held')
    return 'held'
  }
}

/** Asks about every case that is due, oldest first; nothing is asked inside a transaction. */
export async function checkAppeals(deps: Deps, newId: () => string): Promise<CheckReport> {
  const report: CheckReport = { passed: 0, held: 0, failed: 0 }
  for (let n = 0; n < RUN.cases && report.failed < RUN.failures; n += 1) {
    const claimed = await claim(deps)
    if (claimed === undefined) {
      break
    }
    report[await check(deps, newId, claimed)] += 1
  }
  return report
}

/** The same at once for a case that has just been written down, before its author gets the reply. */
export async function checkAfter(deps: Deps, newId: () => string, { id }: { id: string }): Promise<void> {
  const claimed = await claim(deps, id)
  if (claimed !== undefined) {
    await check(deps, newId, claimed)
  }
}
