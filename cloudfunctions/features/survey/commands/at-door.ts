import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { listAtDoor, requireHelper } from '../doors'
import { requireRelation } from '../queries'
import { findSurvey } from '../repo'

/** Who is asked behind a door, for a helper with a sheet of paper; every look stands in the trail. */
export async function lookAtDoor(ctx: Ctx, input: Input<'survey.atDoor'>): Promise<Output<'survey.atDoor'>> {
  const { id, areaCode, door } = input
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  await requireHelper(ctx, survey, areaCode)
  ctx.trail = { target: id, areaCode }
  return { items: await listAtDoor(ctx.db, id, areaCode, door) }
}
