import type { Deps } from '../core/deps'

/** Seven days: far longer than any client retries; votes and points have natural keys of their own. */
const KEEP_MS = 7 * 86_400_000

/** Deletes idempotency keys past their time; returns how many. */
export async function forgetKeys(deps: Deps): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEEP_MS)
  const result = await deps.db.deleteFrom('idempotencyKey').where('createdAt', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
