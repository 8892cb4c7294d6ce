import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '~/cloudfunctions/core/db'
import type { Column, Table } from './catalogue'

/** Rows held in memory at a time. */
const FETCH = 1_000
const CURSOR = 'data_rows'

export interface Digest {
  rows: number
  /** Of the lines, each with its line end. */
  sha256: string
}

/** Columns that are carried over; generated ones come by themselves. */
export function carriedColumns(table: Table): Column[] {
  return table.columns.filter(({ generated }) => !generated)
}

/** Values are written as text, so whatever changes how a session writes them must be the same on both sides. */
export async function settleTexts(tx: Tx): Promise<void> {
  const settings = {
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '1',
    lc_monetary: 'C',
    // Whole tables are read and written; the pool's limits are meant for requests.
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
  }
  for (const [name, value] of Object.entries(settings)) {
    await sql`SELECT set_config(${name}, ${value}, true)`.execute(tx)
  }
}

/** Rows in the order of their key, which no server's own collation changes. */
function rowOrder(table: Table): RawBuilder<unknown> {
  const key = table.columns
    .filter(({ keyPlace }) => keyPlace > 0)
    .sort((a, b) => a.keyPlace - b.keyPlace)
    .map(({ name, collated }) => (collated ? sql`${sql.ref(name)} COLLATE "C"` : sql.ref(name)))
  const all = carriedColumns(table).map(({ name }) => sql`${sql.ref(name)}::text COLLATE "C"`)
  return sql.join(key.length > 0 ? key : all)
}

/**
 * Reads a table batch by batch. A line is a JSON array of the carried columns' values, each as PostgreSQL itself
 * writes it, or null.
 */
export async function* readRows(tx: Tx, table: Table): AsyncGenerator<string[]> {
  const keys = carriedColumns(table).map(({ name }, at) => ({ name, key: `c${at}` }))
  const select = sql.join(
    keys.map(({ name, key }) => sql`${sql.ref(`t.${name}`)}::text AS ${sql.ref(key)}`),
  )
  await sql`DECLARE ${sql.ref(CURSOR)} NO SCROLL CURSOR FOR
    SELECT ${select} FROM ${sql.table(table.name)} AS t ORDER BY ${rowOrder(table)}`.execute(tx)
  for (let full = true; full; ) {
    const { rows } = await sql<Record<string, string | null>>`
      FETCH ${sql.raw(String(FETCH))} FROM ${sql.ref(CURSOR)}`.execute(tx)
    full = rows.length === FETCH
    if (rows.length > 0) {
      yield rows.map((row) => JSON.stringify(keys.map(({ key }) => row[key])))
    }
  }
  await sql`CLOSE ${sql.ref(CURSOR)}`.execute(tx)
}

/** Counts lines and hashes them on their way, in the same manner on both sides. */
export function createDigest(): { add(text: string | Uint8Array, rows: number): void; end(): Digest } {
  const hash = createHash('sha256')
  let count = 0
  return {
    add(text, rows) {
      hash.update(text)
      count += rows
    },
    end: () => ({ rows: count, sha256: hash.digest('hex') }),
  }
}

/** What a table holds now. */
export async function digestTable(tx: Tx, table: Table): Promise<Digest> {
  const digest = createDigest()
  for await (const lines of readRows(tx, table)) {
    digest.add(lines.map((line) => `${line}\n`).join(''), lines.length)
  }
  return digest.end()
}
