import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { openForMaking } from '../making'
import { viewSurvey } from '../queries'
import { surveyWorkflow } from '../workflow'

/** From here on all who were asked see the results, and each village gets its own card. */
export async function publishSurvey(ctx: Ctx, { id }: Input<'survey.publish'>): Promise<SurveyView> {
  const { survey, repeated } = await openForMaking(ctx, id, ['published'])
  if (repeated) {
    return viewSurvey(ctx, survey)
  }
  const row = await move(ctx, {
    table: 'survey',
    workflow: surveyWorkflow,
    row: survey,
    action: 'survey.publish',
    set: { publishedAt: ctx.now },
  })
  return viewSurvey(ctx, row)
}
