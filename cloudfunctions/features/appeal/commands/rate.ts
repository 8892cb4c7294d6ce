import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { isRateable } from '../can'
import { hearNeighbour, hearSubmitter } from '../hearing'
import { fulfils } from '../policy'
import { viewAppeal } from '../queries'
import { lockAppeal, type AppealRow } from '../repo'
import { openForAct } from '../step'
import { requireVisible } from '../surroundings'

const TOO_EARLY = '这件事还在办。办好了,或者到时间了,就请您评价'

/** The word of who asked, or of a neighbour who joined. What was said once stays. */
export async function rateAppeal(ctx: Ctx, input: Input<'appeal.rate'>): Promise<AppealView> {
  const { id, outcome, satisfaction, words = '', voiceIds } = input
  const word = { outcome, satisfaction, words }
  const { appeal: seen, around } = await requireVisible(ctx, id)
  if (around.joined && !fulfils(ctx.actor, 'own', seen)) {
    return viewAppeal(ctx, await rateAsNeighbour(ctx, id, word))
  }
  // A case that was taken up again may be rated again once its new time is over.
  const isThere = (row: AppealRow) => row.status === 'closed' || !isRateable(row, ctx.now)
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.rate', isThere)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (!isRateable(appeal, ctx.now)) {
    throw conflict('wrong_status', TOO_EARLY)
  }
  return viewAppeal(
    ctx,
    await hearSubmitter(ctx, appeal, 'appeal.rate', { ...word, voiceIds, calledBy: null }),
  )
}

async function rateAsNeighbour(
  ctx: Ctx,
  id: string,
  word: Parameters<typeof hearNeighbour>[2],
): Promise<AppealRow> {
  await lockAppeal(ctx.db, id)
  const { appeal, around } = await requireVisible(ctx, id)
  ctx.trail = { target: id, areaCode: appeal.areaCode }
  if (around.rated) {
    return appeal
  }
  if (around.callback === undefined || around.callback.frozenAt !== null) {
    throw conflict('wrong_status', around.callback === undefined ? TOO_EARLY : '评价的时间已经过了,谢谢您')
  }
  await hearNeighbour(ctx, appeal, word)
  return appeal
}
