import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { recordDeletion } from '../../../core/deletion'
import { move } from '../../../core/workflow'
import { openForMaking } from '../making'
import { viewSurvey } from '../queries'
import { findReplacements, insertSurvey } from '../repo'
import { surveyWorkflow } from '../workflow'

/**
 * A mistake in an open survey. What is open is never changed under the feet of those who have voted: it ends, its
 * ballots are thrown away uncounted, and a draft of the next version is made, which says why.
 */
export async function correctSurvey(ctx: Ctx, { id, reason }: Input<'survey.correct'>): Promise<SurveyView> {
  const { survey, repeated } = await openForMaking(ctx, id, ['replaced'])
  if (repeated) {
    return viewSurvey(ctx, (await findReplacements(ctx.db, [id])).get(id))
  }
  ctx.trail.reason = reason
  await move(ctx, { table: 'survey', workflow: surveyWorkflow, row: survey, action: 'survey.correct' })
  await recordDeletion(ctx, { kind: 'survey.replaced', target: id })
  const draft = await insertSurvey(ctx.db, {
    ...survey,
    id: ctx.newId(),
    status: 'draft',
    version: 1,
    edition: survey.edition + 1,
    correctsId: id,
    correction: reason,
    questions: JSON.stringify(survey.questions),
    rules: JSON.stringify(survey.rules),
    createdBy: ctx.actor.user.id,
    createdAt: ctx.now,
    openedAt: null,
    remindedAt: null,
  })
  return viewSurvey(ctx, draft)
}
