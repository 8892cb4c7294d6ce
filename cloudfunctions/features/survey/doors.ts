import type { Ctx } from '../../core/context'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import { forbidden, notFound } from '../../core/errors'
import { mayHelpIn } from './can'
import { isJudged } from './policy'
import { listHelperAreas } from './progress'
import type { SurveyRow } from './repo'

/** NOT_FOUND where the caller helps nobody, FORBIDDEN where they are of the body that is judged. */
export async function requireHelper(ctx: Ctx, survey: SurveyRow, gridCode: string): Promise<void> {
  const helping = await listHelperAreas(ctx.db, [survey.id], ctx.actor.user.id)
  if (mayHelpIn(ctx.actor, survey, gridCode, helping.get(survey.id))) {
    return
  }
  if (isJudged(ctx.actor, survey.subject, gridCode)) {
    throw forbidden('被评的单位不能代收选票,请别的同志来收')
  }
  throw notFound('户人家')
}

/** Who is asked behind a door; not whether they have taken part. */
export function listAtDoor(db: DbOrTx, surveyId: string, areaCode: string, door: string) {
  return db
    .selectFrom('household')
    .innerJoin('resident', 'resident.householdId', 'household.id')
    .innerJoin('surveyElector', 'surveyElector.residentId', 'resident.id')
    .select(['resident.id as residentId', 'resident.name', 'household.areaCode', 'household.door'])
    .where('surveyElector.surveyId', '=', surveyId)
    .where('household.areaCode', '=', areaCode)
    .where('household.door', '=', door)
    .orderBy('resident.id')
    .execute()
}

/** Puts a ballot on paper into the sample that is asked about again; it may be there already. */
export async function insertRecheck(
  { db, newId }: Pick<Ctx, 'db' | 'newId'>,
  row: { surveyId: string; unitId: string; areaCode: string },
): Promise<void> {
  await db
    .insertInto('surveyRecheck')
    .values({ ...row, id: newId(), result: null, byUser: null, at: null })
    .onConflict((oc) => oc.columns(['surveyId', 'unitId']).doNothing())
    .execute()
}

const rechecks = (db: DbOrTx) =>
  db
    .selectFrom('surveyRecheck')
    .innerJoin('surveyRoll', (join) =>
      join
        .onRef('surveyRoll.surveyId', '=', 'surveyRecheck.surveyId')
        .onRef('surveyRoll.unitId', '=', 'surveyRecheck.unitId'),
    )
    .innerJoin('resident', 'resident.id', 'surveyRoll.residentId')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .innerJoin('area', 'area.code', 'surveyRecheck.areaCode')
    .selectAll('surveyRecheck')
    .select([
      'surveyRoll.castBy',
      'surveyRoll.origin',
      'resident.name',
      'household.door',
      'area.name as areaName',
    ])

export type RecheckRow = Awaited<ReturnType<typeof listRechecks>>[number]

interface Page {
  surveyId: string
  scopes: string[]
  after: string | undefined
  limit: number
  /** Whoever entered a ballot does not ask about it. */
  notBy: string
}

export function listRechecks(db: DbOrTx, { surveyId, scopes, after, limit, notBy }: Page) {
  return rechecks(db)
    .where('surveyRecheck.surveyId', '=', surveyId)
    .where(inScopes('survey_recheck.area_code', scopes))
    .where('surveyRoll.castBy', '<>', notBy)
    .$if(after !== undefined, (query) => query.where('surveyRecheck.id', '>', after ?? ''))
    .orderBy('surveyRecheck.id')
    .limit(limit + 1)
    .execute()
}

export function lockRecheck(db: DbOrTx, id: string): Promise<RecheckRow | undefined> {
  return rechecks(db).where('surveyRecheck.id', '=', id).forUpdate('surveyRecheck').executeTakeFirst()
}
