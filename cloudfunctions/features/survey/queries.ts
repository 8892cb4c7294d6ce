import type { ParticipationView, SurveyRowView, SurveyView } from '~/types/survey'
import type { AreaView } from '~/types/area'
import { scopesOf } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { notFound } from '../../core/errors'
import { areaViews } from '../area/queries'
import { allowedActions } from './can'
import { listStanding } from './electors'
import { receiptOf } from './key'
import { relationTo, type SurveyRelation } from './policy'
import type { Names } from './paper'
import { presentRow, presentSurvey, type Beside } from './present'
import { countOf, findKey, listHelperAreas, listReminded } from './progress'
import { findReplacements, listHelpers, type SurveyRow } from './repo'
import { isOpen, standingOf, type OnRoll } from './standing'

export { keeper } from './kept'

export { listParticipants, titlesOf as surveyTitles } from './progress'
export { settingSchemas, pointsNow } from './settings'
export { placesOf, shrinkScores } from './ranking'
export { meanScore } from './scoring'
export { scoreVillages, type VillageScore } from './villages'
export { findSurvey, type SurveyRow } from './repo'

/** Names of places before the rest is only counted. */
const NAMED = 3

/** 第3网格 is said with its village; everything larger is known by its own name. */
function nameOf(area: AreaView | undefined): string {
  const parts = area?.fullName.split(' · ') ?? []
  return area?.level === 'grid' ? parts.slice(-2).join('') : (area?.name ?? '')
}

function namesOf({ ownerCode, areaCodes }: SurveyRow, areas: Map<string, AreaView>): Names {
  const named = areaCodes.slice(0, NAMED).map((code) => nameOf(areas.get(code)))
  const areaName = named.join('、') + (areaCodes.length > NAMED ? `等${areaCodes.length}处` : '')
  return { ownerName: nameOf(areas.get(ownerCode)), areaName }
}

/** What stands beside a survey for the caller; a fixed number of statements for any number of surveys. */
async function besideAll(ctx: Ctx, rows: SurveyRow[]) {
  const { db, actor, now } = ctx
  const ids = rows.map(({ id }) => id)
  const scopes = [...scopesOf(actor, 'survey.view'), ...scopesOf(actor, 'survey.manage')]
  const [areas, { linked, electors, rolls }, counts, helping] = await Promise.all([
    areaViews(
      db,
      rows.flatMap(({ ownerCode, areaCodes }) => [ownerCode, ...areaCodes.slice(0, NAMED)]),
    ),
    listStanding(db, actor.user.id, ids),
    countOf(db, ids, scopes),
    listHelperAreas(db, ids, actor.user.id),
  ])
  return (row: SurveyRow, relation: SurveyRelation) => {
    const onRoll: OnRoll = {
      linked,
      elector: electors.find(({ surveyId }) => surveyId === row.id),
      roll: rolls.find(({ surveyId }) => surveyId === row.id),
    }
    const names = namesOf(row, areas)
    const standing = standingOf(actor, row, onRoll, now)
    const counted = counts.get(row.id)
    const participation: ParticipationView | null =
      relation === 'asked' || counted === undefined
        ? null
        : { areaCode: scopes[0] ?? '', name: names.areaName, ...counted }
    const can = allowedActions(actor, row, { relation, standing, helperCode: helping.get(row.id) }, now)
    return { names, onRoll, beside: { standing, participation, can } satisfies Beside }
  }
}

/** The survey and how the caller stands to it; NOT_FOUND when for them there is none. Helpers see it, too. */
export async function requireRelation(
  ctx: Ctx,
  row: SurveyRow | undefined,
): Promise<{ survey: SurveyRow; relation: SurveyRelation }> {
  const relation = row && relationTo(ctx.actor, row)
  if (row === undefined) {
    throw notFound('个测评')
  }
  if (relation !== undefined) {
    return { survey: row, relation }
  }
  const helping = await listHelperAreas(ctx.db, [row.id], ctx.actor.user.id)
  if (!helping.has(row.id)) {
    throw notFound('个测评')
  }
  return { survey: row, relation: 'asked' }
}

/** The whole survey as the caller may see it. */
export async function viewSurvey(ctx: Ctx, row: SurveyRow | undefined): Promise<SurveyView> {
  const { survey, relation } = await requireRelation(ctx, row)
  const around = await besideAll(ctx, [survey])
  const { names, onRoll, beside } = around(survey, relation)
  const maker = relation === 'maker'
  const [replacements, helpers, areas, receipt] = await Promise.all([
    findReplacements(ctx.db, [survey.id]),
    maker ? listHelpers(ctx.db, survey.id) : [],
    maker ? placesOf(ctx, survey) : [],
    receiptFor(ctx, survey, onRoll),
  ])
  const next = replacements.get(survey.id)
  const replacedById = next === undefined || (next.status === 'draft' && !maker) ? undefined : next.id
  return presentSurvey(survey, { ...names, ...beside, receipt, replacedById, helpers, areas })
}

/** Every place that is asked with its name, in the order in which they were chosen. */
async function placesOf({ db }: Ctx, { areaCodes }: SurveyRow): Promise<SurveyView['areas']> {
  const areas = await areaViews(db, areaCodes)
  return areaCodes.map((code) => ({ code, name: nameOf(areas.get(code)) }))
}

/** The code of the caller's own ballot; after the close the key that makes it is gone. */
export async function receiptFor(ctx: Ctx, survey: SurveyRow, { roll }: OnRoll): Promise<string | undefined> {
  const own = roll !== undefined && roll.castBy === ctx.actor.user.id && roll.origin === 'program'
  if (!own || !isOpen(survey, ctx.now)) {
    return undefined
  }
  const sealed = await findKey(ctx.db, survey.id)
  return sealed === undefined ? undefined : receiptOf(ctx.secrets.decrypt(sealed), roll.unitId)
}

/** What stands on the roll for the caller. */
export async function onRollOf(ctx: Ctx, survey: SurveyRow): Promise<OnRoll> {
  const { linked, electors, rolls } = await listStanding(ctx.db, ctx.actor.user.id, [survey.id])
  return { linked, elector: electors[0], roll: rolls[0] }
}

/** Lines of a list; a fixed number of statements however long it is. */
export async function viewRows(ctx: Ctx, rows: SurveyRow[]): Promise<SurveyRowView[]> {
  const [around, reminded] = await Promise.all([
    besideAll(ctx, rows),
    listReminded(
      ctx.db,
      rows.map(({ id }) => id),
      ctx.actor.user.id,
    ),
  ])
  return rows.flatMap((row) => {
    const relation = relationTo(ctx.actor, row) ?? 'asked'
    const { names, beside } = around(row, relation)
    return [presentRow(row, names, beside, reminded.has(row.id) && beside.standing === 'may')]
  })
}
