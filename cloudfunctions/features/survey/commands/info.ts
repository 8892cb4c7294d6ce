import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { viewSurvey } from '../queries'
import { findSurvey } from '../repo'

/** One survey: for those who are asked, for the staff of the places, for its makers. */
export async function readSurvey(ctx: Ctx, { id }: Input<'survey.info'>): Promise<SurveyView> {
  return viewSurvey(ctx, await findSurvey(ctx.db, id))
}
