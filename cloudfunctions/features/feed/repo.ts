import type { DbOrTx, Tx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type FeedRow = Row<'feedItem'>

/** One item for each grid and event; a repeated delivery finds it there. */
export async function insertFeedItem(tx: Tx, row: NewRow<'feedItem'>): Promise<void> {
  await tx
    .insertInto('feedItem')
    .values(row)
    .onConflict((oc) => oc.columns(['eventKey', 'areaCode']).doNothing())
    .execute()
}

interface Page {
  areaCode: string
  before: string[] | undefined
  since: Date | undefined
  limit: number
}

/** Items of one grid, newest first. */
export function listFeed(db: DbOrTx, { areaCode, before, since, limit }: Page): Promise<FeedRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('feedItem')
    .selectAll()
    .where('areaCode', '=', areaCode)
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .$if(since !== undefined, (query) => query.where('at', '>', since as Date))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
