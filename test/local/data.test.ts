import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { createApi } from '~/cloudfunctions/api/handler'
import { systemClock } from '~/cloudfunctions/core/clock'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'
import { silentLog } from '~/cloudfunctions/core/log'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { importAreas } from '~/local/areas/import'
import { parseAreas } from '~/local/areas/parse'
import { readTables } from '~/local/data/catalogue'
import { migrationsOf, ROOT } from '~/local/data/command'
import { exportData } from '~/local/data/export'
import { importData, MADE_BY_MIGRATIONS } from '~/local/data/import'
import { readManifest, writeManifest } from '~/local/data/manifest'
import { seed } from '~/local/seed'
import { isWithin } from '~/types/area'
import { fillEveryKind, guardsOf, makeEveryKind, plantLedger } from '../support/data'
import { memoryPorts } from '../support/district'
import { openEmbeddedDb, openOwnDb } from '../support/own-db'

/** One town of the real file, with the grid that is shown first. */
const TOWN = '110117111'
const SHOWN = '110117111207003'
const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))

const folder = mkdtempSync(path.join(tmpdir(), 'micro-grid-data-'))
const at = (name: string) => path.join(folder, name)
const open: (() => Promise<void>)[] = []
let opened = 0
let source: Db

async function migrated({ db, close }: { db: Db; close(): Promise<void> }): Promise<Db> {
  open.push(close)
  await migrate(db, await readMigrations(path.join(ROOT, 'cloudfunctions/migrations')))
  await makeEveryKind(db)
  return db
}

/** An empty database to import into: on the server where there is one, as its owner and no superuser. */
async function openTarget(): Promise<Db> {
  opened += 1
  return migrated(await openOwnDb(`micro_grid_test_data_${opened}`, { plain: true }))
}

const manifestOf = async (name: string) => readManifest(at(name), secrets, await migrationsOf(ROOT))

async function importInto(db: Db, name: string) {
  return importData(db, at(name), await manifestOf(name))
}

async function rowsIn(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { name } of await readTables(db)) {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(db)
    counts[name] = rows[0]?.n ?? 0
  }
  return counts
}

/** A copy of the good export, to be spoilt. */
function copyOf(name: string): string {
  cpSync(at('first'), at(name), { recursive: true })
  return at(name)
}

beforeAll(async () => {
  source = await migrated(openEmbeddedDb())
  const { areas } = parseAreas(readFileSync(path.join(ROOT, 'data/pinggu-areas.csv'), 'utf8'))
  await importAreas(
    source,
    areas.filter(({ code }) => isWithin(TOWN, code) || isWithin(code, TOWN)),
  )
  await seed(source, secrets, { scale: 'demo', seed: 7, now: new Date('2026-03-05T08:00:00Z') })
  await plantLedger(source)
  await fillEveryKind(source)
  await callAs(source, 'appeal.submit', { text: '门口的路灯\u2028不亮', urgency: 'soon' })
  await exportData(source, secrets, at('first'))
})
afterAll(async () => {
  for (const close of open) {
    await close()
  }
  rmSync(folder, { recursive: true })
})

/** The gateway over a database, asked by the resident of the grid that is shown first. */
async function callAs(db: Db, action: string, input: unknown) {
  const api = createApi({ db, clock: systemClock, secrets, ports: memoryPorts(), log: silentLog })
  const reply = await api({ action, input, key: `data-test-${action}` }, { openid: `demo-r-${SHOWN}-1` })
  if (!reply.ok) {
    throw new Error(JSON.stringify(reply.error))
  }
  return reply.data
}

describe('there and back', () => {
  let target: Db
  beforeAll(async () => {
    target = await openTarget()
  })

  test('what was exported, imported and exported again is the same byte by byte, and left as it was', async () => {
    const before = await guardsOf(target)
    const { rows, tables } = await importInto(target, 'first')
    expect(await exportData(target, secrets, at('second'))).toEqual({ rows, tables })
    expect(rows).toBeGreaterThan(1_000)
    const files = readdirSync(at('first')).sort()
    expect(files).toHaveLength(tables + 1)
    expect(readdirSync(at('second')).sort()).toEqual(files)
    for (const file of files) {
      const [first, second] = ['first', 'second'].map((name) =>
        readFileSync(path.join(at(name), file), 'utf8'),
      )
      expect(second).toBe(first)
    }
    expect(await rowsIn(target)).toEqual(await rowsIn(source))
    expect(await guardsOf(target)).toEqual(before)
  })

  test('values of every kind come out as they went in', async () => {
    const lines = readFileSync(path.join(at('first'), 'every_kind.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
    const values = lines.map((line) => JSON.parse(line) as (string | null)[])
    expect(values[0]).toEqual(expect.arrayContaining(['12345678901234567890.123456789', '\\x00ff0a5c22']))
    expect(values[0]).toEqual(expect.arrayContaining(['{"b" : 1,  "b":2}', '2026-03-05 00:00:00.123456+00']))
    const { rows } = await sql<Record<string, unknown>>`
      SELECT bool_and(twice = big * 2) AS made, count(DISTINCT words) AS words FROM every_kind`.execute(
      target,
    )
    expect(rows[0]).toMatchObject({ made: true, words: 3 })
    // The next row gets a number of its own.
    const { rows: next } = await sql<{
      id: number
    }>`INSERT INTO every_kind (big) VALUES (1) RETURNING id`.execute(target)
    expect(next[0]?.id).toBe(4)
  })

  test('the application works on it: numbers open, ledgers go on, nothing in them can be changed', async () => {
    const kept = (await callAs(target, 'me.export', {})) as {
      sections: { lines: { label: string; value: string }[] }[]
    }
    const lines = kept.sections.flatMap((section) => section.lines)
    expect(lines.find(({ label }) => label === '手机号')?.value).toMatch(/^1990\d{7}$/)
    expect(lines.map(({ value }) => value)).toContain('门口的路灯\u2028不亮')
    await expect(sql`UPDATE points_line SET amount = 1`.execute(target)).rejects.toThrow('append-only')
    await expect(sql`DELETE FROM audit_log`.execute(target)).rejects.toThrow('append-only')
    const line = (account: number, amount: number) => sql`
      INSERT INTO points_line (entry_id, account_id, amount)
      SELECT id, ${`00000000-0000-7000-8000-00000000000${account}`}, ${amount} FROM points_entry`
    await sql`INSERT INTO points_entry (id, kind, source_type, source_id, rule, at)
      VALUES (gen_random_uuid(), 'award', 'test', gen_random_uuid(), 'helped', now())`.execute(target)
    await expect(line(1, 5).execute(target)).rejects.toThrow()
    const { rows } = await sql`SELECT balance FROM points_account WHERE kind = 'holder'`.execute(target)
    expect(rows).toEqual([{ balance: 7 }])
  })

  test('a second import into it is refused', async () => {
    await expect(importInto(target, 'first')).rejects.toThrow('目标数据库不是空的')
  })

  test('only the owner can read the files', () => {
    expect(statSync(at('first')).mode & 0o777).toBe(0o700)
    expect(
      readdirSync(at('first')).map((file) => statSync(path.join(at('first'), file)).mode & 0o777),
    ).not.toContain(0o644)
    expect(statSync(path.join(at('first'), 'app_user.jsonl')).mode & 0o777).toBe(0o600)
  })
})

describe('what is refused', () => {
  let target: Db
  let empty: Record<string, number>
  beforeAll(async () => {
    target = await openTarget()
    empty = await rowsIn(target)
  })
  afterEach(async () => {
    expect(await rowsIn(target)).toEqual(empty)
  })

  test('migrations put rows into those tables only that an import replaces', () => {
    expect(Object.keys(empty).filter((name) => empty[name] !== 0)).toEqual(MADE_BY_MIGRATIONS)
  })

  test('a line that was damaged, lost or added', async () => {
    const file = path.join(copyOf('damaged'), 'resident.jsonl')
    const text = readFileSync(file, 'utf8')
    for (const spoilt of [
      text.replace('"', "'"),
      text.slice(text.indexOf('\n') + 1),
      `${text}[]\n`,
      text.slice(0, -1),
    ]) {
      writeFileSync(file, spoilt)
      await expect(importInto(target, 'damaged')).rejects.toThrow('resident.jsonl 坏了')
    }
    rmSync(file)
    await expect(importInto(target, 'damaged')).rejects.toThrow('resident.jsonl 不见了')
  })

  test('a manifest that was changed, another version, another format, none at all', async () => {
    const file = path.join(copyOf('manifest'), 'manifest.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/"rows": (\d+)/, '"rows": 1$1'))
    await expect(importInto(target, 'manifest')).rejects.toThrow('被改动过')
    const { tables, sequences, migrations } = await manifestOf('first')
    writeFileSync(file, writeManifest(secrets, { tables, sequences, migrations: migrations.slice(0, -1) }))
    await expect(importInto(target, 'manifest')).rejects.toThrow(migrations.at(-2)?.name)
    writeFileSync(file, text.replace('micro-grid-data/1', 'micro-grid-data/9'))
    await expect(importInto(target, 'manifest')).rejects.toThrow('格式是 micro-grid-data/9')
    appendFileSync(file, '…')
    await expect(importInto(target, 'manifest')).rejects.toThrow('读不出来')
    rmSync(file)
    await expect(importInto(target, 'manifest')).rejects.toThrow('没有导出完')
  })

  test('another DATA_KEY, on either side', async () => {
    const other = createSecrets(Buffer.alloc(32, 8).toString('base64'))
    await expect(readManifest(at('first'), other, await migrationsOf(ROOT))).rejects.toThrow(
      'DATA_KEY 和导出时的不一样',
    )
    await expect(exportData(source, other, at('other-key'))).rejects.toThrow('DATA_KEY 打不开')
    expect(readdirSync(folder)).not.toContain('other-key')
    await expect(exportData(source, secrets, at('first'))).rejects.toThrow('已经有东西了')
  })

  test('a table that reads back otherwise: all of it is taken back', async () => {
    await sql`ALTER TABLE every_kind ALTER COLUMN exact TYPE numeric(30, 1)`.execute(target)
    await expect(importInto(target, 'first')).rejects.toThrow('every_kind 不一样')
    await sql`ALTER TABLE every_kind DROP COLUMN exact`.execute(target)
    await expect(importInto(target, 'first')).rejects.toThrow('两边的表不一样')
  })
})
