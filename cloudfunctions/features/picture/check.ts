import { sql } from 'kysely'
import { checkDue, openidOf, within, writeClaimed, type Checker } from '../../core/claim'
import type { Deps } from '../../core/deps'
import { backoffMs } from '../../core/outbox'
import type { PictureAnswer } from '../../ports/ports'
import { findAsked, type PictureRow } from './repo'

/** How long the storage and the platform may take to hear a question, in milliseconds. */
const PATIENCE_MS = 5000
/** The platform promises its answer within this time, in milliseconds; after it the question is put again. */
const ANSWER_MS = 30 * 60_000

export interface PictureReport {
  asked: number
  held: number
  failed: number
}

async function askAbout(deps: Deps, { userId, fileKey }: PictureRow): Promise<string | undefined> {
  const { content, storage } = deps.ports
  const openid = await openidOf(deps, userId)
  return openid === undefined
    ? undefined
    : content.checkPicture({ openid, url: await storage.publicUrl(fileKey ?? '') })
}

/** Asks in the name of who sent the picture. Who cannot be named to the platform is judged by people. */
function pictureChecker(deps: Deps): Checker<PictureRow, 'asked'> {
  return {
    table: 'picture',
    // What nobody has used yet is seen by nobody.
    only: sql`attached_at IS NOT NULL`,
    async ask(claimed) {
      const traceId = await within(PATIENCE_MS, askAbout(deps, claimed))
      if (traceId === undefined) {
        return 'held'
      }
      const checkAt = new Date(deps.clock.now().getTime() + ANSWER_MS)
      await writeClaimed(deps.db, 'picture', claimed, { traceId, checkAt })
      return 'asked'
    },
  }
}

/** Asks about every used picture that is due, oldest first, and again about those whose answer never came. */
export async function checkPictures(deps: Deps): Promise<PictureReport> {
  const report: PictureReport = { asked: 0, held: 0, failed: 0 }
  await checkDue(deps, pictureChecker(deps), report)
  return report
}

/**
 * Writes down what the platform found out; false when nobody waits for it: asked again since, judged by people, or
 * never asked. A picture that the platform could not look at is asked about again.
 */
export async function takeAnswer(deps: Deps, { traceId, verdict }: PictureAnswer): Promise<boolean> {
  const row = await findAsked(deps.db, traceId)
  if (row === undefined) {
    return false
  }
  const again = new Date(deps.clock.now().getTime() + backoffMs(row.checkTries))
  const set =
    verdict === undefined
      ? { checkAt: again, traceId: null }
      : { content: verdict === 'pass' ? ('passed' as const) : ('held' as const), checkAt: null }
  return (await writeClaimed(deps.db, 'picture', row, set)) !== undefined
}
