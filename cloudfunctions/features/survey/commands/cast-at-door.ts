import type { Input } from '~/types/api'
import type { SurveyReceiptView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { conflict, notFound } from '../../../core/errors'
import { toBallot } from '../answers'
import { castBallot } from '../ballot'
import { insertRecheck, requireHelper } from '../doors'
import { findElector } from '../electors'
import { isSampled } from '../key'
import { findKey } from '../progress'
import { endReminder } from '../reminding'
import { requireRelation } from '../queries'
import { findSurvey, questionsOf } from '../repo'
import { isOpen, STANDING_WORDS } from '../standing'
import { requireEdition } from './cast'

/**
 * A ballot on paper, from a door or a polling place, against the same roll: who has voted in the program has voted. One
 * in ten, which only the key knows, is asked about again. The trail says who entered one here, not whose.
 */
export async function castAtDoor(ctx: Ctx, input: Input<'survey.castAtDoor'>): Promise<SurveyReceiptView> {
  const { id, edition, residentId, origin, answers } = input
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  const elector = await findElector(ctx.db, id, residentId)
  if (elector === undefined) {
    throw notFound('位居民')
  }
  await requireHelper(ctx, survey, elector.areaCode)
  ctx.trail = { target: id, areaCode: elector.areaCode }
  const sealed = await findKey(ctx.db, id)
  if (!isOpen(survey, ctx.now) || sealed === undefined) {
    throw conflict(...STANDING_WORDS.over)
  }
  requireEdition(survey, edition)
  const ballot = toBallot(questionsOf(survey), answers)
  const key = ctx.secrets.decrypt(sealed)
  const { secret } = survey
  const cast = await castBallot(ctx, { surveyId: id, secret, key, elector, origin, ballot, seconds: null })
  if (cast === undefined) {
    throw conflict('voted_elsewhere', '这位居民(或者这一户)已经投过票了,不能再投')
  }
  await endReminder(ctx.db, survey, elector.unitId)
  if (isSampled(key, elector.unitId)) {
    await insertRecheck(ctx, { surveyId: id, unitId: elector.unitId, areaCode: elector.areaCode })
  }
  return cast
}
