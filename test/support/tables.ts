import { sql } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'

async function tableNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Which of some words stand in any column of any table: `table: word`. */
export async function tablesWith(db: Db, words: string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of await tableNames(db)) {
    const { rows } = await sql<{ word: string }>`
      SELECT DISTINCT word FROM unnest(${words}::text[]) AS word JOIN ${sql.table(name)} AS t
      ON position(word in t::text) > 0 ORDER BY 1`.execute(db)
    found.push(...rows.map(({ word }) => `${name}: ${word}`))
  }
  return found
}

/** Every row of every table as JSON without some columns, named `column` or `table.column`; tables left out altogether. */
export async function contentsOf(
  db: Db,
  { tables = [], columns = [] }: { tables?: string[]; columns?: string[] } = {},
): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {}
  for (const name of (await tableNames(db)).filter((table) => !tables.includes(table))) {
    const left = columns.flatMap((column) => {
      const [table, own] = column.split('.')
      return own === undefined ? [column] : table === name ? [own] : []
    })
    const { rows } = await sql<{ row: string }>`
      SELECT (to_jsonb(t) - ${left}::text[])::text AS row FROM ${sql.table(name)} AS t
      ORDER BY 1`.execute(db)
    contents[name] = rows.map(({ row }) => row)
  }
  return contents
}

/** Rows of each table that one side has and the other has not, however often. */
export function missingIn(
  contents: Record<string, string[]>,
  from: Record<string, string[]>,
): Record<string, string[]> {
  const lists = Object.entries(from).map(([name, rows]) => {
    const left = [...(contents[name] ?? [])]
    const missing = rows.filter((row) => {
      const at = left.indexOf(row)
      left.splice(at, at < 0 ? 0 : 1)
      return at < 0
    })
    return [name, missing] as const
  })
  return Object.fromEntries(lists.filter(([, rows]) => rows.length > 0))
}
