import { sql } from 'kysely'
import type { Tx } from '~/cloudfunctions/core/db'

interface Column {
  schema: string
  table: string
  column: string
}

/**
 * The area codes that any record holds. The columns are looked up, not listed, so that a new table counts from its
 * first row: foreign keys to area, and columns that keep a code without one (`…_code` compared byte by byte, by which
 * the schema marks area codes).
 */
export async function referencedCodes(tx: Tx): Promise<string[]> {
  const codes = new Set<string>()
  for (const { schema, table, column } of await referringColumns(tx)) {
    const { rows } = await sql<{ code: string | null }>`
      SELECT DISTINCT ${sql.id(column)} AS code FROM ${sql.id(schema, table)}`.execute(tx)
    for (const { code } of rows) {
      if (code !== null && code !== '') {
        codes.add(code)
      }
    }
  }
  return [...codes]
}

async function referringColumns(tx: Tx): Promise<Column[]> {
  const { rows } = await sql<Column>`
    SELECT n.nspname AS schema, t.relname AS table, a.attname AS column
    FROM pg_constraint c
    JOIN pg_class t ON t.oid = c.conrelid
    JOIN pg_namespace n ON n.oid = t.relnamespace
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'area'::regclass AND c.conrelid <> 'area'::regclass
    UNION
    SELECT c.table_schema, c.table_name, c.column_name
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND c.data_type = 'text'
      AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
      AND format('%I.%I', c.table_schema, c.table_name)::regclass <> 'area'::regclass
      AND (c.column_name = 'area_code' OR (c.column_name LIKE '%\\_code' AND c.collation_name = 'C'))
    ORDER BY 1, 2, 3`.execute(tx)
  return rows
}
