import { sql } from 'kysely'
import type { DbOrTx } from '~/cloudfunctions/core/db'

/** Holds which migrations a database has had; it says so in the manifest and is not carried over. */
const MIGRATIONS_TABLE = 'migration'

export interface Column {
  name: string
  /** As PostgreSQL writes it in a cast. */
  type: string
  generated: boolean
  collated: boolean
  /** Place in the primary key, from 1; 0 when it is no part of it. */
  keyPlace: number
}
export interface Reference {
  name: string
  /** The table that is referred to. */
  to: string
}
export interface Table {
  name: string
  columns: Column[]
  references: Reference[]
  /** Triggers that act when a row is added. Those that only check a constraint are not among them. */
  insertTriggers: string[]
}
export interface AppliedMigration {
  name: string
  hash: string
}

const OURS = sql`relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> ${MIGRATIONS_TABLE}
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')`

/** The tables of the database by name, as it has them itself: no list that a new migration could outgrow. */
export async function readTables(db: DbOrTx): Promise<Table[]> {
  const tables = new Map<string, Table>()
  for (const row of await readColumns(db)) {
    const { table, ...column } = row
    const known = tables.get(table) ?? { name: table, columns: [], references: [], insertTriggers: [] }
    known.columns.push(column)
    tables.set(table, known)
  }
  for (const { table, name, to } of await readReferences(db)) {
    tables.get(table)?.references.push({ name, to })
  }
  for (const { table, name } of await readInsertTriggers(db)) {
    tables.get(table)?.insertTriggers.push(name)
  }
  return [...tables.values()]
}

async function readColumns(db: DbOrTx): Promise<(Column & { table: string })[]> {
  const { rows } = await sql<Column & { table: string }>`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
      a.attgenerated <> '' AS generated, a.attcollation <> 0 AS collated,
      coalesce(array_position(k.conkey, a.attnum), 0) AS key_place
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
    WHERE ${OURS}
    ORDER BY c.relname COLLATE "C", a.attnum`.execute(db)
  return rows
}

async function readReferences(db: DbOrTx): Promise<(Reference & { table: string })[]> {
  const { rows } = await sql<Reference & { table: string }>`
    SELECT c.relname AS table, k.conname AS name, k.confrelid::regclass::text AS to
    FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
    WHERE ${OURS} ORDER BY c.relname COLLATE "C", k.conname COLLATE "C"`.execute(db)
  return rows
}

async function readInsertTriggers(db: DbOrTx): Promise<{ table: string; name: string }[]> {
  // Bit 2 of tgtype: fires on INSERT. Checks of a constraint have a row in pg_constraint.
  const { rows } = await sql<{ table: string; name: string }>`
    SELECT c.relname AS table, t.tgname AS name
    FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
    WHERE ${OURS} AND NOT t.tgisinternal AND t.tgconstraint = 0 AND t.tgtype & 4 <> 0 AND t.tgenabled = 'O'
    ORDER BY c.relname COLLATE "C", t.tgname COLLATE "C"`.execute(db)
  return rows
}

/** The migrations that the database has had, in order; none when it was never set up. */
export async function readApplied(db: DbOrTx): Promise<AppliedMigration[]> {
  const { rows: found } = await sql`SELECT FROM pg_class c
    WHERE relname = ${MIGRATIONS_TABLE} AND relnamespace = current_schema()::regnamespace`.execute(db)
  if (found.length === 0) {
    return []
  }
  const { rows } = await sql<AppliedMigration>`
    SELECT name, hash FROM ${sql.table(MIGRATIONS_TABLE)} ORDER BY name COLLATE "C"`.execute(db)
  return rows
}

/** Where each sequence stands; null when it has not been used. */
export async function readSequences(db: DbOrTx): Promise<{ name: string; lastValue: string | null }[]> {
  const { rows } = await sql<{ name: string; lastValue: string | null }>`
    SELECT sequencename AS name, last_value::text AS last_value FROM pg_sequences
    WHERE schemaname = current_schema() ORDER BY sequencename COLLATE "C"`.execute(db)
  return rows
}
