import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { writeDraft } from '../making'
import { viewSurvey } from '../queries'
import { insertSurvey } from '../repo'

/** A draft, which only its makers see. */
export async function createSurvey(ctx: Ctx, input: Input<'survey.create'>): Promise<SurveyView> {
  const row = await insertSurvey(ctx.db, {
    ...(await writeDraft(ctx, input)),
    id: ctx.newId(),
    status: 'draft',
    correctsId: null,
    createdBy: ctx.actor.user.id,
    createdAt: ctx.now,
    openedAt: null,
    closedAt: null,
    publishedAt: null,
    remindedAt: null,
  })
  ctx.trail = { target: row.id, areaCode: row.ownerCode }
  return viewSurvey(ctx, row)
}
