import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { emit } from '~/cloudfunctions/core/outbox'
import { silentLog } from '~/cloudfunctions/core/log'
import { recordRun } from '~/cloudfunctions/core/timer-run'
import { createHealth, type HealthDeps } from '~/cloudfunctions/health/handler'
import { broadcastWithin } from '~/cloudfunctions/features/broadcast/queries'
import { townCode, villageCode } from '../support/areas'
import { openDistrict, type District } from '../support/district'

const MINUTE_MS = 60_000
const TOKEN = 'a-token-of-a-test'

describe('what watchers read', () => {
  let district: District
  /** Stands still unless a test moves it. */
  let now: Date
  const depsOf = (changed: Partial<HealthDeps> = {}): HealthDeps => ({
    ...{ db: district.db, clock: { now: () => now }, log: silentLog, readers: { token: TOKEN } },
    ...changed,
  })
  const ask = (path: string, token?: string, changed: Partial<HealthDeps> = {}) =>
    createHealth(depsOf(changed))({
      ...{ path, httpMethod: 'GET', queryStringParameters: {}, body: '', isBase64Encoded: false },
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    })
  /** The figures by name and labels. */
  const read = async (changed: Partial<HealthDeps> = {}): Promise<Record<string, number>> => {
    const { statusCode, body } = await ask('/ops/metrics', TOKEN, changed)
    expect(statusCode).toBe(200)
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    return Object.fromEntries<number>(
      lines.map((line) => [
        (/^\S+/.exec(line)?.[0] ?? '').slice('micro_grid_'.length),
        Number(/\S+$/.exec(line)?.[0]),
      ]),
    )
  }
  const runAt = (at: Date, error?: string) =>
    recordRun(district.db, at, [
      { part: 'told', tookMs: 1500, ...(error !== undefined && { error }) },
      { part: 'swept', tookMs: 2 },
    ])

  beforeAll(async () => {
    district = await openDistrict()
    now = district.clock.now()
  })
  beforeEach(async () => {
    now = new Date(now.getTime() + 60 * MINUTE_MS)
    await district.db.deleteFrom('timerPart').execute()
    await district.db.updateTable('outbox').set({ state: 'sent' }).execute()
    await sql`UPDATE broadcast_grid SET state = 'stopped' WHERE state = 'pending'`.execute(district.db)
  })
  afterAll(() => district.close())

  describe('health', () => {
    it('is good while the timer comes, for anybody and without a word more', async () => {
      await runAt(new Date(now.getTime() - 4 * MINUTE_MS))
      for (const token of [TOKEN, 'wrong', undefined]) {
        expect(await ask('/health', token)).toMatchObject({ statusCode: 200, body: '{"ok":true}' })
      }
      expect(await ask('/health', undefined, { readers: 'nobody' })).toMatchObject({ statusCode: 200 })
    })

    it('is bad before the timer has run, and when it has stood still for five minutes', async () => {
      expect(await ask('/health')).toMatchObject({ statusCode: 503, body: '{"ok":false}' })
      await runAt(new Date(now.getTime() - 6 * MINUTE_MS))
      expect(await ask('/health')).toMatchObject({ statusCode: 503, body: '{"ok":false}' })
    })

    it('is bad without a database, and says so instead of throwing', async () => {
      const db = { executeQuery: () => Promise.reject(new Error('19900001234')) }
      const answer = await ask('/health', undefined, { db: db as never })
      expect(answer).toMatchObject({ statusCode: 503, body: '{"ok":false}' })
    })
  })

  describe('figures', () => {
    it.each([
      ['without a token', undefined, TOKEN],
      ['with a wrong one', 'a-token-of-a-tesT', TOKEN],
      ['with the beginning of it', 'a-token', TOKEN],
      ['with an empty one', '', TOKEN],
      ['when none is set', 'undefined', undefined],
      ['when none is set and none is shown', undefined, undefined],
    ])('are refused %s', async (_how, shown, token) => {
      const answer = await ask('/metrics', shown, { readers: token === undefined ? 'nobody' : { token } })
      expect(answer).toMatchObject({ statusCode: 401, body: '{"ok":false}' })
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    })

    it('take the header in whatever case the service hands it on, and the path with and without its beginning', async () => {
      const health = createHealth(depsOf())
      for (const [path, name] of [
        ['/metrics', 'Authorization'],
        ['/ops/metrics/', 'authorization'],
        ['metrics', 'AUTHORIZATION'],
      ] as const) {
        const answer = await health({ path, httpMethod: 'GET', headers: { [name]: `bearer ${TOKEN}` } })
        expect(answer).toMatchObject({ statusCode: 200 })
        expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
      }
    })

    it.each([
      [{ path: '/metrics', httpMethod: 'POST', headers: {} }, 405],
      [{ path: '/', httpMethod: 'GET', headers: {} }, 404],
      [{ path: '/metricsx', httpMethod: 'GET' }, 404],
      [{}, 405],
      [undefined, 405],
    ])('answer %j plainly', async (event, statusCode) => {
      expect(await createHealth(depsOf())(event)).toMatchObject({ statusCode })
    })

    it('tell when the timer ran, how long its parts took and how often they failed', async () => {
      const [first, second] = [new Date(now.getTime() - 2 * MINUTE_MS), new Date(now.getTime() - MINUTE_MS)]
      await runAt(first)
      await runAt(second, 'TypeError')
      expect(await read()).toMatchObject({
        timer_last_run_timestamp_seconds: second.getTime() / 1000,
        'timer_part_last_success_timestamp_seconds{part="told"}': first.getTime() / 1000,
        'timer_part_last_success_timestamp_seconds{part="swept"}': second.getTime() / 1000,
        'timer_part_failures_total{part="told"}': 1,
        'timer_part_failures_total{part="swept"}': 0,
        'timer_part_duration_seconds{part="told"}': 1.5,
      })
    })

    it('keep the later of two runs that overlap, and forget parts of an older version', async () => {
      await runAt(now)
      await runAt(new Date(now.getTime() - MINUTE_MS))
      await recordRun(district.db, new Date(now.getTime() - 120 * MINUTE_MS), [{ part: 'gone', tookMs: 1 }])
      const figures = await read()
      expect(figures.timer_last_run_timestamp_seconds).toBe(now.getTime() / 1000)
      expect(Object.keys(figures).filter((name) => name.includes('gone'))).toEqual([])
    })

    it('are written by the timer itself, part by part', async () => {
      await district.runJobs()
      const parts = await district.db.selectFrom('timerPart').select(['part', 'lastError']).execute()
      expect(parts.map(({ part }) => part)).toEqual(
        expect.arrayContaining(['delivered', 'gridsTold', 'points']),
      )
      expect(parts.every(({ lastError }) => lastError === null)).toBe(true)
    })

    it('count what is still to be told, what is late and what was given up', async () => {
      const states = () =>
        read().then((figures) =>
          ['waiting', 'overdue', 'dead'].map((state) => figures[`outbox_events{state="${state}"}`]),
        )
      const { db } = district
      const dead = (await states())[2] ?? 0
      const old = new Date(now.getTime() - 10 * MINUTE_MS)
      await emit({ db, now: old, newId: randomUUID }, 'test.told', {}, randomUUID())
      await emit({ db, now, newId: randomUUID }, 'test.told', {}, randomUUID())
      const lost = randomUUID()
      await emit({ db, now, newId: randomUUID }, 'test.told', {}, lost)
      await db.updateTable('outbox').set({ state: 'dead' }).where('key', '=', lost).execute()
      expect(await states()).toEqual([1, 1, dead + 1])
      expect((await read()).outbox_oldest_age_seconds).toBe(600)
    })

    it('count grids that wait for a message, and those that were told on the last day', async () => {
      const village = villageCode(2, 3)
      const before = await read()
      const message = {
        ...{ key: randomUUID(), title: '停水', body: '', label: '通知', path: '/x', pictureId: null },
        ...{ tone: 'neutral' as const, lane: 'emergency' as const, sourceCode: village },
      }
      const at = new Date(now.getTime() - 2 * MINUTE_MS)
      const queued = await district.db
        .transaction()
        .execute((db) => broadcastWithin({ db, now: at, newId: randomUUID }, message, village))
      expect(queued).toBeGreaterThan(1)
      const stuck = sql`UPDATE broadcast_grid SET attempts = 10 WHERE state = 'pending' AND position = 1`
      await stuck.execute(district.db)
      const told = sql`UPDATE broadcast_grid SET state = 'told', told_at = queued_at WHERE state = 'pending' AND position = 2`
      await told.execute(district.db)
      const toldBefore = before['broadcast_grids{state="told"}'] ?? NaN
      expect(await read()).toMatchObject({
        'broadcast_grids{state="pending"}': queued - 1,
        'broadcast_grids{state="due"}': queued - 1,
        'broadcast_grids{state="stuck"}': 1,
        'broadcast_grids{state="told"}': toldBefore + 1,
        broadcast_oldest_due_seconds: 120,
      })
    })

    it('count open appeals by town, late ones by themselves, and words that wait for the check', async () => {
      const grid = district.newGrid()
      const resident = await district.resident(grid)
      const town = `{town="${grid.slice(0, 9)}"}`
      const before = await read()
      const { id } = await resident.call('appeal.submit', { text: '路灯坏了三天', urgency: 'today' })
      await district.db.updateTable('appeal').set({ content: 'checking' }).where('id', '=', id).execute()
      const after = await read()
      const grew = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
      expect(grew(`appeals_open${town}`)).toBe(1)
      expect(grew('content_unchecked{kind="appeal"}')).toBe(1)
      await district.db
        .updateTable('appeal')
        .set({ dueAt: new Date(now.getTime() - 1) })
        .where('id', '=', id)
        .execute()
      expect((await read())[`appeals_overdue${town}`]).toBe((before[`appeals_overdue${town}`] ?? 0) + 1)
    })

    it('name no place below a town and nobody', async () => {
      const resident = await district.resident(district.newGrid(), { name: '钱测试', phone: '19900001234' })
      await resident.call('appeal.submit', { text: '路灯坏了三天', urgency: 'today' })
      await runAt(now, 'TypeError')
      const { body } = await ask('/metrics', TOKEN)
      for (const secret of ['钱测试', '19900001234', '路灯', resident.userId, resident.openid]) {
        expect(body).not.toContain(secret)
      }
      const towns = [townCode(1), townCode(2)]
      const codes = [...body.matchAll(/="(\d+)"/g)].map(([, code]) => code)
      expect(codes.length).toBeGreaterThan(0)
      expect(codes.filter((code) => !towns.includes(code ?? ''))).toEqual([])
    })

    it('tell how the database is', async () => {
      const figures = await read()
      expect(figures.database_round_trip_seconds).toBeGreaterThan(0)
      expect(figures.database_bytes).toBeGreaterThan(1_000_000)
      expect(figures['database_connections{kind="most"}']).toBeGreaterThan(0)
      expect(Object.keys(figures).filter((name) => name.startsWith('figures_read'))).toHaveLength(6)
    })

    it('give what can be read when one group cannot', async () => {
      await sql`ALTER TABLE timer_part RENAME TO timer_away`.execute(district.db)
      try {
        expect(await read()).toMatchObject({
          'figures_read{group="timer"}': 0,
          'figures_read{group="outbox"}': 1,
          outbox_oldest_age_seconds: expect.any(Number) as number,
        })
      } finally {
        await sql`ALTER TABLE timer_away RENAME TO timer_part`.execute(district.db)
      }
    })
  })
})
