import { areaCodeAt } from '~/types/area'
import { ROLE_RULES, ROLES } from '~/types/roles'
import type { Ctx } from '../../core/context'
import { emit, type Deliverer, type DeliverCtx } from '../../core/outbox'
import { titleOf } from '../../core/title'
import { tellPeople } from '../notice/queries'
import { findAppeal, type AppealRow } from './repo'

/** A case of danger has been filed: told to those who look after the place, beside lying on their desks. */
export const ALARMED = 'appeal.alarmed'

/** Sounds the alarm for a case of danger, once. Source: domain rules 1.3. */
export async function alarm(ctx: Ctx, { id, urgency }: AppealRow): Promise<void> {
  if (urgency === 'danger') {
    await emit(ctx, ALARMED, { id, byId: ctx.actor.user.id }, `${ALARMED}:${id}`)
  }
}

const HANDLING = ROLES.filter((role) => ROLE_RULES[role].includes('appeal.handle'))

/**
 * Who handles appeals of the grid now, whoever covers for the worker included. A grid that nobody looks after just now
 * is the village's, and a village without anybody the town's.
 */
async function onWatch({ db, now }: DeliverCtx, grid: string): Promise<string[]> {
  const rows = await db
    .selectFrom('assignment')
    .select(['userId', 'areaCode'])
    .distinct()
    .where('areaCode', 'in', [grid, areaCodeAt(grid, 'village'), areaCodeAt(grid, 'town')])
    .where('role', 'in', HANDLING)
    .where('departmentCode', 'is', null)
    .where('fromAt', '<=', now)
    .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
    .execute()
  const nearest = Math.max(...rows.map(({ areaCode }) => areaCode.length))
  return rows.flatMap(({ userId, areaCode }) => (areaCode.length === nearest ? [userId] : []))
}

/** Nobody is called to what has been taken meanwhile, nor to what they wrote down themselves. */
export const tellAlarm: Deliverer = async (ctx, { id = '', byId }) => {
  const appeal = await findAppeal(ctx.db, id)
  if (appeal?.status !== 'submitted') {
    return
  }
  const people = (await onWatch(ctx, appeal.areaCode)).filter((userId) => userId !== byId)
  await tellPeople(
    ctx,
    people.map((userId) => ({
      userId,
      title: titleOf(appeal.text),
      body: '有人说这里有危险,请您马上看一看。',
      label: '有危险',
      tone: 'urgent' as const,
      path: `features/appeal/detail/index?id=${id}`,
    })),
  )
}
