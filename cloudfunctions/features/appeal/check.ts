import type { Ctx } from '../../core/context'
import type { Deps } from '../../core/deps'
import { emit } from '../../core/outbox'
import { checkWords, checkWordsOf, type CheckReport, type PublicWords } from '../../core/words-check'
import { listSteps, type AppealRow } from './repo'
import { appealWorkflow } from './workflow'

const WORDS: PublicWords<AppealRow> = {
  table: 'appeal',
  // In the name of who wrote them down.
  of: ({ submitterId, capturedBy, text, place }) => ({
    authorId: capturedBy ?? submitterId,
    text: `${text}\n${place}`.trim(),
  }),
  passed: tellAgain,
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

/** Asks about every case that is due. */
export const checkAppeals = (deps: Deps, newId: () => string): Promise<CheckReport> =>
  checkWords(deps, newId, WORDS)

/** The same at once for a case that has just been written down. */
export const checkAfter = (deps: Deps, newId: () => string, { id }: { id: string }): Promise<void> =>
  checkWordsOf(deps, newId, WORDS, id)
