import type { Deps } from '../core/deps'
import { deleteLoose, listLoose } from '../features/picture/queries'

/** A day: a draft that was left overnight can still be sent. */
const KEEP_MS = 86_400_000
const BATCH = 100

/**
 * Deletes uploads that nobody used; returns how many. The row goes first, so that a picture that is being used at
 * this moment keeps its file; a file that cannot be deleted is told to the log by its id.
 */
export async function sweepPictures(deps: Deps): Promise<number> {
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
      deps.log.warn('sweep', { picture: row.id, cause: error instanceof Error ? error.name : 'unknown' })
    }
  }
  return swept
}
