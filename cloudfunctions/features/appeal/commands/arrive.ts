import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { arrive, listWhistles } from '../../whistle/queries'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside, requireVisible } from '../surroundings'
import { isOpen } from '../workflow'

/** 报到: the department is there, and says whether the whistle was justified. */
export async function arriveAtAppeal(ctx: Ctx, input: Input<'appeal.arrive'>): Promise<AppealView> {
  const { id, whistleId, words = '', pictureIds, justified = null } = input
  const { appeal, around } = await requireVisible(ctx, id)
  const before = around.whistles.find((whistle) => whistle.id === whistleId)
  if (before?.arrivedBy === ctx.actor.user.id) {
    return viewAppeal(ctx, appeal)
  }
  await openAside(ctx, id, 'appeal.arrive')
  await arrive(ctx, id, whistleId, justified)
  const waits = (await listWhistles(ctx.db, id)).some(({ status }) => status === 'blown')
  const there = await setColumns(ctx.db, id, { waitingFor: waits && isOpen(appeal) ? 'department' : null })
  const step = { action: 'appeal.arrive', from: appeal.status, appeal: there, stepId: ctx.newId() } as const
  await recordStep(ctx, { ...step, words, pictureIds })
  return viewAppeal(ctx, there)
}
