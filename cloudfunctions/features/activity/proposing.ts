import type { Input } from '~/types/api'
import type { Ctx } from '../../core/context'
import { AppError, invalid } from '../../core/errors'
import { introduce, requireConsent } from '../me/queries'
import { listManaged } from './repo'

/** Proposals of one resident that may wait for an answer at once. */
const PROPOSALS_MOST = 5

/** What a resident says of themselves before they propose something. LIMIT_REACHED when many of theirs wait. */
export async function admitProposal(ctx: Ctx, { name, draft }: Input<'activity.create'>): Promise<void> {
  if (draft === true) {
    throw invalid({ draft: '请直接提交,村里看过就发' })
  }
  if (ctx.actor.user.name === '' && name === undefined) {
    throw invalid({ name: '请告诉我们怎么称呼您' })
  }
  requireConsent(ctx)
  if (name !== undefined) {
    await introduce(ctx, { name })
  }
  const own = await listManaged(ctx.db, { userId: ctx.actor.user.id, scopes: [], limit: 50 })
  if (own.filter(({ status }) => status === 'proposed').length >= PROPOSALS_MOST) {
    throw new AppError('LIMIT_REACHED', { userMessage: '您提的活动还有几个在等回话,等定了再提新的' })
  }
}
