import type { AwardStatus, AwardView } from '~/types/points'
import type { Ctx } from '../../core/context'
import { forbidden, notFound } from '../../core/errors'
import { move } from '../../core/workflow'
import { householdOf } from './ledger'
import { fulfils, isOwnHousehold, relationTo, type Asker } from './policy'
import { lastObjections, lockAward, type AwardRow, type ObjectionRow } from './repo'
import { viewAwards } from './queries'
import { awardWorkflow, type AwardMove } from './workflow'

export async function askerOf(ctx: Ctx): Promise<Asker> {
  return { actor: ctx.actor, now: ctx.now, householdId: await householdOf(ctx.db, ctx.actor.user.id) }
}

export interface Opened {
  award: AwardRow
  objection: ObjectionRow | undefined
}

/** The award, locked, for an act of the caller; `isDone` tells that the caller has done just this before. */
export async function openAward(
  ctx: Ctx,
  id: string,
  action: AwardMove,
  isDone: (opened: Opened) => boolean,
): Promise<Opened & { repeated: boolean }> {
  const asker = await askerOf(ctx)
  const award = await lockAward(ctx.db, id)
  if (award === undefined || relationTo(asker, award) === undefined) {
    throw notFound('笔积分')
  }
  ctx.trail = { target: award.id, areaCode: award.areaCode }
  const objection = (await lastObjections(ctx.db, [id])).get(id)
  if (isDone({ award, objection })) {
    return { award, objection, repeated: true }
  }
  if (!fulfils(asker, awardWorkflow[action].rule, award, objection)) {
    const own = isOwnHousehold(asker, award) && action !== 'points.object'
    throw forbidden(own ? '自己家的积分要请别的同志来办' : undefined)
  }
  return { award, objection, repeated: false }
}

/** Moves the award and gives the view of it. */
export async function act(
  ctx: Ctx,
  award: AwardRow,
  action: AwardMove,
  set: Partial<AwardRow>,
  to?: AwardStatus,
): Promise<AwardView> {
  const row = await move(ctx, { table: 'pointsAward', workflow: awardWorkflow, row: award, action, to, set })
  return viewAward(ctx, { ...award, ...row })
}

export async function viewAward(ctx: Ctx, award: AwardRow): Promise<AwardView> {
  const [view] = await viewAwards(ctx, [award])
  if (view === undefined) {
    throw notFound('笔积分')
  }
  return view
}
