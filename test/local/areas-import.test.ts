import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { importAreas } from '~/local/areas/import'
import { COLUMNS, parseAreas } from '~/local/areas/parse'
import { takeDirectory } from '~/local/embedded'
import { openOwnDb } from '../support/own-db'

const ROOT = path.join(__dirname, '../..')
const REAL_FILE = path.join(ROOT, 'data/pinggu-areas.csv')
/** Areas of the real file: all lines but the first. */
const REAL_AREAS = 3_512

const HEAD = COLUMNS.join(',')
const GOOD = [
  '990001,district,,测试区,40,117',
  '990001001,town,990001,东镇,40.1,117.1',
  '990001001001,village,990001001,柳村,40.1,117.1',
  '990001001001001,grid,990001001001,第1网格,40.1,117.1',
  '990001001001002,grid,990001001001,第2网格,40.1,117.1',
]
const fileOf = (lines: string[], newline = '\n') => [HEAD, ...lines, ''].join(newline)
const areasOf = (lines: string[]) => {
  const { areas, errors } = parseAreas(fileOf(lines))
  expect(errors).toEqual([])
  return areas
}

describe('reading the file', () => {
  test('a good file, also with a byte order mark, CRLF and children before their parents', () => {
    const areas = areasOf(GOOD)
    expect(areas[3]).toEqual({
      code: '990001001001001',
      level: 'grid',
      parentCode: '990001001001',
      name: '第1网格',
      latitude: 40.1,
      longitude: 117.1,
    })
    expect(parseAreas(`\uFEFF${fileOf([...GOOD].reverse(), '\r\n')}`)).toEqual({ areas, errors: [] })
    expect(
      areasOf([...GOOD.slice(0, 4), '990001001001002,grid,990001001001,"南,北",40.1,117.1'])[4]?.name,
    ).toBe('南,北')
  })

  test('the real file', () => {
    const { areas, errors } = parseAreas(readFileSync(REAL_FILE, 'utf8'))
    expect(errors).toEqual([])
    expect(areas).toHaveLength(REAL_AREAS)
  })

  const long = '长'.repeat(61)
  test.each([
    ['columns', '990001001001003,grid,990001001001,第3网格,40.1', '要有 6 列,这一行有 5 列'],
    ['quotes', '990001001001003,grid,990001001001,"第3网格,40.1,117.1', '引号没有成对'],
    ['level', '990001001001003,street,990001001001,第3网格,40.1,117.1', '级别“street”不认识'],
    ['code', '99000100100100X,grid,990001001001,第3网格,40.1,117.1', '只能是数字'],
    ['code of another level', '9900010010010,grid,990001001001,第3网格,40.1,117.1', '网格的编码要有 15 位'],
    ['parent missing', '990001001001003,grid,,第3网格,40.1,117.1', '没有填上级编码'],
    ['parent unknown', '990001001009003,grid,990001001009,第3网格,40.1,117.1', '在文件里找不到'],
    ['parent two levels up', '990001001001003,grid,990001001,第3网格,40.1,117.1', '网格的上级要是村居'],
    ['code of another parent', '990001001002003,grid,990001001001,第3网格,40.1,117.1', '加三位数字组成'],
    ['code twice', '990001001001001,grid,990001001001,第3网格,40.1,117.1', '第 5 行已经用过'],
    ['name empty', '990001001001003,grid,990001001001,,40.1,117.1', '名称是空的'],
    ['name long', `990001001001003,grid,990001001001,${long},40.1,117.1`, '名称最多 60 个字'],
    ['name in another encoding', '990001001001003,grid,990001001001,\uFFFD\uFFFD,40.1,117.1', '乱码'],
    ['latitude no number', '990001001001003,grid,990001001001,第3网格,北,117.1', '纬度“北”不是数字'],
    ['longitude empty', '990001001001003,grid,990001001001,第3网格,40.1,', '经度“”不是数字'],
    ['latitude out of range', '990001001001003,grid,990001001001,第3网格,91,117.1', '超出范围'],
    ['longitude out of range', '990001001001003,grid,990001001001,第3网格,40.1,-181', '超出范围'],
    ['far away', '990001001001003,grid,990001001001,第3网格,42.1,117.1', '超过 200 公里'],
    ['a second district', '990002,district,,别区,40,117', '只能有一个区'],
    ['a district with a parent', '990002,district,990001,别区,40,117', '只能有一个区'],
  ])('%s', (_, bad, reason) => {
    const { errors } = parseAreas(fileOf([...GOOD, bad]))
    expect(errors).toEqual([{ line: 7, reason: expect.stringContaining(reason) as string }])
  })

  test('no district, no heading, nothing at all', () => {
    expect(parseAreas(fileOf(GOOD.slice(1))).errors[0]).toEqual({
      line: 1,
      reason: expect.stringContaining('没有区') as string,
    })
    expect(parseAreas(GOOD.join('\n')).errors[0]).toEqual({
      line: 1,
      reason: expect.stringContaining('第一行要是列名') as string,
    })
    expect(parseAreas('').errors[0]?.line).toBe(1)
    expect(parseAreas(fileOf(['990001,district,990002,测试区,40,117'])).errors[0]?.reason).toContain(
      '区没有上级',
    )
  })

  test('every line with a mistake is told, and only those', () => {
    const { errors } = parseAreas(fileOf([GOOD[0] ?? '', 'x', ...GOOD.slice(1), 'y,z']))
    expect(errors.map(({ line }) => line)).toEqual([3, 8])
  })
})

/** An empty database, because these tests would take away the areas that the others stand on. */
describe('importing', () => {
  let db: Db
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ db, close } = await openOwnDb('micro_grid_test_areas'))
    await migrate(db, await readMigrations(path.join(ROOT, 'cloudfunctions/migrations')))
  })
  afterAll(() => close())
  const codes = async () => (await db.selectFrom('area').select('code').execute()).map(({ code }) => code)

  test('the same file again changes nothing; new names and points are taken over', async () => {
    expect(await importAreas(db, areasOf(GOOD))).toEqual({ added: 5, changed: 0, removed: 0, kept: 0 })
    expect(await importAreas(db, areasOf(GOOD))).toEqual({ added: 0, changed: 0, removed: 0, kept: 0 })
    const changed = [...GOOD.slice(0, 4), '990001001001002,grid,990001001001,南格,40.2,117.1']
    expect(await importAreas(db, areasOf(changed))).toEqual({ added: 0, changed: 1, removed: 0, kept: 0 })
    const row = await db
      .selectFrom('area')
      .selectAll()
      .where('code', '=', '990001001001002')
      .executeTakeFirst()
    expect(row).toMatchObject({ name: '南格', latitude: 40.2 })
  })

  test('areas without records go, whole branches too', async () => {
    const branch = [
      '990001002,town,990001,西镇,40.1,117.1',
      '990001002001,village,990001002,杨村,40.1,117.1',
      '990001002001001,grid,990001002001,第1网格,40.1,117.1',
    ]
    await importAreas(db, areasOf([...GOOD, ...branch]))
    expect(await importAreas(db, areasOf(GOOD))).toEqual({ added: 0, changed: 0, removed: 3, kept: 0 })
    expect(await codes()).toHaveLength(5)
  })

  test('areas with records stay, with all above them, also for columns without a foreign key', async () => {
    const branch = ['1', '2', '3'].flatMap((n) => [
      `99000100${n}002,village,99000100${n},杨村,40.1,117.1`,
      `99000100${n}002001,grid,99000100${n}002,第1网格,40.1,117.1`,
      `99000100${n}002002,grid,99000100${n}002,第2网格,40.1,117.1`,
    ])
    const towns = ['2', '3'].map((n) => `99000100${n},town,990001,镇${n},40.1,117.1`)
    await importAreas(db, areasOf([...GOOD, ...towns, ...branch]))
    await db.insertInto('gridSetting').values({ areaCode: '990001002002001' }).execute()
    await sql`CREATE SCHEMA later`.execute(db)
    await sql`CREATE TABLE later.note (area_code text)`.execute(db)
    await sql`INSERT INTO later.note VALUES ('990001003002002')`.execute(db)
    // Of the nine: grid, village and town of each of both records stay.
    expect(await importAreas(db, areasOf(GOOD))).toEqual({ added: 0, changed: 0, removed: 5, kept: 6 })
    expect(await codes()).toEqual(
      expect.arrayContaining(['990001002', '990001002002', '990001002002001', '990001003002002']),
    )
    await sql`DROP SCHEMA later CASCADE`.execute(db)
    await db.deleteFrom('gridSetting').execute()
    expect(await importAreas(db, areasOf(GOOD))).toMatchObject({ removed: 6, kept: 0 })
  })

  test('a failure leaves everything as it was; an empty list is refused', async () => {
    const before = await codes()
    const [first, ...rest] = areasOf([...GOOD, '990001009,town,990001,东九镇,40.1,117.1'])
    await expect(
      importAreas(db, [first!, ...rest.slice(0, -1), { ...rest.at(-1)!, name: '' }]),
    ).rejects.toThrow()
    await expect(importAreas(db, [])).rejects.toThrow()
    expect(await codes()).toEqual(before)
  })

  test('the real file, twice', async () => {
    const { areas } = parseAreas(readFileSync(REAL_FILE, 'utf8'))
    expect(await importAreas(db, areas)).toEqual({ added: REAL_AREAS, changed: 0, removed: 5, kept: 0 })
    expect(await importAreas(db, areas)).toEqual({ added: 0, changed: 0, removed: 0, kept: 0 })
  })
})

describe('the command', () => {
  let directory: string
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'areas-'))
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  /** Runs the command on a database of its own. */
  function run(file: string): Promise<{ code: number; output: string }> {
    const env = { ...process.env, DATA_DIR: path.join(directory, 'data'), DATABASE_URL: '' }
    return new Promise((resolve) => {
      const args = ['--import', 'tsx', 'local/areas-import.ts', file]
      execFile(process.execPath, args, { cwd: ROOT, env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : 1, output: out + err }),
      )
    })
  }

  test('tells every bad line and imports nothing', async () => {
    const file = path.join(directory, 'bad.csv')
    writeFileSync(file, fileOf([...GOOD, 'x', '990001001001003,grid,990001001001,,40.1,117.1']))
    const { code, output } = await run(file)
    expect(code).toBe(1)
    expect(output).toContain('第 7 行: 要有 6 列')
    expect(output).toContain('第 8 行: 名称是空的')
    expect(output).toContain('什么都没有导入')
    writeFileSync(file, fileOf(GOOD))
    expect(await run(file)).toMatchObject({ code: 0, output: expect.stringContaining('新增 5') as string })
    const leave = takeDirectory(path.join(directory, 'data'))
    expect(await run(file)).toMatchObject({
      code: 1,
      output: expect.stringContaining('正被另一个进程') as string,
    })
    leave()
  })
})
