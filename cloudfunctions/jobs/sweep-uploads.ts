import type { DbOrTx } from '../core/db'
import type { Deps } from '../core/deps'
import * as attachments from '../features/attachment/queries'
import * as pictures from '../features/picture/queries'
import * as voices from '../features/voice/queries'

/** A day: a draft that was left overnight can still be sent. */
const KEEP_MS = 86_400_000
/** Uploads of each kind in one run. */
const BATCH = 100

interface Uploads {
  listLoose(
    db: DbOrTx,
    before: Date,
    limit: number,
  ): Promise<{ id: string; rawPath: string; fileKey: string | null }[]>
  deleteLoose(db: DbOrTx, id: string): Promise<boolean>
}

/** What people upload before they use it, by its name in the log. */
const KINDS: Record<string, Uploads> = {
  attachment: attachments,
  picture: pictures,
  voice: voices,
}

/** Deletes uploads that nobody used; returns how many. */
export async function sweepUploads(deps: Deps): Promise<number> {
  let swept = 0
  for (const [kind, uploads] of Object.entries(KINDS)) {
    swept += await sweep(deps, kind, uploads)
  }
  return swept
}

/**
 * The row goes first, so that an upload that is being used at this moment keeps its file; a file that cannot be
 * deleted is told to the log by its id.
 */
async function sweep(deps: Deps, kind: string, { listLoose, deleteLoose }: Uploads): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEEP_MS)
  const { storage } = deps.ports
  let swept = 0
  for (const row of await listLoose(deps.db, before, BATCH)) {
    if (!(await deleteLoose(deps.db, row.id))) {
      continue
    }
    swept += 1
    try {
      await storage.removeUpload(row.rawPath)
      await storage.remove(row.fileKey === null ? [] : [row.fileKey])
    } catch (error) {
      deps.log.warn('sweep', { [kind]: row.id, cause: error instanceof Error ? error.name : 'unknown' })
    }
  }
  return swept
}
