import { sql } from 'kysely'
import { checkDue, checkOne, openidOf, within, writeClaimed, type Checker } from '../../core/claim'
import type { Ctx } from '../../core/context'
import type { Deps } from '../../core/deps'
import { emit } from '../../core/outbox'
import { listSteps, type AppealRow } from './repo'
import { appealWorkflow } from './workflow'

/** How long the platform may take, in milliseconds; a resident's reply waits for it at most this long. */
const PATIENCE_MS = 2000

export interface CheckReport {
  passed: number
  held: number
  failed: number
}

/** Asks with the words in the name of who wrote them down. Who cannot be named to the platform is judged by people. */
function wordsChecker(deps: Deps, newId: () => string): Checker<AppealRow, 'passed'> {
  return {
    table: 'appeal',
    only: sql`true`,
    async ask(claimed) {
      const { submitterId, capturedBy, text, place } = claimed
      const openid = await openidOf(deps, capturedBy ?? submitterId)
      const asked = { openid: openid ?? '', text: `${text}\n${place}`.trim() }
      if (
        openid === undefined ||
        (await within(PATIENCE_MS, deps.ports.content.checkText(asked))) !== 'pass'
      ) {
        return 'held'
      }
      await deps.db.transaction().execute(async (db) => {
        const set = { content: 'passed', checkAt: null } as const
        const row = await writeClaimed(db, 'appeal', claimed, set)
        if (row !== undefined) {
          await tellAgain({ db, now: deps.clock.now(), newId }, row)
        }
      })
      return 'passed'
    },
  }
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

/** Asks about every case that is due, oldest first; nothing is asked inside a transaction. */
export async function checkAppeals(deps: Deps, newId: () => string): Promise<CheckReport> {
  const report: CheckReport = { passed: 0, held: 0, failed: 0 }
  await checkDue(deps, wordsChecker(deps, newId), report)
  return report
}

/** The same at once for a case that has just been written down, before its author gets the reply. */
export async function checkAfter(deps: Deps, newId: () => string, { id }: { id: string }): Promise<void> {
  await checkOne(deps, wordsChecker(deps, newId), id)
}
