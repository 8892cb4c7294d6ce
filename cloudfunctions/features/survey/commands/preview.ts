import type { Input } from '~/types/api'
import type { SurveyPaperView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { forbidden } from '../../../core/errors'
import { requireRelation, viewSurvey } from '../queries'
import { findSurvey } from '../repo'

/** The sheet as a resident will see it, before anybody does. */
export async function previewSurvey(ctx: Ctx, { id }: Input<'survey.preview'>): Promise<SurveyPaperView> {
  const { survey, relation } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  if (relation !== 'maker') {
    throw forbidden()
  }
  const view = await viewSurvey(ctx, survey)
  const { title, why, ownerName, secret, questions, minutes, closesAt, rule, secrecy } = view
  return { title, why, ownerName, secret, questions, minutes, closesAt, rule, secrecy }
}
