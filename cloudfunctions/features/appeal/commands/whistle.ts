import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { WhistleKind } from '~/types/whistle'
import type { Ctx } from '../../../core/context'
import { blow, type WhistleRow } from '../../whistle/queries'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside, requireVisible } from '../surroundings'
import { requireDepartments } from './dispatch'

/** The caller has whistled for the department just so, and it is still on its way. */
function isBlown(ctx: Ctx, whistles: WhistleRow[], department: string, kind: WhistleKind): boolean {
  const blownBy = ctx.actor.user.id
  return whistles.some(
    (one) =>
      one.status === 'blown' && one.blownBy === blownBy && one.department === department && one.kind === kind,
  )
}

/** 吹哨: the town calls departments to the place. The lead stays the lead (art. 14, 16). */
export async function whistleAppeal(ctx: Ctx, input: Input<'appeal.whistle'>): Promise<AppealView> {
  const { id, kind, words } = input
  const departments = [...new Set(input.departments)]
  const { appeal: seen, around } = await requireVisible(ctx, id)
  if (departments.every((department) => isBlown(ctx, around.whistles, department, kind))) {
    return viewAppeal(ctx, seen)
  }
  const { appeal } = await openAside(ctx, id, 'appeal.whistle')
  await requireDepartments(ctx, departments, 'departments')
  await blow(ctx, { appealId: id, departments, kind, words, before: appeal.dueAt })
  const whistled = await setColumns(ctx.db, id, {
    departments: [...new Set([...appeal.departments, ...departments])],
    waitingFor: 'department',
  })
  const step = {
    action: 'appeal.whistle',
    from: appeal.status,
    appeal: whistled,
    stepId: ctx.newId(),
  } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  return viewAppeal(ctx, whistled)
}
