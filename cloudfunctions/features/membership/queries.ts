import type { Ctx } from '../../core/context'
import { replaceCurrent } from './repo'

export { findByNumber } from './repo'

/**
 * Opening from a bound group makes a person a member of its grid, unless a group or a worker has already said where
 * they belong: people are in the groups of relatives too. Returns whether something changed.
 */
export async function joinByGroup(ctx: Ctx): Promise<boolean> {
  const { groupAreaCode, membership, user } = ctx.actor
  if (groupAreaCode === undefined || (membership !== null && membership.assurance !== 'self')) {
    return false
  }
  await replaceCurrent(ctx.db, {
    id: ctx.newId(),
    userId: user.id,
    areaCode: groupAreaCode,
    assurance: 'group',
    since: ctx.now,
    setBy: null,
  })
  return true
}
