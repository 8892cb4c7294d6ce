import { sql } from 'kysely'
import { checkDue, checkOne, openidOf, within, writeClaimed, type Checker, type Claimed } from './claim'
import type { Ctx } from './context'
import type { Deps } from './deps'

/** How long the platform may take, in milliseconds; the author's reply waits for it at most this long. */
const PATIENCE_MS = 2000

export interface CheckReport {
  passed: number
  held: number
  failed: number
}

/** The table of a noun whose words others read once the platform lets them pass. */
export interface PublicWords<R extends Claimed> {
  table: Checker<R, never>['table']
  /** What is asked about, in whose name. */
  of(row: R): { authorId: string; text: string }
  /** What follows when they pass, in the same transaction. */
  passed(ctx: Pick<Ctx, 'db' | 'now' | 'newId'>, row: R): Promise<void>
}

/** Who cannot be named to the platform any more is judged by people. */
function wordsChecker<R extends Claimed>(
  deps: Deps,
  newId: () => string,
  { table, of, passed }: PublicWords<R>,
): Checker<R, 'passed'> {
  return {
    table,
    only: sql`true`,
    async ask(claimed) {
      const { authorId, text } = of(claimed)
      const openid = await openidOf(deps, authorId)
      if (
        openid === undefined ||
        (await within(PATIENCE_MS, deps.ports.content.checkText({ openid, text }))) !== 'pass'
      ) {
        return 'held'
      }
      await deps.db.transaction().execute(async (db) => {
        const row = await writeClaimed(db, table, claimed, { content: 'passed', checkAt: null })
        if (row !== undefined) {
          await passed({ db, now: deps.clock.now(), newId }, row)
        }
      })
      return 'passed'
    },
  }
}

/** Asks about all words of a noun that are due, oldest first; nothing is asked inside a transaction. */
export async function checkWords<R extends Claimed>(
  deps: Deps,
  newId: () => string,
  words: PublicWords<R>,
): Promise<CheckReport> {
  const report: CheckReport = { passed: 0, held: 0, failed: 0 }
  await checkDue(deps, wordsChecker(deps, newId, words), report)
  return report
}

/** The same at once for what has just been written down, before its author gets the reply. */
export async function checkWordsOf<R extends Claimed>(
  deps: Deps,
  newId: () => string,
  words: PublicWords<R>,
  id: string,
): Promise<void> {
  await checkOne(deps, wordsChecker(deps, newId, words), id)
}

/** What several nouns' checks came to together. */
export function sumReports(reports: CheckReport[]): CheckReport {
  return {
    passed: reports.reduce((sum, { passed }) => sum + passed, 0),
    held: reports.reduce((sum, { held }) => sum + held, 0),
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
  }
}
