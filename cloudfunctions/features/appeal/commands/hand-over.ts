import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { signDueAfter } from '../clock'
import { tellWhoHasIt } from '../handing'
import { viewAppeal } from '../queries'
import { listColleagues, type AppealRow } from '../repo'
import { act, openForAct } from '../step'

/** Gives a case to a colleague of the same body, who has a time to take it; the lead does not change. */
export async function handOverAppeal(
  ctx: Ctx,
  { id, userId, reason }: Input<'appeal.handOver'>,
): Promise<AppealView> {
  const isThere = ({ handlerId }: AppealRow) => handlerId === userId
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.handOver', isThere)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  const colleagues = await listColleagues(ctx.db, appeal, ctx.now)
  if (appeal.status === 'accepted' && !colleagues.some((colleague) => colleague.userId === userId)) {
    throw invalid({ userId: '请选同一处的同事' })
  }
  const signDueAt = await signDueAfter(ctx, appeal.urgency)
  const set = { handlerId: userId, handedBy: ctx.actor.user.id, signDueAt }
  const handed = await act(ctx, { appeal, action: 'appeal.handOver', set, words: reason })
  await tellWhoHasIt(ctx, handed, 'given')
  return viewAppeal(ctx, handed)
}
