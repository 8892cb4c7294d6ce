import { sql } from 'kysely'
import { AREA_CODE_LENGTH } from '~/types/area'
import { SHOWN_HELP_STATUSES, type HelpKind } from '~/types/help'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { AbleRow } from './beside'
import type { HelpRow } from './repo'

interface Page {
  kind: HelpKind | undefined
  before: string[] | undefined
  limit: number
}
interface Near extends Page {
  userId: string
  grids: string[]
  /** People whom the reader is not shown. */
  apart: string[]
  /** What was done before this is no longer shown. */
  doneSince: Date
}

/** The circles that a grid lies in: itself, its village, its town. */
const circlesOf = (grid: string) =>
  [AREA_CODE_LENGTH.grid, AREA_CODE_LENGTH.village, AREA_CODE_LENGTH.town].map((n) => grid.slice(0, n))

/** Newest first, one row too many to know whether more follow. */
function paged(db: DbOrTx, { kind, before, limit }: Page) {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('help')
    .selectAll('help')
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as HelpKind))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('askedAt', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
}

/** What neighbours need within whose reach the grids are, and what the reader is asked first. */
export function listNear(db: DbOrTx, near: Near): Promise<HelpRow[]> {
  const { userId, grids, apart, doneSince } = near
  const circles = [...new Set(grids.flatMap(circlesOf))]
  const invited = db.selectFrom('helpInvite').select('helpId').where('userId', '=', userId)
  return paged(db, near)
    .where('status', 'in', SHOWN_HELP_STATUSES)
    .where('content', '=', 'passed')
    .where('askerId', '<>', userId)
    .where((eb) =>
      eb.or([
        ...(circles.length > 0 ? [eb('reachCode', 'in', circles)] : []),
        sql<boolean>`id = ANY(ARRAY(${invited}))`,
      ]),
    )
    .where((eb) => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>=', doneSince)]))
    .$if(apart.length > 0, (query) => query.where('askerId', 'not in', apart))
    .execute()
}

/** Asked by the person, helped by them or offered to. */
export function listMine(db: DbOrTx, userId: string, page: Page): Promise<HelpRow[]> {
  const offered = db.selectFrom('helpOffer').select('helpId').where('userId', '=', userId)
  return paged(db, page)
    .where((eb) =>
      eb.or([
        eb('askerId', '=', userId),
        eb('helperId', '=', userId),
        eb.and([
          sql<boolean>`id = ANY(ARRAY(${offered}))`,
          eb('status', '=', 'open'),
          eb('content', '=', 'passed'),
        ]),
      ]),
    )
    .execute()
}

/** Nobody takes it and this level has been called: the staff of a scope that is as wide as who was called, or narrower. */
function calledIn(scopes: string[]) {
  const arms = scopes.map(
    (scope) => sql`(${inScopes('area_code', [scope])} AND length(alert_code) <= ${scope.length}::int)`,
  )
  return sql<boolean>`(status = 'open' AND attended_at IS NULL AND alert_code IS NOT NULL
    AND (${sql.join(arms, sql` OR `)}))`
}

/** What the staff of some areas should look at: called and not attended, held words, open reports. */
export function listCare(db: DbOrTx, scopes: string[], page: Page): Promise<HelpRow[]> {
  const reported = db.selectFrom('helpReport').select('helpId').where('handledAt', 'is', null)
  return paged(db, page)
    .where(inScopes('area_code', scopes))
    .where((eb) =>
      eb.or([
        calledIn(scopes),
        eb.and([eb('content', '=', 'held'), eb('status', 'in', ['open', 'matched'])]),
        sql<boolean>`id = ANY(ARRAY(${reported}))`,
      ]),
    )
    .execute()
}

/** Who can help in a village, in the order in which they said so. */
export function listFitting(db: DbOrTx, villageCode: string, kind: HelpKind): Promise<AbleRow[]> {
  return db
    .selectFrom('helpAble')
    .selectAll()
    .where(inScopes('area_code', [villageCode]))
    .where(sql<boolean>`${kind} = ANY(kinds)`)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

interface AblePage {
  villageCode: string
  grid: string
  kind: HelpKind | undefined
  apart: string[]
  after: string[] | undefined
  limit: number
}

/** Neighbours of the village who can help, those of the grid first; only whoever comes as far as the grid. */
export function listAbles(
  db: DbOrTx,
  { villageCode, grid, kind, apart, after, limit }: AblePage,
): Promise<(AbleRow & { far: boolean })[]> {
  const far = sql<boolean>`(area_code <> ${grid})`
  const [farthest = '', id = ''] = after ?? []
  return db
    .selectFrom('helpAble')
    .selectAll()
    .select(far.as('far'))
    .where(inScopes('area_code', [villageCode]))
    .where('reachCode', 'in', circlesOf(grid))
    .$if(kind !== undefined, (query) => query.where(sql<boolean>`${kind} = ANY(kinds)`))
    .$if(apart.length > 0, (query) => query.where('userId', 'not in', apart))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`((area_code <> ${grid}), id) > (${farthest === 'true'}::boolean, ${id}::uuid)`,
      ),
    )
    .orderBy(far)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}
