import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { findHelper, insertHelper } from '../helpers'
import { openForMaking } from '../making'
import { isAsked, isJudged } from '../policy'
import { viewSurvey } from '../queries'

/** Asks somebody who is not judged to take ballots on paper inside an area. */
export async function appointHelper(
  ctx: Ctx,
  { id, userId, areaCode }: Input<'survey.appoint'>,
): Promise<SurveyView> {
  const { survey } = await openForMaking(ctx, id, [])
  if (survey.status !== 'open') {
    throw conflict('wrong_status', '正在进行的测评才能请人帮忙')
  }
  if (!isAsked(areaCode, survey)) {
    throw notFound('个地方')
  }
  const assignments = await findHelper(ctx.db, userId, ctx.now)
  if (assignments === undefined) {
    throw notFound('位同志')
  }
  const near = assignments.filter(
    (one) => one.areaCode.startsWith(areaCode) || areaCode.startsWith(one.areaCode),
  )
  const judged = near.some((one) =>
    isJudged(
      { assignments },
      survey.subject,
      one.areaCode.length > areaCode.length ? one.areaCode : areaCode,
    ),
  )
  if (judged) {
    throw forbidden('被评的单位不能代收选票,请换一位同志')
  }
  ctx.trail.reason = userId
  await insertHelper(ctx, { surveyId: id, userId, areaCode })
  return viewSurvey(ctx, survey)
}
