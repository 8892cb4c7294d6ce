import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type HelpRow = Row<'help'>

export function insertHelp(db: DbOrTx, row: NewRow<'help'>): Promise<HelpRow> {
  return db.insertInto('help').values(row).returningAll().executeTakeFirstOrThrow()
}

export function findHelp(db: DbOrTx, id: string): Promise<HelpRow | undefined> {
  return db.selectFrom('help').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockHelp(db: DbOrTx, id: string): Promise<HelpRow | undefined> {
  return db.selectFrom('help').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Columns that are no status. The version grows, so that movers notice. */
export function setColumns(
  db: DbOrTx,
  id: string,
  set: Omit<RowUpdate<'help'>, 'status' | 'id' | 'version'>,
): Promise<HelpRow> {
  return db
    .updateTable('help')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function insertMedia(
  db: DbOrTx,
  helpId: string,
  { pictureIds, voiceIds }: { pictureIds: string[]; voiceIds: string[] },
): Promise<void> {
  if (pictureIds.length > 0) {
    const rows = pictureIds.map((pictureId, position) => ({ helpId, position, pictureId }))
    await db.insertInto('helpPicture').values(rows).execute()
  }
  if (voiceIds.length > 0) {
    const rows = voiceIds.map((voiceId, position) => ({ helpId, position, voiceId }))
    await db.insertInto('helpVoice').values(rows).execute()
  }
}

export async function listMedia(
  db: DbOrTx,
  helpId: string,
): Promise<{ pictureIds: string[]; voiceIds: string[] }> {
  const pictures = db.selectFrom('helpPicture').select('pictureId').where('helpId', '=', helpId)
  const voices = db.selectFrom('helpVoice').select('voiceId').where('helpId', '=', helpId)
  const [pictureRows, voiceRows] = await Promise.all([
    pictures.orderBy('position').execute(),
    voices.orderBy('position').execute(),
  ])
  return {
    pictureIds: pictureRows.map((row) => row.pictureId),
    voiceIds: voiceRows.map((row) => row.voiceId),
  }
}

/** Pictures of some requests that the platform holds back. */
export function listHeldPictures(db: DbOrTx, helpIds: string[]) {
  return helpIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('helpPicture')
        .innerJoin('picture', 'picture.id', 'helpPicture.pictureId')
        .select(['helpPicture.helpId', 'helpPicture.pictureId'])
        .where('helpPicture.helpId', 'in', helpIds)
        .where('picture.content', '=', 'held')
        .execute()
}

export async function insertStep(db: DbOrTx, row: NewRow<'helpStep'>): Promise<void> {
  await db.insertInto('helpStep').values(row).execute()
}

/** The last step of one of these actions. */
export function findLastStep(
  db: DbOrTx,
  helpId: string,
  actions: string[],
): Promise<Row<'helpStep'> | undefined> {
  return db
    .selectFrom('helpStep')
    .selectAll()
    .where('helpId', '=', helpId)
    .where('action', 'in', actions)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Name and sealed number of some people. */
export async function findPeople(db: DbOrTx, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('appUser')
          .leftJoin('membership', (join) =>
            join.onRef('membership.userId', '=', 'appUser.id').on('membership.until', 'is', null),
          )
          .select([
            'appUser.id',
            'appUser.name',
            'appUser.phoneEncrypted',
            'membership.assurance',
            'membership.areaCode',
          ])
          .where('appUser.id', 'in', ids)
          .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** How often some people were thanked for helping. */
export async function countThanked(db: DbOrTx, userIds: string[]): Promise<Map<string, number>> {
  const rows =
    userIds.length === 0
      ? []
      : await db
          .selectFrom('help')
          .innerJoin('helpThank', (join) =>
            join.onRef('helpThank.helpId', '=', 'help.id').onRef('helpThank.userId', '=', 'help.askerId'),
          )
          .select((eb) => ['help.helperId', eb.fn.countAll<number>().as('n')])
          .where('help.helperId', 'in', userIds)
          .groupBy('help.helperId')
          .execute()
  return new Map(rows.map(({ helperId, n }) => [helperId ?? '', n]))
}

export async function countAskedSince(db: DbOrTx, askerId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('help')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('askerId', '=', askerId)
    .where('askedAt', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}
