import type { Deps } from '../../core/deps'
import { deleteOld } from './repo'

/** Half a year: who has not looked by then has no use for it (PIPL art. 19, shortest necessary). */
const KEEP_MS = 180 * 86_400_000

/** Deletes what people were told long ago; returns how many. */
export function forgetNotices(deps: Deps): Promise<number> {
  return deleteOld(deps.db, new Date(deps.clock.now().getTime() - KEEP_MS))
}
