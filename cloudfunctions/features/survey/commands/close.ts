import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { recordDeletion } from '../../../core/deletion'
import { move } from '../../../core/workflow'
import { openForMaking } from '../making'
import { viewSurvey } from '../queries'
import { surveyWorkflow } from '../workflow'

/** Ends it before its time. No ballot is taken from here on; the box is sealed as soon as the last one is in. */
export async function closeSurvey(ctx: Ctx, { id, reason }: Input<'survey.close'>): Promise<SurveyView> {
  const { survey, repeated } = await openForMaking(ctx, id, ['closing', 'closed'])
  if (repeated) {
    return viewSurvey(ctx, survey)
  }
  ctx.trail.reason = reason
  const row = await move(ctx, {
    table: 'survey',
    workflow: surveyWorkflow,
    row: survey,
    action: 'survey.close',
    set: { closesAt: ctx.now },
  })
  await recordDeletion(ctx, { kind: 'survey.closed', target: id })
  return viewSurvey(ctx, row)
}
