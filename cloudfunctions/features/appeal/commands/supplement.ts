import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { fulfils } from '../policy'
import { requireRelation, viewAppeal } from '../queries'
import { lockAppeal } from '../repo'
import { recordStep } from '../step'

/** Adds words and pictures; the case stays where it is. */
export async function supplementAppeal(ctx: Ctx, input: Input<'appeal.supplement'>): Promise<AppealView> {
  const { id, words, pictureIds } = input
  const { appeal } = requireRelation(ctx, await lockAppeal(ctx.db, id))
  if (!fulfils(ctx.actor, 'own', appeal) && !fulfils(ctx.actor, 'handle', appeal)) {
    throw forbidden('只有反映人和办理的同志可以补充')
  }
  if (appeal.status === 'closed') {
    throw conflict('wrong_status', '这件事已经办结了。有新情况,请点“再办一次”或重新提一件')
  }
  ctx.trail = { target: appeal.id, areaCode: appeal.areaCode }
  const action = 'appeal.supplement'
  await recordStep(ctx, { action, from: appeal.status, appeal, stepId: ctx.newId(), words, pictureIds })
  return viewAppeal(ctx, appeal)
}
