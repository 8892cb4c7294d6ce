import { shanghaiDay } from '../../core/clock'
import type { Ctx } from '../../core/context'

/**
 * Notes that the caller, who is staff, has seen whose case it is: the first time of each day in Shanghai. Numbers stand
 * in the audit trail each time they are looked at. Source: regulation on appeals, art. 8; domain rules 1.1.
 */
export async function noteView({ db, now, actor }: Ctx, appealId: string): Promise<void> {
  await db
    .insertInto('appealView')
    .values({ appealId, userId: actor.user.id, day: shanghaiDay(now), at: now })
    .onConflict((oc) => oc.columns(['appealId', 'userId', 'day']).doNothing())
    .execute()
}
