import { uuidv7 } from 'uuidv7'
import { appendAudit } from '../core/audit'
import { recordDeletion, type Deletion, type DeletionKind, type RedoAct } from '../core/deletion'
import type { Deps } from '../core/deps'
import { redo as announcement } from '../features/announcement/redo'
import { redo as assignment } from '../features/assignment/redo'
import { redo as civility } from '../features/civility/redo'
import { redo as help } from '../features/help/redo'
import { redo as me } from '../features/me/redo'
import { redo as missing } from '../features/missing/redo'
import { redo as party } from '../features/party/redo'
import { redo as survey } from '../features/survey/redo'
import { redo as thread } from '../features/thread/redo'

/** Every kind of deletion and how it is done again. */
export const REDO: Record<DeletionKind, RedoAct> = {
  ...announcement,
  ...assignment,
  ...civility,
  ...help,
  ...me,
  ...missing,
  ...party,
  ...survey,
  ...thread,
}

const REQUEST = 'data:forget'

/**
 * Does again on a restored database, in their order and as of their time, what was deleted since it was backed up; each
 * in its own transaction, noted as it was and in the trail. What has been done, here or before the backup, is left
 * alone. Returns how many were done.
 */
export async function redoDeletions(deps: Deps, deletions: Deletion[]): Promise<number> {
  let done = 0
  for (const deletion of [...deletions].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    done += Number(await redoOne(deps, deletion))
  }
  return done
}

async function redoOne(deps: Deps, deletion: Deletion): Promise<boolean> {
  const { kind, target, at, detail } = deletion
  return deps.db.transaction().execute(async (db) => {
    const known = await db
      .selectFrom('deletion')
      .select('kind')
      .where('kind', '=', kind)
      .where('target', '=', target)
      .where('at', '=', at)
      .executeTakeFirst()
    if (known !== undefined) {
      return false
    }
    const { secrets, ports, log } = deps
    await REDO[kind](
      { db, now: at, newId: uuidv7, secrets, ports, log, requestId: REQUEST, trail: {} },
      deletion,
    )
    // Also when there was nothing to do, so that the record is whole.
    await recordDeletion({ db, now: at }, { kind, target, detail })
    const audit = { userId: null, action: 'deletion.redone', target, areaCode: '', reason: kind }
    await appendAudit(db, { ...audit, at: deps.clock.now(), result: 'ok', requestId: REQUEST })
    return true
  })
}
