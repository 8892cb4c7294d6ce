import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { createApi } from '~/cloudfunctions/api/handler'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { openPostgres, type Db } from '~/cloudfunctions/core/db'
import { silentLog } from '~/cloudfunctions/core/log'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { deliverBroadcasts } from '~/cloudfunctions/features/broadcast/timers'
import { tickMissing } from '~/cloudfunctions/features/missing/timers'
import { importAreas } from '~/local/areas/import'
import { kilometresBetween } from '~/local/areas/distance'
import { parseAreas } from '~/local/areas/parse'
import { memoryPorts } from '~/test/support/district'
import type { Action, Input, Output } from '~/types/api'
import { PRIVACY_VERSION } from '~/types/me'
import type { Travel } from '~/types/missing'
import { heading, line, ranged, ratios, fromEnv } from './figures'
import { makeCluster } from './postgres'

const ROOT = path.join(__dirname, '..')
const ROUNDS = fromEnv('ROUNDS', 5)
/** A grid in the middle of a town of 160 grids. */
const GRID = '110117111207003'
const HALF_HOUR_MS = 31 * 60_000
/** 10:00 in Shanghai: the rings are slow by day. */
const MORNING = Date.parse('2026-11-23T02:00:00Z')

interface Measured {
  ms: number
  statements: number
}

/** Statements that node-postgres sends, whoever sends them. */
function countStatements(): () => number {
  let count = 0
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    count += 1
    return query.apply(this, args)
  } as typeof pg.Client.prototype.query
  return () => count
}

/** A district with every grid in a group of its own, and one grid worker. */
export async function prepare(db: Db, now: Date): Promise<void> {
  await migrate(db, await readMigrations(path.join(ROOT, 'cloudfunctions/migrations')))
  await importAreas(db, parseAreas(readFileSync(path.join(ROOT, 'data/pinggu-areas.csv'), 'utf8')).areas)
  const id = randomUUID()
  const user = { id, openid: 'bench-worker', name: '赵测试', phoneEncrypted: null, phoneHash: null }
  await db
    .insertInto('appUser')
    .values({ ...user, privacyVersion: PRIVACY_VERSION, consentedAt: now, createdAt: now, removedAt: null })
    .execute()
  const open = { departmentCode: null, toAt: null, givenBy: null, endedBy: null, endReason: null }
  const role = {
    id: randomUUID(),
    userId: id,
    role: 'grid_worker',
    areaCode: GRID,
    fromAt: new Date(0),
  } as const
  await db
    .insertInto('assignment')
    .values({ ...role, ...open })
    .execute()
  const grids = await db.selectFrom('area').select('code').where('level', '=', 'grid').execute()
  const groups = grids.map(({ code }) => {
    return { opengid: `bench-${code}`, areaCode: code, boundBy: id, boundAt: now }
  })
  await db.insertInto('gridGroup').values(groups).execute()
}

/** Told one after the other in the order of the queue: pairs of which the farther came first. */
async function inversions(db: Db, key: string): Promise<number> {
  const rows = await db
    .selectFrom('broadcastGrid')
    .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
    .innerJoin('area', 'area.code', 'broadcastGrid.areaCode')
    .select(['area.latitude', 'area.longitude'])
    .where('broadcast.key', '=', key)
    .orderBy('toldAt')
    .orderBy('position')
    .execute()
  const { latitude, longitude } = await db
    .selectFrom('area')
    .selectAll()
    .where('code', '=', GRID)
    .executeTakeFirstOrThrow()
  const distances = rows.map((row) => kilometresBetween({ latitude, longitude }, row))
  return distances.filter((km, at) => at > 0 && km < (distances[at - 1] ?? 0)).length
}

/** From the verification to all grids of a town, and to all of a district: time, statements, order. */
export async function benchMissing(): Promise<void> {
  const cluster = await makeCluster()
  const counted = countStatements()
  const db = openPostgres(cluster.url, 4)
  try {
    let now = MORNING
    await prepare(db, new Date(now))
    const clock = { now: () => new Date((now += 1)) }
    const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
    const deps = { db, clock, secrets, ports: memoryPorts(), log: silentLog }
    const api = createApi(deps)
    const call = async <A extends Action>(action: A, input: Input<A>): Promise<Output<A>> => {
      const reply = await api({ action, input }, { openid: 'bench-worker' })
      if (!reply.ok) {
        throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
      }
      return reply.data
    }
    const measured = new Map<string, Measured[]>()
    const measure = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      const [started, before] = [performance.now(), counted()]
      const result = await act()
      const one = { ms: performance.now() - started, statements: counted() - before }
      measured.set(name, [...(measured.get(name) ?? []), one])
      return result
    }
    const report = (travel: Travel) =>
      call('missing.report', {
        ...{ sex: 'male', age: 72, looks: '深色外套', travel, place: '村东头', areaCode: GRID },
        lastSeenAt: new Date(now - 7_200_000).toISOString(),
        ...{ kinship: 'child', contactName: '钱测试', contactPhone: '19900001234', agreed: true },
        consent: 'by_phone',
      })
    const verify = (id: string) => call('missing.verify', { id, words: '核实' })
    const tell = () => deliverBroadcasts(deps, randomUUID)
    const find = (id: string) => call('missing.found', { id, finding: 'found_safe' })
    const told: string[] = []
    let wrong = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      await measure('one statement a grid, 3,170 (baseline)', () => oneByOne(db, clock.now()))
      const town = await report('bicycle')
      await measure('verify: own grid and neighbours queued', () => verify(town.id))
      now += HALF_HOUR_MS
      await measure('timer, half an hour later: the town queued', () => tickMissing(deps, randomUUID))
      told.push(String(await measure('the town told', tell)))
      wrong += await inversions(db, `missing:${town.id}`)
      await measure('found: the town', () => find(town.id))
      await measure('the town told of the end', tell)
      const district = await report('bus')
      await measure('verify: 3,170 grids queued', () => verify(district.id))
      told.push(String(await measure('3,170 grids told', tell)))
      wrong += await inversions(db, `missing:${district.id}`)
      await measure('found: 3,170 grids', () => find(district.id))
      await measure('3,170 grids told of the end', tell)
      now += HALF_HOUR_MS
    }
    show(measured, told, wrong)
  } finally {
    await db.destroy()
    cluster.remove()
  }
}

/** What a loop would do: one row for each grid, each its own statement, in one transaction. */
async function oneByOne(db: Db, at: Date): Promise<void> {
  const grids = await db.selectFrom('area').select('code').where('level', '=', 'grid').execute()
  await db.transaction().execute(async (tx) => {
    for (const { code } of grids) {
      const words = { title: '爱心寻人', body: '', label: '正在寻找', tone: 'urgent', path: '' } as const
      const row = { ...words, id: randomUUID(), eventKey: `bench:${at.getTime()}`, areaCode: code }
      await tx
        .insertInto('feedItem')
        .values({ ...row, pictureId: null, at })
        .execute()
    }
  })
}

function show(measured: Map<string, Measured[]>, told: string[], wrong: number): void {
  heading(`missing, milliseconds on PostgreSQL, ${ROUNDS} rounds (baseline: one statement a grid)`)
  const baseline = [...measured.values()][0]?.map(({ ms }) => ms) ?? []
  for (const [name, all] of measured) {
    const times = all.map(({ ms }) => ms)
    line(name, `${ranged(times)} ms`, `${ratios(times, baseline)}, ${all[0]?.statements} statements`)
  }
  line('grids told in each search', [...new Set(told)].join(' and '))
  line('grids told before a nearer one', String(wrong))
}
