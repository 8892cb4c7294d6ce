import { randomUUID } from 'node:crypto'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'
import type { Deps } from '~/cloudfunctions/core/deps'
import { silentLog } from '~/cloudfunctions/core/log'
import { backoffMs, deliverOutbox, emit, type Deliverer } from '~/cloudfunctions/core/outbox'
import { openDistrict, type District } from '../support/district'

describe('the outbox', () => {
  let district: District
  let deps: Deps
  /** Stands still unless a test moves it, so that waits are exact. */
  let now: Date

  beforeAll(async () => {
    district = await openDistrict()
    const { db, ports } = district
    const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
    deps = { db, ports, secrets, log: silentLog, clock: { now: () => now } }
  })
  beforeEach(async () => {
    now = new Date()
    // What earlier tests left behind is none of this one’s.
    await district.db.updateTable('outbox').set({ state: 'sent' }).where('state', '=', 'pending').execute()
  })
  afterAll(() => district.close())

  const pass = (ms: number) => void (now = new Date(now.getTime() + ms))
  const tell = (key: string, db: Db = district.db) =>
    emit({ db, now, newId: randomUUID }, 'test.told', { id: key }, key)
  const rowOf = (key: string) =>
    district.db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow()
  const deliver = (deliverer: Deliverer, using: Deps = deps) =>
    deliverOutbox(using, { 'test.told': deliverer }, randomUUID)
  /** A deliverer that writes down which events reached it. */
  const listener = () => {
    const heard: string[] = []
    const hear: Deliverer = (_ctx, payload) => Promise.resolve(void heard.push(payload.id ?? ''))
    return { heard, hear }
  }
  const failing: Deliverer = () => Promise.reject(new TypeError('19900001234 did not answer'))

  it('carries an event out once, however often the timer runs', async () => {
    const key = randomUUID()
    await tell(key)
    const { heard, hear } = listener()
    expect(await deliver(hear)).toEqual({ sent: 1, retried: 0, dead: 0 })
    expect(await deliver(hear)).toEqual({ sent: 0, retried: 0, dead: 0 })
    expect(heard).toEqual([key])
    expect(await rowOf(key)).toMatchObject({ state: 'sent', attempts: 1, leaseUntil: null })
  })

  it('takes the same key once, and takes nothing of a transaction that failed', async () => {
    const key = randomUUID()
    await tell(key)
    await tell(key)
    const lost = randomUUID()
    const failed = district.db.transaction().execute(async (tx) => {
      await tell(lost, tx)
      throw new Error('undo')
    })
    await expect(failed).rejects.toThrow('undo')
    const { heard, hear } = listener()
    await deliver(hear)
    expect(heard).toEqual([key])
  })

  it('carries out more than a batch in one run, in the order it was told', async () => {
    const keys = Array.from({ length: 120 }, (_, n) => `${randomUUID()}-${n}`)
    let n = 0
    const newId = () => `00000000-0000-7000-8000-${String((n += 1)).padStart(12, '0')}`
    await district.db.deleteFrom('outbox').where('event', '=', 'test.told').execute()
    for (const key of keys) {
      await emit({ db: district.db, now, newId }, 'test.told', { id: key }, key)
    }
    const { heard, hear } = listener()
    await deliver(hear)
    expect(heard).toEqual(keys)
  })

  it('leaves what another job has claimed alone for a minute, and takes it over when that job is gone', async () => {
    const key = randomUUID()
    await tell(key)
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => (wake = resolve))
    // A job that stops between claiming and settling: killed, or only slow.
    const sleepy = new Proxy(district.db, {
      get(db, name) {
        if (name === 'transaction') {
          return () => ({
            execute: (run: never) => asleep.then(() => db.transaction().execute(run)),
          })
        }
        const value: unknown = Reflect.get(db, name)
        return typeof value === 'function' ? (value.bind(db) as unknown) : value
      },
    })
    const slow = listener()
    const slept = deliver(slow.hear, { ...deps, db: sleepy })
    while ((await rowOf(key)).leaseUntil === null) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const next = listener()
    pass(59_000)
    await deliver(next.hear)
    expect(next.heard).toEqual([])
    pass(1_000)
    await deliver(next.hear)
    expect(next.heard).toEqual([key])
    wake()
    await slept
    expect(slow.heard).toEqual([])
    expect(await rowOf(key)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('undoes what a failed delivery wrote and tries again later', async () => {
    const key = randomUUID()
    await tell(key)
    const halfway: Deliverer = async (ctx) => {
      await tell(`${key}-made`, ctx.db)
      throw new Error('halfway')
    }
    expect(await deliver(halfway)).toEqual({ sent: 0, retried: 1, dead: 0 })
    const made = await district.db
      .selectFrom('outbox')
      .select('id')
      .where('key', '=', `${key}-made`)
      .execute()
    expect(made).toEqual([])
    const row = await rowOf(key)
    expect(row).toMatchObject({ state: 'pending', attempts: 1, leaseUntil: null })
    expect(row.runAt.getTime() - now.getTime()).toBeLessThanOrEqual(2_000)
    pass(2_000)
    const { heard, hear } = listener()
    await deliver(hear)
    expect(heard).toEqual([key])
  })

  it('gives an event up after ten attempts and keeps it, with the kind of error but not its words', async () => {
    const key = randomUUID()
    await tell(key)
    const runs = []
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      runs.push(await deliver(failing))
      pass(600_000)
    }
    expect(runs.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => ({ sent: 0, retried: 1, dead: 0 })))
    expect(runs.slice(9)).toEqual([
      { sent: 0, retried: 0, dead: 1 },
      { sent: 0, retried: 0, dead: 0 },
    ])
    const row = await rowOf(key)
    expect(row).toMatchObject({ state: 'dead', attempts: 10, lastError: 'TypeError' })
    expect(row.settledAt).not.toBeNull()
  })

  it('does not let one bad event hold up the others', async () => {
    const [bad, good] = [randomUUID(), randomUUID()]
    await tell(bad)
    await tell(good)
    const { heard, hear } = listener()
    const report = await deliver((ctx, payload) =>
      payload.id === bad ? failing(ctx, payload) : hear(ctx, payload),
    )
    expect(report).toEqual({ sent: 1, retried: 1, dead: 0 })
    expect(heard).toEqual([good])
  })

  it('keeps an event that nobody knows how to deliver for a later version', async () => {
    const key = randomUUID()
    await tell(key)
    expect(await deliverOutbox(deps, {}, randomUUID)).toEqual({ sent: 0, retried: 1, dead: 0 })
    expect(await rowOf(key)).toMatchObject({ state: 'pending' })
  })

  it('is shared out between two jobs that run at once: each event reaches one of them', async () => {
    const keys = Array.from({ length: 120 }, () => randomUUID())
    for (const key of keys) {
      await tell(key)
    }
    const [one, two] = [listener(), listener()]
    await Promise.all([deliver(one.hear), deliver(two.hear)])
    expect([...one.heard, ...two.heard].sort()).toEqual([...keys].sort())
  })
})

describe('backoffMs', () => {
  it('doubles from two seconds to ten minutes', () => {
    const longest = Array.from({ length: 11 }, (_, n) => backoffMs(n + 1, () => 1) / 1000)
    expect(longest).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600])
  })

  it('spreads the waits over the whole span, so that failures do not come back together', () => {
    expect(backoffMs(5, () => 0)).toBe(0)
    expect(backoffMs(5, () => 0.5)).toBe(16_000)
  })
})
