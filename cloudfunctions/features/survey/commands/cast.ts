import type { Input } from '~/types/api'
import type { SurveyReceiptView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { toBallot } from '../answers'
import { castBallot } from '../ballot'
import { markDevice } from '../devices'
import { ballotIdOf } from '../key'
import { findKey } from '../progress'
import { endReminder } from '../reminding'
import { onRollOf, requireRelation } from '../queries'
import { findSurvey, questionsOf, type SurveyRow } from '../repo'
import { STANDING_WORDS, standingOf, type OnRoll } from '../standing'

/**
 * One person, one ballot; sent again it replaces the first, until the close. Leaves no trail and keeps no key of the
 * call: the roll says who took part, and nothing else may hold person and choice together.
 */
export async function castSurvey(ctx: Ctx, input: Input<'survey.cast'>): Promise<SurveyReceiptView> {
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, input.id))
  const onRoll = await onRollOf(ctx, survey)
  requireStanding(ctx, survey, onRoll)
  requireEdition(survey, input.edition)
  const ballot = toBallot(questionsOf(survey), input.answers)
  const sealed = await findKey(ctx.db, survey.id)
  const { elector } = onRoll
  if (sealed === undefined || elector === undefined) {
    throw conflict(...STANDING_WORDS.over)
  }
  const key = ctx.secrets.decrypt(sealed)
  const { id: surveyId, secret } = survey
  const seconds = input.seconds ?? null
  const cast = await castBallot(ctx, { surveyId, secret, key, elector, origin: 'program', ballot, seconds })
  if (cast === undefined) {
    throw await refusal(ctx, survey)
  }
  await endReminder(ctx.db, survey, elector.unitId)
  if (input.device !== undefined) {
    await markDevice(ctx, { surveyId, key, device: input.device, ballotId: ballotIdOf(key, elector.unitId) })
  }
  return cast
}

function requireStanding(ctx: Ctx, survey: SurveyRow, onRoll: OnRoll): void {
  const standing = standingOf(ctx.actor, survey, onRoll, ctx.now)
  if (standing !== 'may' && standing !== 'voted') {
    throw conflict(...STANDING_WORDS[standing])
  }
}

export function requireEdition(survey: SurveyRow, edition: number): void {
  if (survey.edition !== edition) {
    throw conflict('wrong_edition', '题目改过了,请返回重新打开')
  }
}

/** Between looking and writing the survey ended, or somebody else was faster. */
async function refusal(ctx: Ctx, { id }: SurveyRow) {
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  const standing = standingOf(ctx.actor, survey, await onRollOf(ctx, survey), ctx.now)
  return conflict(...STANDING_WORDS[standing === 'may' || standing === 'voted' ? 'over' : standing])
}
