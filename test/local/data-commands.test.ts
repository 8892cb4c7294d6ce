import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { deletionLine } from '~/cloudfunctions/core/deletion'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { importAreas } from '~/local/areas/import'
import { parseAreas } from '~/local/areas/parse'
import { ROOT } from '~/local/data/command'
import { exportData } from '~/local/data/export'
import { planOrder } from '~/local/data/order'
import { takeDirectory } from '~/local/embedded'
import { seed } from '~/local/seed'
import { isWithin } from '~/types/area'
import { runCommand, type Run } from '../support/commands'
import { makeDatabase, openEmbeddedDb } from '../support/own-db'

const TOWN = '110117111'
const KEY = Buffer.alloc(32, 7).toString('base64')
/** What an import says as it begins a step; killed in any of them it must leave nothing. */
const STEPS = ['正在核对文件', '正在写入', '正在读回来核对']
const folder = mkdtempSync(path.join(tmpdir(), 'micro-grid-data-'))
const at = (name: string) => path.join(folder, name)
let target: Record<string, string>

/** A command with the key of the source, killed as soon as it says that it is at `killAt`. */
function run(command: string, args: string[], env: Record<string, string>, killAt?: string): Promise<Run> {
  return runCommand(command, args, { DATA_KEY: KEY, ...env }, (output, kill) => {
    if (killAt !== undefined && output.includes(killAt)) {
      kill()
    }
  })
}

beforeAll(async () => {
  const { db, close } = openEmbeddedDb()
  await migrate(db, await readMigrations(path.join(ROOT, 'cloudfunctions/migrations')))
  const { areas } = parseAreas(readFileSync(path.join(ROOT, 'data/pinggu-areas.csv'), 'utf8'))
  await importAreas(
    db,
    areas.filter(({ code }) => isWithin(TOWN, code) || isWithin(code, TOWN)),
  )
  const secrets = createSecrets(KEY)
  await seed(db, secrets, { scale: 'demo', seed: 7, now: new Date('2026-03-05T08:00:00Z') })
  await exportData(db, secrets, at('whole'))
  await close()
  const url = process.env.TEST_DATABASE_URL
  target = {
    DATA_DIR: at('target'),
    ...(url !== undefined && { DATABASE_URL: await makeDatabase(url, 'micro_grid_test_data_kill', true) }),
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test('an import that is killed leaves an empty database, into which the next one goes', async () => {
  for (const step of STEPS) {
    const { code, output } = await run('data-import', [at('whole')], target, step)
    expect([step, code]).toEqual([step, null])
    expect(output).toContain(step)
    // It gets no further than the signal takes, and never to its end.
    expect(output).not.toContain('导入完成')
  }
  const whole = await run('data-import', [at('whole')], target)
  expect(whole.output).toContain('每张表都和导出时一模一样')
  expect(whole.code).toBe(0)
  // The embedded database opens without DATA_KEY from now on.
  const kept = existsSync(path.join(at('target'), 'data.key'))
  expect(kept).toBe(target.DATABASE_URL === undefined)
  const again = await run('data-import', [at('whole')], target)
  expect(again.output).toContain('目标数据库不是空的')
  expect(again.code).toBe(1)
  const back = await run('data-export', [at('back')], target)
  expect(back.output).toContain('用同一个 DATA_KEY 才打得开')
  const seals = ['whole', 'back'].map((name) => readFileSync(path.join(at(name), 'manifest.json'), 'utf8'))
  expect(seals[1]).toBe(seals[0])
}, 120_000)

test('who left after the export is taken out by a command, which can be given again', async () => {
  const users = readFileSync(path.join(at('back'), 'app_user.jsonl'), 'utf8').split('\n')
  const line = users.find((user) => user.includes('"demo-r-')) ?? '[]'
  const [id = '', openid = ''] = JSON.parse(line) as string[]
  const record = { kind: 'me.removed', target: id, at: new Date('2026-03-06T01:00:00Z'), detail: '' } as const
  mkdirSync(at('deletions'))
  writeFileSync(path.join(at('deletions'), '1.jsonl'), `${deletionLine(createSecrets(KEY), record)}\n`)
  expect((await run('data-forget', [at('deletions')], target)).output).toContain('1 条:这次重做 1 条,0 条')
  expect((await run('data-forget', [at('deletions')], target)).output).toContain('1 条:这次重做 0 条,1 条')
  const after = await run('data-export', [at('after')], target)
  expect(after.code).toBe(0)
  const files = readdirSync(at('after')).map((file) => readFileSync(path.join(at('after'), file), 'utf8'))
  expect(openid).toMatch(/^demo-r-/)
  expect(files.filter((text) => text.includes(`"${openid}"`))).toEqual([])
}, 60_000)

test('what cannot be done is said in a sentence, and nothing is made', async () => {
  const nowhere = { DATA_DIR: at('nowhere') }
  const said = async (command: string, args: string[], env: Record<string, string>) => {
    const { code, output } = await run(command, args, env)
    expect(code).toBe(1)
    return output
  }
  expect(await said('data-export', [], nowhere)).toBe(
    '请写上一个目录,例如 npm run data:export -- backup/2026-03-05\n',
  )
  expect(await said('data-export', [at('x')], nowhere)).toContain('还没有数据库')
  expect(await said('data-import', [at('whole')], { ...nowhere, DATA_KEY: '' })).toContain(
    '没有找到 DATA_KEY',
  )
  expect(await said('data-import', [at('whole')], { ...nowhere, DATA_KEY: 'short' })).toContain('32 字节')
  expect(await said('data-import', [at('x')], nowhere)).toContain('没有导出完')
  expect(readdirSync(folder)).not.toContain('nowhere')
  mkdirSync(at('other'))
  writeFileSync(path.join(at('other'), 'data.key'), `${Buffer.alloc(32, 8).toString('base64')}\n`)
  expect(await said('data-import', [at('whole')], { DATA_DIR: at('other') })).toContain(
    'data.key 和 DATA_KEY',
  )
  mkdirSync(path.join(at('busy'), 'pg'), { recursive: true })
  const leave = takeDirectory(at('busy'))
  for (const command of ['data-export', 'data-import']) {
    const busy = await said(command, [at('whole')], { DATA_DIR: at('busy') })
    expect(busy).toBe(`这个数据目录正被另一个进程(编号 ${process.pid})使用,请先停掉它再来。\n`)
  }
  leave()
}, 120_000)

describe('the order of tables', () => {
  const table = (name: string, ...to: string[]) => {
    const references = to.map((other) => ({ name: `${name}_${other}`, to: other }))
    return { name, columns: [], insertTriggers: [], references }
  }
  const plan = (...tables: ReturnType<typeof table>[]) => {
    const { order, circular } = planOrder(tables)
    return { order: order.map(({ name }) => name), circular: circular.map(({ reference }) => reference.name) }
  }

  test('what is referred to comes first', () => {
    expect(plan(table('a', 'b', 'c'), table('b', 'c'), table('c'))).toEqual({
      order: ['c', 'b', 'a'],
      circular: [],
    })
  })

  test('references in a circle are put off, all others are not', () => {
    const { order, circular } = plan(
      table('a', 'b'),
      table('b', 'c', 'd'),
      table('c', 'a'),
      table('d', 'd'),
      table('e', 'a'),
    )
    expect(circular).toEqual(['a_b', 'b_c', 'c_a', 'd_d'])
    expect(order.indexOf('d')).toBeLessThan(order.indexOf('b'))
    expect(order.indexOf('a')).toBeLessThan(order.indexOf('e'))
    expect(order).toHaveLength(5)
  })
})
