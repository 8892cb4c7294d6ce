import type { Input } from '~/types/api'
import { EVALUATION_LIMITS, type EvaluationView } from '~/types/evaluation'
import { isWithin } from '~/types/area'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { conflict, invalid, notFound } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { findSurvey } from '../../survey/queries'
import { viewEvaluation } from '../queries'
import { insertEvaluation } from '../repo'

const DAY_MS = 86_400_000

/** Begins an evaluation of the villages of a district or town; nothing is worked out yet. */
export async function createEvaluation(ctx: Ctx, input: Input<'evaluation.create'>): Promise<EvaluationView> {
  const { areaCode, title, surveyId } = input
  if (
    !can(ctx.actor, 'evaluation.manage', areaCode) ||
    !(await areaViews(ctx.db, [areaCode])).has(areaCode)
  ) {
    throw notFound('个地方')
  }
  const [fromAt, toAt] = [new Date(input.from), new Date(input.to)]
  const days = (toAt.getTime() - fromAt.getTime()) / DAY_MS
  if (days <= 0 || days > EVALUATION_LIMITS.periodDays) {
    throw invalid({ to: '结束要晚于开始,最长两年' })
  }
  if (toAt > ctx.now) {
    throw invalid({ to: '结束时间还没到,到了以后再评' })
  }
  if (surveyId !== undefined) {
    await checkSurvey(ctx, surveyId, areaCode)
  }
  const id = ctx.newId()
  ctx.trail = { target: id, areaCode }
  const row = await insertEvaluation(ctx.db, {
    id,
    title,
    areaCode,
    surveyId: surveyId ?? null,
    fromAt,
    toAt,
    status: 'draft',
    terms: null,
    createdBy: ctx.actor.user.id,
    createdAt: ctx.now,
    objectionsUntil: null,
    publishedAt: null,
  })
  return viewEvaluation(ctx, row)
}

/** It must be over and ask about the area; a survey of the level above only once it is published. */
async function checkSurvey(ctx: Ctx, surveyId: string, areaCode: string): Promise<void> {
  const survey = await findSurvey(ctx.db, surveyId)
  const inside = survey?.areaCodes.some((asked) => isWithin(asked, areaCode) || isWithin(areaCode, asked))
  const mine = survey !== undefined && can(ctx.actor, 'survey.manage', survey.ownerCode)
  if (survey === undefined || inside !== true || (!mine && survey.status !== 'published')) {
    throw invalid({ surveyId: '没有找到这个测评,请重新选' })
  }
  if (survey.status !== 'closed' && survey.status !== 'published') {
    throw conflict('survey_open', '这个测评还没结束,结束以后再评')
  }
}
