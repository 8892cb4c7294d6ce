import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { viewAppeal } from '../queries'
import { insertExtension } from '../rounds'
import { recordStep } from '../step'
import { openAside, requireVisible } from '../surroundings'

const DAY_SECONDS = 86_400

/** Asks for more time: once, with a reason, no longer than the term itself (art. 15). */
export async function extendAppeal(ctx: Ctx, input: Input<'appeal.extend'>): Promise<AppealView> {
  const { id, days, reason } = input
  const { appeal: seen, around } = await requireVisible(ctx, id)
  if (around.extension?.askedBy === ctx.actor.user.id && around.extension.granted === null) {
    return viewAppeal(ctx, seen)
  }
  const { appeal } = await openAside(ctx, id, 'appeal.extend')
  const term = (appeal.dueAt.getTime() - appeal.termFrom.getTime()) / 1000
  const most = Math.max(1, Math.floor(term / DAY_SECONDS))
  if (days > most) {
    throw invalid({ days: `最多延${most}天` })
  }
  const seconds = Math.min(days * DAY_SECONDS, Math.floor(term))
  await insertExtension(ctx.db, {
    appealId: id,
    reason,
    seconds,
    askedBy: ctx.actor.user.id,
    askedAt: ctx.now,
    granted: null,
    decidedBy: null,
    decidedAt: null,
  })
  const step = { action: 'appeal.extend', from: appeal.status, appeal, stepId: ctx.newId() } as const
  await recordStep(ctx, { ...step, words: reason, pictureIds: undefined })
  return viewAppeal(ctx, appeal)
}
