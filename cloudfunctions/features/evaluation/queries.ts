import type { AreaView } from '~/types/area'
import { isWithin } from '~/types/area'
import type { EvaluationObjectionView, EvaluationView, EvaluationVillageView } from '~/types/evaluation'
import { can, publicGridsOf, scopesOf } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { forbidden, notFound } from '../../core/errors'
import { areaViews } from '../area/queries'
import { surveyTitles } from '../survey/queries'
import { allowedActions, mayObject, maySee, relationTo, type EvaluationRelation } from './policy'
import { presentEvaluation, presentObjection, presentVillage } from './present'
import { countAround, findVillage, listObjections, type EvaluationRow, type ObjectionRow } from './repo'

export { settingSchemas } from './settings'

/** The evaluation and how the caller stands to it; NOT_FOUND when for them there is none. */
export function requireRelation(
  ctx: Ctx,
  row: EvaluationRow | undefined,
): { evaluation: EvaluationRow; relation: EvaluationRelation } {
  const relation = row && relationTo(ctx.actor, row)
  if (row === undefined || relation === undefined) {
    throw notFound('个评价')
  }
  return { evaluation: row, relation }
}

/** The same for an act of who made it. */
export function requireMaker(ctx: Ctx, row: EvaluationRow | undefined): EvaluationRow {
  const { evaluation, relation } = requireRelation(ctx, row)
  ctx.trail = { target: evaluation.id, areaCode: evaluation.areaCode }
  if (relation !== 'maker') {
    throw forbidden()
  }
  return evaluation
}

/** Villages of the evaluation that the caller lives in or looks after. */
function ownVillages({ actor }: Ctx, { areaCode }: EvaluationRow): string[] {
  const places = [...publicGridsOf(actor), ...scopesOf(actor, 'evaluation.view')]
  const villages = places.filter((code) => code.length >= 12 && isWithin(code, areaCode))
  return [...new Set(villages.map((code) => code.slice(0, 12)))].sort()
}

/** Evaluations as the caller may see them; a fixed number of statements for any number. */
export async function viewEvaluations(ctx: Ctx, rows: EvaluationRow[]): Promise<EvaluationView[]> {
  const [areas, around, titles] = await Promise.all([
    areaViews(
      ctx.db,
      rows.map(({ areaCode }) => areaCode),
    ),
    countAround(
      ctx.db,
      rows.map(({ id }) => id),
    ),
    surveyTitles(
      ctx.db,
      rows.flatMap(({ surveyId }) => surveyId ?? []),
    ),
  ])
  return rows.map((row) => {
    const { villages = 0, waiting = 0 } = around.get(row.id) ?? {}
    const maker = relationTo(ctx.actor, row) === 'maker'
    return presentEvaluation(row, areas, {
      surveyTitle: titles.get(row.surveyId ?? '') ?? '',
      villageCount: villages,
      waiting: maker ? waiting : null,
      own: ownVillages(ctx, row),
      can: allowedActions(ctx.actor, row, waiting, ctx.now),
    })
  })
}

export async function viewEvaluation(ctx: Ctx, row: EvaluationRow): Promise<EvaluationView> {
  const [view] = await viewEvaluations(ctx, [row])
  if (view === undefined) {
    throw notFound('个评价')
  }
  return view
}

/** Objections with the names of their villages. */
export function presentObjections(
  ctx: Ctx,
  evaluation: EvaluationRow,
  rows: ObjectionRow[],
  areas: Map<string, AreaView>,
): EvaluationObjectionView[] {
  const maker = evaluation.status === 'objecting' && can(ctx.actor, 'evaluation.manage', evaluation.areaCode)
  return rows.map((row) => presentObjection(row, areas, maker && row.objectedBy !== ctx.actor.user.id))
}

/** How the number of one village came about; NOT_FOUND when the caller may not see it yet. */
export async function viewVillage(
  ctx: Ctx,
  row: EvaluationRow,
  areaCode: string,
): Promise<EvaluationVillageView> {
  const village = await findVillage(ctx.db, row.id, areaCode)
  if (village === undefined || !maySee(ctx.actor, row, areaCode)) {
    throw notFound('个村的评价')
  }
  const [evaluation, areas, objections] = await Promise.all([
    viewEvaluation(ctx, row),
    areaViews(ctx.db, [areaCode]),
    listObjections(ctx.db, row.id, { areaCode }),
  ])
  const waiting = objections.some(({ decidedAt }) => decidedAt === null)
  const objects = can(ctx.actor, 'evaluation.object', areaCode) && mayObject(row, ctx.now) && !waiting
  return {
    ...presentVillage(village, areas),
    evaluation,
    low: village.low,
    high: village.high,
    components: village.components,
    objections: presentObjections(ctx, row, objections, areas),
    can: objects ? ['evaluation.object'] : [],
  }
}
