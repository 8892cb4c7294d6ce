import { randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { openPostgres } from '~/cloudfunctions/core/db'
import type { Deps } from '~/cloudfunctions/core/deps'
import { silentLog, type LogFields } from '~/cloudfunctions/core/log'
import { broadcast } from '~/cloudfunctions/features/broadcast/queries'
import { deliverBroadcasts } from '~/cloudfunctions/features/broadcast/timers'
import { nextMessage, takeGrids } from '~/cloudfunctions/features/broadcast/turns'
import type { BroadcastLane } from '~/types/feed'
import { gridCode } from '../../support/areas'
import { onServer } from '../../support/db'
import { openDistrict, type District, type Person } from '../../support/district'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * What broke the senders of others, held against ours inside one process; with a server, a session is really killed.
 * Source: domain reference, faults F7, F10, F11 and F15.
 */
interface Telling {
  lane: BroadcastLane
  sourceCode: string
  to: string[]
}

describe('messages to many grids', () => {
  let district: District
  let deps: Deps
  let worker: Person
  let grids: string[]
  /** Stands still unless a test moves it, or lets each look at the clock take a while. */
  let now: Date
  let lookMs: number
  let warnings: LogFields[]

  beforeAll(async () => {
    district = await openDistrict()
    const { db, ports } = district
    const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
    const log = { ...silentLog, warn: (_event: string, fields: LogFields = {}) => void warnings.push(fields) }
    deps = { db, ports, secrets, log, clock: { now: () => pass(lookMs) } }
    await sql`
      CREATE FUNCTION test_refuse() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION 'refused: 19900001234'; END $$`.execute(db)
  })
  beforeEach(async () => {
    now = new Date()
    lookMs = 0
    warnings = []
    grids = [district.newGrid(), district.newGrid(), district.newGrid()]
    worker = await district.staff('grid_worker', grids[0] ?? '')
    for (const grid of grids) {
      await district.group(grid, worker)
    }
    // What earlier tests left behind is none of this one’s.
    await deliverBroadcasts(deps, randomUUID)
  })
  afterAll(async () => {
    await sql`DROP FUNCTION test_refuse CASCADE`.execute(district.db)
    await district.close()
  })

  const pass = (ms: number) => (now = new Date(now.getTime() + ms))
  /** Three hundred grids: more than one batch. */
  const many = () => Array.from({ length: 300 }, (_, n) => gridCode(2, 2, n + 1))
  const run = () => deliverBroadcasts(deps, randomUUID)
  const tell = async (
    title: string,
    { lane = 'ordinary', sourceCode = '990001001', to = grids }: Partial<Telling> = {},
  ) => {
    const key = `test:${randomUUID()}`
    const words = { body: '', label: '通知', tone: 'neutral', path: '/', pictureId: null } as const
    const at = { db: district.db, now, newId: randomUUID }
    await broadcast(at, { ...words, key, title, lane, sourceCode }, to)
    return key
  }
  const pendingOf = (key: string) =>
    district.db
      .selectFrom('broadcastGrid')
      .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
      .select(['areaCode', 'attempts', 'lastError'])
      .where('key', '=', key)
      .where('state', '=', 'pending')
      .orderBy('position')
      .execute()
  /** Keys in the order in which they were first told. */
  const order = async (keys: string[]) => {
    const rows = await district.db
      .selectFrom('broadcastGrid')
      .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
      .select(({ fn }) => ['key', fn.min('toldAt').as('at')])
      .where('key', 'in', keys)
      .groupBy('key')
      .orderBy('at')
      .execute()
    return rows.map(({ key }) => key)
  }
  const rowsOf = async (table: 'feedItem' | 'delivery', key: string) => {
    const rows = await district.db
      .selectFrom(table)
      .select('areaCode')
      .where('eventKey', '=', key)
      .orderBy('areaCode')
      .execute()
    return rows.map(({ areaCode }) => areaCode)
  }
  /** Lets the table refuse rows for which the condition holds until the returned function is called. */
  const refuse = async (table: 'feed_item' | 'delivery', condition: RawBuilder<boolean>) => {
    const name = `refuse_${randomUUID()}`
    await sql`
      CREATE TRIGGER ${sql.id(name)} BEFORE INSERT ON ${sql.table(table)} FOR EACH ROW
      WHEN (${condition}) EXECUTE FUNCTION test_refuse()`.execute(district.db)
    return () => sql`DROP TRIGGER ${sql.id(name)} ON ${sql.table(table)}`.execute(district.db)
  }

  it('lease after a kill: what was taken in a transaction that never ended well is free again, and told once', async () => {
    const key = await tell('突然断电')
    const killed = district.db.transaction().execute(async (tx) => {
      const message = await nextMessage(tx, now)
      expect((await takeGrids(tx, message?.id ?? '', now)).codes).toEqual(grids)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await run()).toBe(3)
    expect(await run()).toBe(0)
    expect(await rowsOf('feedItem', key)).toEqual(grids)
    expect(await rowsOf('delivery', key)).toEqual(grids)
  })

  ;(onServer ? it : it.skip)(
    'lease after a kill: the server takes back what a killed session held',
    async () => {
      const key = await tell('会话被杀')
      const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(district.db)
      const own = new URL(process.env.TEST_DATABASE_URL ?? '')
      own.pathname = `/${rows[0]?.name}`
      const session = openPostgres(own.href, 1)
      let told: Promise<number> | undefined
      const held = session.transaction().execute(async (tx) => {
        const message = await nextMessage(tx, now)
        await takeGrids(tx, message?.id ?? '', now)
        const pid = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx)
        // Another job finds nothing free and leaves, instead of waiting or of telling twice.
        expect(await run()).toBe(0)
        await sql`SELECT pg_terminate_backend(${pid.rows[0]?.pid})`.execute(district.db)
        told = run()
        await sql`SELECT 1`.execute(tx)
      })
      await expect(held).rejects.toThrow()
      expect(await told).toBe(3)
      await session.destroy().catch(() => undefined)
      expect(await rowsOf('delivery', key)).toEqual(grids)
    },
  )

  it('two channels with one failing: neither counts as done, and in the end each has told every grid once', async () => {
    const title = `卡片写不进去 ${randomUUID()}`
    const mend = await refuse('delivery', sql`NEW.title = ${sql.lit(title)}`)
    const key = await tell(title)
    expect(await run()).toBe(0)
    expect(await rowsOf('feedItem', key)).toEqual([])
    await mend()
    pass(10 * MINUTE)
    expect(await run()).toBe(3)
    expect(await rowsOf('feedItem', key)).toEqual(grids)
    expect(await rowsOf('delivery', key)).toEqual(grids)
    expect(await pendingOf(key)).toEqual([])
  })

  it('poison with stale data: one grid that cannot be told is parted from the others, and tried ever more seldom until it is mended', async () => {
    const poisoned = grids[1] ?? ''
    const mend = await refuse('feed_item', sql`NEW.area_code = ${sql.lit(poisoned)}`)
    const key = await tell('说不出去')
    expect(await run()).toBe(0)
    // Parts of 50, 12 and 3 still hold all three grids.
    for (let turn = 0; turn < 3; turn += 1) {
      pass(MINUTE)
      expect(await run()).toBe(0)
    }
    pass(MINUTE)
    expect(await run()).toBe(2)
    expect(await pendingOf(key)).toMatchObject([{ areaCode: poisoned, attempts: 5 }])
    for (let turn = 0; turn < 8; turn += 1) {
      pass(10 * MINUTE)
      expect(await run()).toBe(0)
    }
    expect(warnings.map(({ attempts, stuck, grids: many }) => [attempts, stuck, many])).toEqual(
      Array.from({ length: 13 }, (_, n) => [n + 1, n >= 9, n < 4 ? 3 : 1]),
    )
    expect(JSON.stringify([warnings, await pendingOf(key)])).not.toContain('19900001234')
    await mend()
    pass(10 * MINUTE)
    expect(await run()).toBe(1)
    expect(await rowsOf('feedItem', key)).toEqual(grids)
  })

  it('poison with stale data: what came later does not wait for a message that cannot be told', async () => {
    const title = `说不出去 ${randomUUID()}`
    const mend = await refuse('feed_item', sql`NEW.title = ${sql.lit(title)}`)
    const poison = await tell(title)
    pass(HOUR)
    const later = await tell('后来的通知')
    expect(await run()).toBe(3)
    expect(await rowsOf('feedItem', later)).toEqual(grids)
    expect(await pendingOf(poison)).toHaveLength(3)
    await mend()
    pass(MINUTE)
    expect(await run()).toBe(3)
  })

  it('sweeper dead for six hours: everything queued meanwhile is told in its order, once', async () => {
    const keys = []
    for (let hour = 0; hour < 6; hour += 1) {
      keys.push(await tell(`第 ${hour + 1} 小时的通知`))
      pass(HOUR)
    }
    lookMs = 1
    expect(await run()).toBe(18)
    expect(await run()).toBe(0)
    const told = await district.db
      .selectFrom('delivery')
      .select('eventKey')
      .where('eventKey', 'in', keys)
      .orderBy('createdAt')
      .execute()
    expect(told.map(({ eventKey }) => eventKey)).toEqual(keys.flatMap((key) => [key, key, key]))
  })

  it('tells an emergency before everything that waits, even in the middle of a long message', async () => {
    const long = await tell('例行通知', { to: many() })
    const [message] = [await nextMessage(district.db, now)]
    await district.db.transaction().execute((tx) => takeGrids(tx, message?.id ?? '', now))
    const important = await tell('停水', { lane: 'important' })
    const emergency = await tell('暴雨', { lane: 'emergency' })
    expect((await nextMessage(district.db, now))?.key).toBe(emergency)
    lookMs = 1
    await run()
    const { rows } = await sql<{ key: string }>`
      SELECT b.key FROM broadcast_grid AS g JOIN broadcast AS b ON b.id = g.broadcast_id
      WHERE b.key = ANY (${[long, important, emergency]}::text[]) AND g.told_at > ${message?.createdAt}::timestamptz
      GROUP BY b.key, g.told_at ORDER BY g.told_at`.execute(district.db)
    expect(rows.map(({ key }) => key)).toEqual([emergency, important, long])
  })

  it('lets towns take turns: one that sends much does not keep another waiting', async () => {
    const loud = []
    for (let n = 0; n < 7; n += 1) {
      loud.push(await tell(`七条中的 ${n}`, { sourceCode: '990001001' }))
      pass(1)
    }
    const quiet = await tell('只有一条', { sourceCode: '990001002' })
    lookMs = 1
    await run()
    expect((await order([...loud, quiet])).indexOf(quiet)).toBeLessThanOrEqual(1)
    expect(await order(loud)).toEqual(loud)
  })
})
