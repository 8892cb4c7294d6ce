import { sql } from 'kysely'
import { AREA_CODE_LENGTH, areaCodeAt, AREA_LEVELS } from '~/types/area'
import type { SurveyQuestion, SurveyRules } from '~/types/survey'
import { inScopes } from '../../core/actor'
import type { DbOrTx, Tx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type SurveyRow = Row<'survey'>
export const questionsOf = ({ questions }: SurveyRow) => questions as SurveyQuestion[]
export const rulesOf = ({ rules }: SurveyRow) => rules as SurveyRules

export function findSurvey(db: DbOrTx, id: string): Promise<SurveyRow | undefined> {
  return db.selectFrom('survey').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Locked against other acts; ballots go on. */
export function lockForAct(tx: DbOrTx, id: string): Promise<SurveyRow | undefined> {
  return tx.selectFrom('survey').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

/** Locked against every ballot as well; waits for those that are on their way. */
export function lockBox(tx: DbOrTx, id: string): Promise<SurveyRow | undefined> {
  return tx.selectFrom('survey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertSurvey(tx: DbOrTx, row: NewRow<'survey'>): Promise<SurveyRow> {
  return tx.insertInto('survey').values(row).returningAll().executeTakeFirstOrThrow()
}

/** A draft written anew; the version counts up so that two editors do not overwrite each other unseen. */
export function updateDraft(tx: DbOrTx, id: string, set: RowUpdate<'survey'>): Promise<SurveyRow> {
  return tx
    .updateTable('survey')
    .set(set)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The version that replaced each of these. */
export async function findReplacements(db: DbOrTx, ids: string[]): Promise<Map<string, SurveyRow>> {
  const rows =
    ids.length === 0 ? [] : await db.selectFrom('survey').selectAll().where('correctsId', 'in', ids).execute()
  return new Map(rows.map((row) => [row.correctsId ?? '', row]))
}

/** Codes of the area and of all that contain it. */
const upward = (code: string) =>
  AREA_LEVELS.filter((level) => AREA_CODE_LENGTH[level] <= code.length).map((level) =>
    areaCodeAt(code, level),
  )

/** Which surveys: asked of a grid, of places inside some scopes or around them, or made there. */
export type Where = { grids: string[] } | { around: string[] } | { madeIn: string[] }

function matches(where: Where) {
  if ('madeIn' in where) {
    return inScopes('owner_code', where.madeIn)
  }
  const codes = 'grids' in where ? where.grids : where.around
  const above = [...new Set(codes.flatMap(upward))]
  const asked = sql<boolean>`area_codes && ${sql.val(above)}::text[]`
  return 'grids' in where
    ? sql<boolean>`(${asked} AND status <> 'draft')`
    : sql<boolean>`((${asked} OR EXISTS (SELECT FROM unnest(area_codes) AS area_code WHERE ${inScopes('area_code', codes)}))
        AND status <> 'draft')`
}

interface Page {
  where: Where
  before: string[] | undefined
  limit: number
}

/** The last to close first. */
export function listSurveys(db: DbOrTx, { where, before, limit }: Page): Promise<SurveyRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('survey')
    .selectAll()
    .where(matches(where))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('closesAt', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('closesAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function insertKey(tx: DbOrTx, surveyId: string, sealed: string): Promise<void> {
  await tx.insertInto('surveyKey').values({ surveyId, sealed }).execute()
}

export function listHelpers(db: DbOrTx, surveyId: string) {
  return db
    .selectFrom('surveyHelper')
    .innerJoin('appUser', 'appUser.id', 'surveyHelper.userId')
    .innerJoin('area', 'area.code', 'surveyHelper.areaCode')
    .select(['surveyHelper.userId', 'appUser.name', 'surveyHelper.areaCode', 'area.name as areaName'])
    .where('surveyId', '=', surveyId)
    .orderBy('surveyHelper.areaCode')
    .orderBy('surveyHelper.userId')
    .execute()
}
export type HelperRow = Awaited<ReturnType<typeof listHelpers>>[number]

/** Everything that a correction throws away: the ballots, the marks of devices and the key that made them. */
export async function emptyBox(tx: Tx, surveyId: string): Promise<void> {
  await tx.deleteFrom('surveyDevice').where('surveyId', '=', surveyId).execute()
  await tx.deleteFrom('surveyOpenBallot').where('surveyId', '=', surveyId).execute()
  await tx.deleteFrom('surveyKey').where('surveyId', '=', surveyId).execute()
}
