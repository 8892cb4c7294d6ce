import type { Input, Output } from '~/types/api'
import { AREA_LEVELS, AREA_CODE_LENGTH, areaLevelOf } from '~/types/area'
import type { ParticipationView } from '~/types/survey'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { countParticipation, type Participation } from '../electors'
import { sharedAreas } from '../policy'
import { requireRelation } from '../queries'
import { findSurvey, type SurveyRow } from '../repo'

/** How many took part, place by place, inside what the caller looks after: never who, and never what. */
export async function readParticipation(
  ctx: Ctx,
  { id, areaCode }: Input<'survey.participation'>,
): Promise<Output<'survey.participation'>> {
  const { survey, relation } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  if (relation === 'asked') {
    throw forbidden()
  }
  if (survey.openedAt === null) {
    throw conflict('wrong_status', '还没有开始')
  }
  const scopes = placesFor(ctx, survey, areaCode)
  const digits = below(commonOf(scopes))
  const rows = await countParticipation(ctx.db, id, scopes, digits)
  const codes = [...rows.map((row) => row.areaCode), ...scopes]
  const names = await areaViews(ctx.db, codes)
  const view = (row: Participation): ParticipationView => ({
    ...row,
    name: names.get(row.areaCode)?.name ?? '',
  })
  const sum = (pick: (row: Participation) => number) => rows.reduce((all, row) => all + pick(row), 0)
  const whole = {
    areaCode: scopes[0] ?? '',
    electors: sum((row) => row.electors),
    ballots: sum((row) => row.ballots),
    onPaper: sum((row) => row.onPaper),
  }
  return { whole: view(whole), items: rows.map(view) }
}

/** The places that are counted; NOT_FOUND outside what the caller looks after. */
function placesFor({ actor }: Ctx, survey: SurveyRow, areaCode: string | undefined): string[] {
  const own = sharedAreas([...scopesOf(actor, 'survey.view'), ...scopesOf(actor, 'survey.manage')], survey)
  if (areaCode === undefined) {
    return own
  }
  const asked = sharedAreas([areaCode], { areaCodes: own })
  if (asked.length === 0) {
    throw notFound('个地方')
  }
  return asked
}

/** The smallest area that holds all the places; one place is its own. */
function commonOf(codes: string[]): string {
  const [first = '', ...rest] = codes
  const holds = [...AREA_LEVELS]
    .reverse()
    .map((level) => first.slice(0, AREA_CODE_LENGTH[level]))
    .find((code) => rest.every((other) => other.startsWith(code)))
  return holds ?? first
}

/** Digits of the level below; grids are the last. */
function below(code: string): number {
  const level = areaLevelOf(code) ?? 'grid'
  return AREA_CODE_LENGTH[AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? 'grid']
}
