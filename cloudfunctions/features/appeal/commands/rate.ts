import type { Input } from '~/types/api'
import { REOPEN_LIMIT, type AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { beginAgain } from '../again'
import { isRateable, wroteItDown } from '../can'
import { viewAppeal } from '../queries'
import { insertRating } from '../repo'
import { act, openForAct } from '../step'

/** The resident's word. Not solved: it goes on at the level above, twice at most; otherwise it is closed. */
export async function rateAppeal(ctx: Ctx, input: Input<'appeal.rate'>): Promise<AppealView> {
  const { id, outcome, satisfaction, words = '' } = input
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.rate')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (wroteItDown(ctx.actor, appeal)) {
    throw forbidden('替别人记的事,由他自己来评价')
  }
  if (!isRateable(appeal, ctx.now)) {
    throw conflict('wrong_status', '这件事还在办。办好了,或者到时间了,就请您评价')
  }
  const again = outcome === 'unsolved' && appeal.reopenCount < REOPEN_LIMIT
  const to = again ? 'reopened' : 'closed'
  const set = again
    ? await beginAgain(ctx, appeal)
    : { closedAt: ctx.now, handledAt: appeal.handledAt ?? ctx.now }
  const moved = await act(ctx, { appeal, action: 'appeal.rate', to, set, words })
  const rating = { outcome, satisfaction, words, at: ctx.now }
  await insertRating(ctx.db, {
    ...rating,
    appealId: id,
    round: appeal.reopenCount,
    userId: ctx.actor.user.id,
  })
  return viewAppeal(ctx, moved)
}
