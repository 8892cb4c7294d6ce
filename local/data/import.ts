import { sql } from 'kysely'
import type { Db, Tx } from '~/cloudfunctions/core/db'
import { readTables, type Table } from './catalogue'
import type { Totals } from './export'
import { digestFile, readLines } from './files'
import { tableFile, type Manifest } from './manifest'
import { planOrder, type Plan } from './order'
import { DataRefusal } from './refusal'
import { carriedColumns, digestTable, settleTexts } from './rows'

/**
 * Tables that migrations put rows into: in an empty database these are replaced. Whether they are others by now is a
 * matter of the test.
 */
export const MADE_BY_MIGRATIONS = ['audit_chain', 'setting']

export interface Steps {
  /** Told as each step begins. */
  onStep?: (step: 'checking' | 'writing' | 'comparing') => void
}

/** Holds every file against the manifest before anything is touched. */
export async function checkFiles(folder: string, { tables }: Manifest): Promise<void> {
  for (const { name, rows, sha256 } of tables) {
    const found = await digestFile(tableFile(folder, name)).catch(() => undefined)
    if (found === undefined) {
      throw new DataRefusal(`${name}.jsonl 不见了,这份导出不完整。什么都没有导入。`)
    }
    if (found.sha256 !== sha256) {
      throw new DataRefusal(
        `${name}.jsonl 坏了:应当有 ${rows} 行,现在有 ${found.rows} 行,内容和导出时不一样。什么都没有导入。`,
      )
    }
  }
}

/**
 * Puts an export into an empty database whose tables are up to date: all of it or nothing, in one transaction, which
 * ends only when every table reads back as it was. Works as the owner of the tables; it need not be a superuser.
 */
export async function importData(
  db: Db,
  folder: string,
  manifest: Manifest,
  { onStep }: Steps = {},
): Promise<Totals> {
  onStep?.('checking')
  await checkFiles(folder, manifest)
  await db.transaction().execute(async (tx) => {
    await settleTexts(tx)
    const tables = await readTables(tx)
    checkShape(tables, manifest)
    await lockTables(tx, tables)
    await checkEmpty(tx, tables)
    onStep?.('writing')
    const plan = planOrder(tables)
    await loosen(tx, plan)
    for (const table of plan.order) {
      await writeTable(tx, table, folder)
    }
    await analyse(tx, tables)
    await tighten(tx, plan)
    onStep?.('comparing')
    await compare(tx, tables, manifest)
    for (const { name, lastValue } of manifest.sequences) {
      if (lastValue !== null) {
        await sql`SELECT setval(${sql.lit(name)}::text::regclass, ${lastValue}::bigint)`.execute(tx)
      }
    }
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { tables: manifest.tables.length, rows }
}

/** The same migrations make the same tables, unless somebody changed one by hand. */
function checkShape(tables: Table[], manifest: Manifest): void {
  const shapes = [
    manifest.tables.map(({ name, columns }) => `${name}(${columns.join()})`),
    tables.map((table) => `${table.name}(${carriedColumns(table).map((column) => column.name).join()})`),
  ]
  const [theirs = [], ours = []] = shapes
  const odd = [
    ...theirs.filter((shape) => !ours.includes(shape)),
    ...ours.filter((shape) => !theirs.includes(shape)),
  ]
  if (odd.length > 0) {
    throw new DataRefusal(`两边的表不一样,什么都没有导入:${odd.join('、')}`)
  }
}

/** Nobody else writes until the end, so that what was empty stays so. */
async function lockTables(tx: Tx, tables: Table[]): Promise<void> {
  const names = sql.join(tables.map(({ name }) => sql.table(name)))
  await sql`LOCK TABLE ${names} IN SHARE ROW EXCLUSIVE MODE`.execute(tx)
}

async function checkEmpty(tx: Tx, tables: Table[]): Promise<void> {
  for (const { name } of tables.filter((table) => !MADE_BY_MIGRATIONS.includes(table.name))) {
    const { rows } = await sql`SELECT FROM ${sql.table(name)} LIMIT 1`.execute(tx)
    if (rows.length > 0) {
      throw new DataRefusal(`目标数据库不是空的:${name} 里已经有内容。请换一个新的空数据库,什么都没有导入。`)
    }
  }
  for (const name of MADE_BY_MIGRATIONS) {
    await sql`DELETE FROM ${sql.table(name)}`.execute(tx)
  }
}

/** Lets rows in as they are: what triggers would do was done when they were made. */
async function loosen(tx: Tx, { order, circular }: Plan): Promise<void> {
  for (const { name, insertTriggers } of order) {
    for (const trigger of insertTriggers) {
      await sql`ALTER TABLE ${sql.table(name)} DISABLE TRIGGER ${sql.ref(trigger)}`.execute(tx)
    }
  }
  for (const { table, reference } of circular) {
    await sql`ALTER TABLE ${sql.table(table)}
      ALTER CONSTRAINT ${sql.ref(reference.name)} DEFERRABLE INITIALLY DEFERRED`.execute(tx)
  }
}

/** Checks what was put off, then puts everything back as the migrations made it. */
async function tighten(tx: Tx, { order, circular }: Plan): Promise<void> {
  await sql`SET CONSTRAINTS ALL IMMEDIATE`.execute(tx)
  for (const { table, reference } of circular) {
    await sql`ALTER TABLE ${sql.table(table)}
      ALTER CONSTRAINT ${sql.ref(reference.name)} NOT DEFERRABLE`.execute(tx)
  }
  for (const { name, insertTriggers } of order) {
    for (const trigger of insertTriggers) {
      await sql`ALTER TABLE ${sql.table(name)} ENABLE TRIGGER ${sql.ref(trigger)}`.execute(tx)
    }
  }
}

async function writeTable(tx: Tx, table: Table, folder: string): Promise<void> {
  const columns = carriedColumns(table)
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(
    columns.map(({ type }, at) => sql`(line ->> ${sql.lit(at)})::${sql.raw(type)}`),
  )
  for await (const lines of readLines(tableFile(folder, table.name))) {
    await sql`INSERT INTO ${sql.table(table.name)} (${names}) OVERRIDING SYSTEM VALUE
      SELECT ${values} FROM jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) AS line`.execute(tx)
  }
}

/** Plans of the checks that follow would be those of empty tables. */
async function analyse(tx: Tx, tables: Table[]): Promise<void> {
  await sql`ANALYZE ${sql.join(tables.map(({ name }) => sql.table(name)))}`.execute(tx)
}

async function compare(tx: Tx, tables: Table[], manifest: Manifest): Promise<void> {
  for (const expected of manifest.tables) {
    const table = tables.find(({ name }) => name === expected.name)
    const found = table && (await digestTable(tx, table))
    if (found?.sha256 !== expected.sha256) {
      throw new DataRefusal(
        `写进去以后读回来核对,${expected.name} 不一样(应当 ${expected.rows} 行,读到 ${found?.rows ?? 0} 行)。已经全部撤回,什么都没有导入。`,
      )
    }
  }
}
