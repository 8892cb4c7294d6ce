import type { ActivityView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { invalid, notFound } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { areaViews } from '../../area/queries'
import { columnsOf, planShifts, takePicture, writeShifts } from '../making'
import { manages, mayPropose } from '../policy'
import { viewActivity } from '../queries'
import { admitProposal } from '../proposing'
import { insertActivity } from '../repo'
import { activityWorkflow } from '../workflow'

/** Staff publish for their areas at once, unless it is a draft; a resident's proposal waits for them. */
export async function createActivity(ctx: Ctx, input: Input<'activity.create'>): Promise<ActivityView> {
  const areaCode = await placeOf(ctx, input.areaCode)
  const staff = manages(ctx.actor, areaCode)
  if (!staff) {
    await admitProposal(ctx, input)
  }
  const { shifts, next } = planShifts(ctx, input)
  await takePicture(ctx, input.pictureId)
  const made = await insertActivity(ctx.db, {
    ...columnsOf(ctx, input),
    ...next,
    id: ctx.newId(),
    areaCode,
    status: staff ? 'draft' : 'proposed',
    organiserId: ctx.actor.user.id,
    createdAt: ctx.now,
  })
  await writeShifts(ctx, made.id, shifts)
  ctx.trail = { target: made.id, areaCode }
  if (!staff || input.draft === true) {
    return viewActivity(ctx, made)
  }
  const published = await move(ctx, {
    table: 'activity',
    workflow: activityWorkflow,
    row: made,
    action: 'activity.approve',
    to: 'published',
    set: { publishedAt: ctx.now, decidedBy: ctx.actor.user.id },
  })
  return viewActivity(ctx, published)
}

async function placeOf(ctx: Ctx, asked: string | undefined): Promise<string> {
  const areaCode = asked ?? ctx.actor.membership?.areaCode ?? ctx.actor.groupAreaCode
  if (areaCode === undefined) {
    throw invalid({ areaCode: '请选在哪里办' })
  }
  const known = await areaViews(ctx.db, [areaCode])
  if (!known.has(areaCode) || !(manages(ctx.actor, areaCode) || mayPropose(ctx.actor, areaCode))) {
    throw notFound('个地方')
  }
  return areaCode
}
