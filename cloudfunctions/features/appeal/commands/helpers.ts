import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { forbidden } from '../../../core/errors'
import { departmentNames } from '../../whistle/queries'
import { fulfils } from '../policy'
import { listColleagues } from '../repo'
import { requireVisible } from '../surroundings'

/** The departments there are, and colleagues who may take the case over; for its staff. */
export async function listHelpers(
  ctx: Ctx,
  { id }: Input<'appeal.helpers'>,
): Promise<Output<'appeal.helpers'>> {
  const { appeal, relation } = await requireVisible(ctx, id)
  if (relation !== 'staff') {
    throw forbidden()
  }
  const names = await departmentNames(ctx.db)
  const colleagues = fulfils(ctx.actor, 'lead', appeal) ? await listColleagues(ctx.db, appeal, ctx.now) : []
  return {
    departments: [...names].map(([code, name]) => ({ code, name })),
    colleagues: colleagues.filter(({ userId }) => userId !== ctx.actor.user.id),
  }
}
