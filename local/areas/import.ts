import { sql } from 'kysely'
import type { Db, Tx } from '~/cloudfunctions/core/db'
import type { NewRow, Row } from '~/cloudfunctions/core/schema'
import { referencedCodes } from './references'

export interface ImportReport {
  added: number
  changed: number
  removed: number
  /** Areas that are no longer in the file but stay, because records refer to them or to areas below. */
  kept: number
}

const BATCH = 1_000

/** Makes the areas of the database those of `areas`, in one transaction; the same areas again change nothing. */
export async function importAreas(db: Db, areas: NewRow<'area'>[]): Promise<ImportReport> {
  if (areas.length === 0) {
    throw new Error('no areas to import: an empty list would remove the whole district')
  }
  return db.transaction().execute(async (tx) => {
    // Whole tables are read to find references; the pool's limit is meant for requests.
    await sql`SET LOCAL statement_timeout = 0`.execute(tx)
    // Two imports at once would each see half of the other; readers are not held up.
    await sql`LOCK TABLE area IN SHARE ROW EXCLUSIVE MODE`.execute(tx)
    const before = new Map((await tx.selectFrom('area').selectAll().execute()).map((row) => [row.code, row]))
    const fresh = areas.filter(({ code }) => !before.has(code))
    const changed = areas.filter((area) => isChanged(before.get(area.code), area))
    const inFile = new Set(areas.map(({ code }) => code))
    const vanished = [...before.keys()].filter((code) => !inFile.has(code))
    await write(tx, [...fresh, ...changed])
    const removed = await removeUnused(tx, vanished)
    return { added: fresh.length, changed: changed.length, removed, kept: vanished.length - removed }
  })
}

/** Level and parent follow from the code, so they cannot differ. */
function isChanged(old: Row<'area'> | undefined, area: NewRow<'area'>): boolean {
  return (
    old !== undefined &&
    (old.name !== area.name || old.latitude !== area.latitude || old.longitude !== area.longitude)
  )
}

/** Parents before children: a batch must find the parents of its rows. */
async function write(tx: Tx, areas: NewRow<'area'>[]): Promise<void> {
  const sorted = [...areas].sort((a, b) => a.code.length - b.code.length)
  for (let at = 0; at < sorted.length; at += BATCH) {
    await tx
      .insertInto('area')
      .values(sorted.slice(at, at + BATCH))
      .onConflict((oc) =>
        oc.column('code').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          latitude: eb.ref('excluded.latitude'),
          longitude: eb.ref('excluded.longitude'),
        })),
      )
      .execute()
  }
}

async function removeUnused(tx: Tx, vanished: string[]): Promise<number> {
  if (vanished.length === 0) {
    return 0
  }
  const used = await referencedCodes(tx)
  const unused = vanished
    .filter((code) => !used.some((reference) => reference.startsWith(code)))
    // Children first, so that no batch leaves one without its parent.
    .sort((a, b) => b.length - a.length)
  for (let at = 0; at < unused.length; at += BATCH) {
    await tx
      .deleteFrom('area')
      .where('code', 'in', unused.slice(at, at + BATCH))
      .execute()
  }
  return unused.length
}
