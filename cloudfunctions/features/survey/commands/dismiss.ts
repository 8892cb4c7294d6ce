import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { deleteHelper } from '../helpers'
import { openForMaking } from '../making'
import { viewSurvey } from '../queries'

/** Takes the task of a helper back; what they have entered stays. */
export async function dismissHelper(ctx: Ctx, { id, userId }: Input<'survey.dismiss'>): Promise<SurveyView> {
  const { survey } = await openForMaking(ctx, id, [])
  ctx.trail.reason = userId
  await deleteHelper(ctx.db, id, userId)
  return viewSurvey(ctx, survey)
}
