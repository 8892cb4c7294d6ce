import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

/** The rows beside a case: objections, extensions, neighbours who joined, pictures that are held back. */

export async function insertJoin(db: DbOrTx, row: NewRow<'appealJoin'>): Promise<void> {
  await db
    .insertInto('appealJoin')
    .values(row)
    .onConflict((oc) => oc.columns(['appealId', 'userId']).doNothing())
    .execute()
}

export function findJoin(
  db: DbOrTx,
  appealId: string,
  userId: string,
): Promise<Row<'appealJoin'> | undefined> {
  return db
    .selectFrom('appealJoin')
    .selectAll()
    .where('appealId', '=', appealId)
    .where('userId', '=', userId)
    .executeTakeFirst()
}

/** How many joined each case, and whether this person did. */
export async function countJoins(
  db: DbOrTx,
  appealIds: string[],
  userId: string,
): Promise<Map<string, { count: number; joined: boolean }>> {
  if (appealIds.length === 0) {
    return new Map()
  }
  const rows = await db
    .selectFrom('appealJoin')
    .select(({ fn, eb }) => [
      'appealId',
      fn.countAll<number>().as('count'),
      fn.agg<boolean>('bool_or', [eb('userId', '=', userId)]).as('joined'),
    ])
    .where('appealId', 'in', appealIds)
    .groupBy('appealId')
    .execute()
  return new Map(rows.map(({ appealId, count, joined }) => [appealId, { count, joined }]))
}

/** Everybody who joined. */
export async function listJoiners(db: DbOrTx, appealId: string): Promise<string[]> {
  const rows = await db.selectFrom('appealJoin').select('userId').where('appealId', '=', appealId).execute()
  return rows.map(({ userId }) => userId)
}

export async function insertObjection(db: DbOrTx, row: NewRow<'appealObjection'>): Promise<void> {
  await db.insertInto('appealObjection').values(row).execute()
}

/** The latest objection to a case. */
export function findObjection(db: DbOrTx, appealId: string): Promise<Row<'appealObjection'> | undefined> {
  return db
    .selectFrom('appealObjection')
    .selectAll()
    .where('appealId', '=', appealId)
    .orderBy('round', 'desc')
    .executeTakeFirst()
}

export async function updateObjection(
  db: DbOrTx,
  id: string,
  set: RowUpdate<'appealObjection'>,
): Promise<void> {
  await db.updateTable('appealObjection').set(set).where('id', '=', id).execute()
}

/** What is not decided yet never will be: the case has gone another way. */
export async function dropObjections(db: DbOrTx, appealId: string, now: Date): Promise<void> {
  await db
    .updateTable('appealObjection')
    .set({ upheld: false, decidedAt: now, words: '这件事有了别的结果,不用再裁定' })
    .where('appealId', '=', appealId)
    .where('upheld', 'is', null)
    .execute()
}

/** More time that was asked for and not decided on is not needed any more. */
export async function dropExtension(db: DbOrTx, appealId: string, now: Date): Promise<void> {
  await db
    .updateTable('appealExtension')
    .set({ granted: false, decidedAt: now, words: '这件事有了别的结果,不用再延期' })
    .where('appealId', '=', appealId)
    .where('granted', 'is', null)
    .execute()
}

export async function insertExtension(db: DbOrTx, row: NewRow<'appealExtension'>): Promise<void> {
  await db.insertInto('appealExtension').values(row).execute()
}

export function findExtension(db: DbOrTx, appealId: string): Promise<Row<'appealExtension'> | undefined> {
  return db.selectFrom('appealExtension').selectAll().where('appealId', '=', appealId).executeTakeFirst()
}

export async function updateExtension(
  db: DbOrTx,
  appealId: string,
  set: RowUpdate<'appealExtension'>,
): Promise<void> {
  await db.updateTable('appealExtension').set(set).where('appealId', '=', appealId).execute()
}

/** Extensions, whistles and askings for the person's word of several cases. */
export async function listRounds(db: DbOrTx, appealIds: string[]) {
  if (appealIds.length === 0) {
    return { extensions: [], whistles: [], callbacks: [] }
  }
  const [extensions, whistles, callbacks] = await Promise.all([
    db.selectFrom('appealExtension').selectAll().where('appealId', 'in', appealIds).execute(),
    db
      .selectFrom('whistle')
      .selectAll()
      .where('appealId', 'in', appealIds)
      .orderBy('blownAt')
      .orderBy('id')
      .execute(),
    db.selectFrom('appealCallback').selectAll().where('appealId', 'in', appealIds).execute(),
  ])
  return { extensions, whistles, callbacks }
}

/** Pictures of some cases that the platform has not let pass. */
export function listHeldPictures(
  db: DbOrTx,
  appealIds: string[],
): Promise<{ appealId: string; pictureId: string }[]> {
  return appealIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('appealPicture')
        .innerJoin('appealStep', 'appealStep.id', 'appealPicture.stepId')
        .innerJoin('picture', 'picture.id', 'appealPicture.pictureId')
        .select(['appealStep.appealId', 'appealPicture.pictureId'])
        .where('appealStep.appealId', 'in', appealIds)
        .where('picture.content', '=', 'held')
        .execute()
}
