import { AREA_CODE_LENGTH } from '~/types/area'
import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type EvaluationRow = Row<'evaluation'>
export type VillageRow = Row<'evaluationVillage'>
export type ObjectionRow = Row<'evaluationObjection'>

export function findEvaluation(db: DbOrTx, id: string): Promise<EvaluationRow | undefined> {
  return db.selectFrom('evaluation').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockEvaluation(tx: DbOrTx, id: string): Promise<EvaluationRow | undefined> {
  return tx.selectFrom('evaluation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function insertEvaluation(tx: DbOrTx, row: NewRow<'evaluation'>): Promise<EvaluationRow> {
  return tx.insertInto('evaluation').values(row).returningAll().executeTakeFirstOrThrow()
}

interface Listing {
  /** Where the caller may evaluate, what they look after, and where they live. */
  managed: string[]
  viewed: string[]
  lived: string[]
  before: string[] | undefined
  limit: number
}

/** True of areas that contain one of the places. */
const contains = (places: string[]) => {
  const codes = places.flatMap((code) =>
    [AREA_CODE_LENGTH.district, AREA_CODE_LENGTH.town].map((length) => code.slice(0, length)),
  )
  return sql<boolean>`area_code = ANY (${sql.val([...new Set(codes)])}::text[])`
}

/** Those that exist for the caller (see `relationTo`), the newest first. */
export function listEvaluations(db: DbOrTx, listing: Listing): Promise<EvaluationRow[]> {
  const { managed, viewed, lived, before, limit } = listing
  const [last] = before ?? []
  return db
    .selectFrom('evaluation')
    .selectAll()
    .where(
      sql<boolean>`(${inScopes('area_code', managed)}
        OR (status <> 'draft' AND (${inScopes('area_code', viewed)} OR ${contains(viewed)}))
        OR (status IN ('published', 'archived') AND ${contains(lived)}))`,
    )
    .$if(last !== undefined, (query) => query.where('id', '<', last ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Villages of an area by code. */
export async function listVillageCodes(db: DbOrTx, areaCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('area')
    .select('code')
    .where('level', '=', 'village')
    .where(inScopes('code', [areaCode]))
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** Writes all numbers anew; a village that objected keeps its row. */
export async function upsertVillages(tx: DbOrTx, rows: NewRow<'evaluationVillage'>[]): Promise<void> {
  const columns = ['kind', 'size', 'score', 'low', 'high', 'placeFrom', 'placeTo', 'placeOf', 'band'] as const
  for (let at = 0; at < rows.length; at += 1000) {
    await tx
      .insertInto('evaluationVillage')
      .values(rows.slice(at, at + 1000))
      .onConflict((oc) =>
        oc
          .columns(['evaluationId', 'areaCode'])
          .doUpdateSet((eb) =>
            Object.fromEntries(
              [...columns, 'danger', 'dangerLate', 'components'].map((name) => [
                name,
                eb.ref(`excluded.${name}` as 'excluded.score'),
              ]),
            ),
          ),
      )
      .execute()
  }
}

export function findVillage(
  db: DbOrTx,
  evaluationId: string,
  areaCode: string,
): Promise<VillageRow | undefined> {
  return db
    .selectFrom('evaluationVillage')
    .selectAll()
    .where('evaluationId', '=', evaluationId)
    .where('areaCode', '=', areaCode)
    .executeTakeFirst()
}

/** Class by class in the order of the places, the surer ones of those that share a first, those without a place last; `scopes` null for all. */
export function listVillages(
  db: DbOrTx,
  evaluationId: string,
  { scopes, after, limit }: { scopes: string[] | null; after?: string[] | undefined; limit?: number },
): Promise<VillageRow[]> {
  const place = sql<number>`CASE place_from WHEN 0 THEN 1000000 ELSE place_from END`
  const keys = sql`(kind, size, ${place}, place_to, area_code)`
  const [kind = '', size = '', from = '0', to = '0', code = ''] = after ?? []
  return db
    .selectFrom('evaluationVillage')
    .selectAll()
    .where('evaluationId', '=', evaluationId)
    .$if(scopes !== null, (query) => query.where(inScopes('area_code', scopes ?? [])))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`${keys} > (${kind}, ${size}, ${Number(from)}, ${Number(to)}, ${code})`),
    )
    .orderBy('kind')
    .orderBy('size')
    .orderBy(place)
    .orderBy('placeTo')
    .orderBy('areaCode')
    .$if(limit !== undefined, (query) => query.limit((limit ?? 0) + 1))
    .execute()
}

/** Villages, and objections that wait, of some evaluations. */
export async function countAround(db: DbOrTx, ids: string[]) {
  if (ids.length === 0) {
    return new Map<string, { villages: number; waiting: number }>()
  }
  const rows = await db
    .selectFrom('evaluation')
    .select(({ selectFrom, fn }) => [
      'id',
      selectFrom('evaluationVillage')
        .whereRef('evaluationId', '=', 'evaluation.id')
        .select(fn.countAll<number>().as('n'))
        .as('villages'),
      selectFrom('evaluationObjection')
        .whereRef('evaluationId', '=', 'evaluation.id')
        .where('decidedAt', 'is', null)
        .select(fn.countAll<number>().as('n'))
        .as('waiting'),
    ])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, villages, waiting }) => [id, { villages: villages ?? 0, waiting: waiting ?? 0 }]),
  )
}

export async function insertObjection(tx: DbOrTx, row: NewRow<'evaluationObjection'>): Promise<void> {
  await tx.insertInto('evaluationObjection').values(row).execute()
}

export function lockObjection(tx: DbOrTx, id: string): Promise<ObjectionRow | undefined> {
  return tx.selectFrom('evaluationObjection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function updateObjection(
  tx: DbOrTx,
  id: string,
  set: RowUpdate<'evaluationObjection'>,
): Promise<ObjectionRow> {
  return tx
    .updateTable('evaluationObjection')
    .set(set)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Objections in the order they were made; of one village if named. */
export function listObjections(
  db: DbOrTx,
  evaluationId: string,
  { areaCode, after, limit }: { areaCode?: string; after?: string[] | undefined; limit?: number } = {},
): Promise<ObjectionRow[]> {
  const [last] = after ?? []
  return db
    .selectFrom('evaluationObjection')
    .selectAll()
    .where('evaluationId', '=', evaluationId)
    .$if(areaCode !== undefined, (query) => query.where('areaCode', '=', areaCode ?? ''))
    .$if(last !== undefined, (query) => query.where('id', '>', last ?? ''))
    .orderBy('id')
    .$if(limit !== undefined, (query) => query.limit((limit ?? 0) + 1))
    .execute()
}
