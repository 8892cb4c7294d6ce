import type { Deps } from '../../core/deps'
import { deletePicture, listWithdrawn } from './repo'

/** Pictures in one run. */
const BATCH = 200

/**
 * Removes the files of withdrawn pictures, then their rows: as long as a file is there, the row tells so, and the
 * next run tries again. Returns how many are gone.
 */
export async function removeWithdrawn(deps: Deps): Promise<number> {
  let gone = 0
  for (const { id, rawPath, fileKey } of await listWithdrawn(deps.db, BATCH)) {
    try {
      await deps.ports.storage.removeUpload(rawPath)
      await deps.ports.storage.remove(fileKey === null ? [] : [fileKey])
      await deletePicture(deps.db, id)
      gone += 1
    } catch (error) {
      deps.log.warn('withdraw', { picture: id, cause: error instanceof Error ? error.name : 'unknown' })
    }
  }
  return gone
}
