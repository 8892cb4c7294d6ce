import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Deps } from '~/cloudfunctions/core/deps'
import { silentLog, type LogFields } from '~/cloudfunctions/core/log'
import { broadcast } from '~/cloudfunctions/features/broadcast/queries'
import { nextMessage, takeGrids } from '~/cloudfunctions/features/broadcast/repo'
import { deliverBroadcasts } from '~/cloudfunctions/features/broadcast/timers'
import { openDistrict, type District, type Person } from '../../support/district'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What broke the senders of others, held against ours. Source: domain reference, faults F7, F10 and F11. */
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
    // What other files left behind is none of ours.
    await deliverBroadcasts(deps, randomUUID)
  })
  afterAll(async () => {
    await sql`DROP FUNCTION test_refuse CASCADE`.execute(district.db)
    await district.close()
  })

  const pass = (ms: number) => (now = new Date(now.getTime() + ms))
  const run = () => deliverBroadcasts(deps, randomUUID)
  const tell = async (title: string) => {
    const key = `test:${randomUUID()}`
    const message = {
      key,
      title,
      body: '',
      label: '通知',
      tone: 'neutral',
      path: '/',
      pictureId: null,
    } as const
    await broadcast({ db: district.db, now, newId: randomUUID }, message, grids)
    return key
  }
  const messageOf = (key: string) =>
    district.db.selectFrom('broadcast').selectAll().where('key', '=', key).executeTakeFirstOrThrow()
  const rowsOf = async (table: 'feedItem' | 'delivery', key: string) => {
    const rows = await district.db
      .selectFrom(table)
      .select('areaCode')
      .where('eventKey', '=', key)
      .orderBy('areaCode')
      .execute()
    return rows.map(({ areaCode }) => areaCode)
  }
  /** Lets the table refuse rows of that title until the returned function is called. */
  const refuse = async (table: 'feed_item' | 'delivery', title: string) => {
    const name = `refuse_${randomUUID()}`
    await sql`
      CREATE TRIGGER ${sql.id(name)} BEFORE INSERT ON ${sql.table(table)} FOR EACH ROW
      WHEN (NEW.title = ${sql.lit(title)}) EXECUTE FUNCTION test_refuse()`.execute(district.db)
    return () => sql`DROP TRIGGER ${sql.id(name)} ON ${sql.table(table)}`.execute(district.db)
  }

  it('lease after a kill: what a job held when it died is told by the next, once', async () => {
    const key = await tell('突然断电')
    const killed = district.db.transaction().execute(async (tx) => {
      const message = await nextMessage(tx, now)
      expect(await takeGrids(tx, message?.id ?? '', 200, now)).toEqual(grids)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await run()).toBe(3)
    expect(await run()).toBe(0)
    expect(await rowsOf('feedItem', key)).toEqual(grids)
    expect(await rowsOf('delivery', key)).toEqual(grids)
  })

  it('two channels with one failing: neither counts as done, and in the end each has told every grid once', async () => {
    const title = `卡片写不进去 ${randomUUID()}`
    const mend = await refuse('delivery', title)
    const key = await tell(title)
    expect(await run()).toBe(0)
    expect(await rowsOf('feedItem', key)).toEqual([])
    await mend()
    pass(10 * MINUTE)
    expect(await run()).toBe(3)
    expect(await rowsOf('feedItem', key)).toEqual(grids)
    expect(await rowsOf('delivery', key)).toEqual(grids)
    expect(await messageOf(key)).toMatchObject({ attempts: 0, runAt: null, deadAt: null, lastError: null })
  })

  it('poison with stale data: it is tried ever more seldom, what came later does not wait for it, and once mended it is told', async () => {
    const title = `说不出去 ${randomUUID()}`
    const mend = await refuse('feed_item', title)
    const poison = await tell(title)
    pass(HOUR)
    const later = await tell('后来的通知')
    expect(await run()).toBe(3)
    expect(await rowsOf('feedItem', later)).toEqual(grids)
    for (let turn = 0; turn < 12; turn += 1) {
      pass(10 * MINUTE)
      expect(await run()).toBe(0)
    }
    expect(await rowsOf('feedItem', poison)).toEqual([])
    const { deadAt, ...message } = await messageOf(poison)
    expect(message).toMatchObject({ attempts: 13 })
    expect(deadAt).toBeNull()
    expect(warnings.map(({ attempts, stuck }) => [attempts, stuck])).toEqual(
      Array.from({ length: 13 }, (_, n) => [n + 1, n >= 9]),
    )
    expect(JSON.stringify([warnings, message])).not.toContain('19900001234')
    await mend()
    pass(10 * MINUTE)
    expect(await run()).toBe(3)
    expect(await rowsOf('feedItem', poison)).toEqual(grids)
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
})
