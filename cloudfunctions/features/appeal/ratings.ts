import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

/** What people say about a handled case: asking for it, ratings, thanks. */

export type CallbackRow = Row<'appealCallback'>

/** Asks for the word of a round; asking again after more work begins anew. A round that is fixed stays so. */
export async function insertCallback(db: DbOrTx, row: NewRow<'appealCallback'>): Promise<void> {
  const { askedAt, tries, triedAt, nextAt } = row
  await db
    .insertInto('appealCallback')
    .values(row)
    .onConflict((oc) =>
      oc
        .columns(['appealId', 'round'])
        .doUpdateSet({ askedAt, tries, triedAt, nextAt })
        .where('appealCallback.frozenAt', 'is', null),
    )
    .execute()
}

export function findCallback(db: DbOrTx, appealId: string, round: number): Promise<CallbackRow | undefined> {
  return db
    .selectFrom('appealCallback')
    .selectAll()
    .where('appealId', '=', appealId)
    .where('round', '=', round)
    .executeTakeFirst()
}

export async function updateCallback(
  db: DbOrTx,
  { appealId, round }: Pick<CallbackRow, 'appealId' | 'round'>,
  set: RowUpdate<'appealCallback'>,
): Promise<void> {
  await db
    .updateTable('appealCallback')
    .set(set)
    .where('appealId', '=', appealId)
    .where('round', '=', round)
    .execute()
}

export async function insertRating(db: DbOrTx, row: NewRow<'appealRating'>): Promise<void> {
  await db.insertInto('appealRating').values(row).execute()
}

/** The latest rating by who asked, or the one of the step at a moment: step and rating are written at the same one. */
export function findRating(
  db: DbOrTx,
  { id, submitterId }: Pick<Row<'appeal'>, 'id' | 'submitterId'>,
  at?: Date,
): Promise<Row<'appealRating'> | undefined> {
  return db
    .selectFrom('appealRating')
    .selectAll()
    .where('appealId', '=', id)
    .where('userId', '=', submitterId)
    .$if(at !== undefined, (query) => query.where('at', '=', at as Date))
    .orderBy('round', 'desc')
    .executeTakeFirst()
}

/** Rounds of some cases that a person has rated. */
export function listRaters(db: DbOrTx, appealIds: string[], userId: string) {
  return appealIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('appealRating')
        .select(['appealId', 'round'])
        .where('appealId', 'in', appealIds)
        .where('userId', '=', userId)
        .execute()
}

/** How the neighbours who joined rated a round. */
export async function tallyRatings(
  db: DbOrTx,
  { id, submitterId }: Pick<Row<'appeal'>, 'id' | 'submitterId'>,
  round: number,
): Promise<{ solved: number; partly: number; unsolved: number }> {
  const count = (outcome: string) => sql<number>`count(*) FILTER (WHERE outcome = ${outcome})`
  return db
    .selectFrom('appealRating')
    .select([count('solved').as('solved'), count('partly').as('partly'), count('unsolved').as('unsolved')])
    .where('appealId', '=', id)
    .where('round', '=', round)
    .where('userId', '<>', submitterId)
    .executeTakeFirstOrThrow()
}

/** Neighbours who joined and have not rated the round. */
export async function countSilentJoiners(db: DbOrTx, appealId: string, round: number): Promise<number> {
  const { n } = await db
    .selectFrom('appealJoin')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('appealId', '=', appealId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('appealRating')
            .select('appealRating.userId')
            .whereRef('appealRating.appealId', '=', 'appealJoin.appealId')
            .whereRef('appealRating.userId', '=', 'appealJoin.userId')
            .where('appealRating.round', '=', round),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return n
}

export async function insertThank(db: DbOrTx, row: NewRow<'appealThank'>): Promise<void> {
  await db
    .insertInto('appealThank')
    .values(row)
    .onConflict((oc) => oc.columns(['appealId', 'userId']).doNothing())
    .execute()
}

/** How many said thank you for each case, and whether this person did. */
export async function countThanks(
  db: DbOrTx,
  appealIds: string[],
  userId: string,
): Promise<Map<string, { count: number; thanked: boolean }>> {
  if (appealIds.length === 0) {
    return new Map()
  }
  const rows = await db
    .selectFrom('appealThank')
    .select(({ fn, eb }) => [
      'appealId',
      fn.countAll<number>().as('count'),
      fn.agg<boolean>('bool_or', [eb('userId', '=', userId)]).as('thanked'),
    ])
    .where('appealId', 'in', appealIds)
    .groupBy('appealId')
    .execute()
  return new Map(rows.map(({ appealId, count, thanked }) => [appealId, { count, thanked }]))
}
