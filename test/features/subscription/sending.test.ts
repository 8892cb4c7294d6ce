import { AppError } from '~/cloudfunctions/core/errors'
import { sendMessages } from '~/cloudfunctions/features/subscription/timers'
import { openDistrict, type District, type Person } from '../../support/district'

const MINUTE = 60_000
const busy = () => new AppError('UPSTREAM', { reason: '45009', userMessage: '请稍后再试' })

describe('messages to the person', () => {
  let district: District
  let grid: string
  let person: Person
  let worker: Person

  beforeEach(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    person = await district.resident(grid)
    worker = await district.staff('grid_worker', grid)
    // What other tests have left would be sent as well.
    await district.db.deleteFrom('subscriptionMessage').execute()
  })
  afterEach(() => district.close())

  const allow = async (times = 1) => {
    for (let n = 0; n < times; n += 1) {
      await person.call('subscription.accept', { kinds: ['progress'] })
    }
  }
  /** Something happens that the person is told. */
  const happen = async () => {
    const { id } = await person.call('appeal.submit', { text: '村东头路灯坏了', urgency: 'today' })
    await worker.call('appeal.accept', { id })
    return id
  }
  const quota = async () =>
    (await person.call('subscription.list', {})).items.find(({ kind }) => kind === 'progress')?.quota
  const messages = () =>
    district.db.selectFrom('subscriptionMessage').selectAll().orderBy('noticeId').execute()
  const sent = () => district.ports.messages.sent

  it('goes to WeChat with page and words, once, and takes one consent', async () => {
    await allow(2)
    const id = await happen()
    await district.runJobs()
    await district.runJobs()
    expect(sent()).toEqual([
      {
        openid: person.openid,
        kind: 'progress',
        page: `features/appeal/detail/index?id=${id}`,
        fields: {
          title: '村东头路灯坏了',
          state: '办理中',
          at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
          note: '网格员1分钟接单,正在办',
        },
      },
    ])
    expect(await quota()).toBe(1)
    expect(await messages()).toMatchObject([{ status: 'sent', dueAt: null, reason: '' }])
  })

  it('stays a notice in the program for who lets nothing through', async () => {
    await happen()
    await district.runJobs()
    expect(sent()).toEqual([])
    expect(await messages()).toEqual([])
    expect((await person.call('notice.list', {})).items).toHaveLength(1)
  })

  it('is not sent when the consents have gone to others meanwhile, nor when the person has read it', async () => {
    await allow(1)
    await happen()
    await happen()
    await district.runJobs()
    expect(sent()).toHaveLength(1)
    expect((await messages()).map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ['dropped', 'no_quota'],
      ['sent', ''],
    ])
  })

  it('waits for the morning', async () => {
    await allow()
    const night = { name: 'delivery.quiet', version: 3, value: JSON.stringify({ from: 22, until: 7 }) }
    await district.db
      .insertInto('setting')
      .values({ ...night, validFrom: new Date(0) })
      .execute()
    const evening = new Date(district.clock.now())
    evening.setUTCHours(15, 30, 0, 0)
    district.clock.advance(evening.getTime() - district.clock.now().getTime())
    await happen()
    await district.runJobs()
    expect(sent()).toEqual([])
    district.clock.advance(9 * 60 * MINUTE)
    await district.runJobs()
    expect(sent()).toHaveLength(1)
    await district.db
      .deleteFrom('setting')
      .where('name', '=', 'delivery.quiet')
      .where('version', '=', 3)
      .execute()
  })

  it('believes the platform that nothing is let through any more', async () => {
    await allow(5)
    await happen()
    district.ports.messages.answers = [{ outcome: 'unsubscribed', reason: '43101' }]
    await district.runJobs()
    expect(await quota()).toBe(0)
    expect(await messages()).toMatchObject([{ status: 'dropped', reason: '43101' }])
  })

  it('is given up with the number when trying again would change nothing', async () => {
    await allow()
    await happen()
    district.ports.messages.answers = [{ outcome: 'wrong', reason: '47003' }]
    await district.runJobs()
    await district.runJobs()
    expect(sent()).toHaveLength(1)
    expect(await messages()).toMatchObject([{ status: 'failed', reason: '47003' }])
  })

  it('is tried again later while the platform is busy, with the same consent, and not for ever', async () => {
    await allow(1)
    await happen()
    district.ports.messages.answers = Array.from({ length: 20 }, busy)
    for (let n = 0; n < 12; n += 1) {
      await district.runJobs()
      district.clock.advance(30 * MINUTE)
    }
    expect(sent()).toHaveLength(6)
    expect(await messages()).toMatchObject([{ status: 'failed', reason: '45009', tries: 6 }])
  })

  it('arrives after the platform was busy once', async () => {
    await allow(1)
    await happen()
    district.ports.messages.answers = [busy()]
    await district.runJobs()
    expect(await messages()).toMatchObject([{ status: 'waiting', tries: 1, taken: true }])
    district.clock.advance(30 * MINUTE)
    await district.runJobs()
    expect(await messages()).toMatchObject([{ status: 'sent', tries: 2 }])
    expect(await quota()).toBe(0)
  })

  it('is not sent again when nobody knows whether it arrived: no answer, or a job that died', async () => {
    await allow(2)
    await happen()
    district.ports.messages.answers = [Object.assign(new Error('silent'), { name: 'TimeoutError' })]
    await district.runJobs()
    expect(await messages()).toMatchObject([{ status: 'failed', reason: 'TimeoutError' }])
    await happen()
    await district.runJobs()
    expect(sent()).toHaveLength(2)
    // As whoever sent it and died before writing so would leave it.
    await district.db
      .updateTable('subscriptionMessage')
      .set({ status: 'sending', dueAt: district.clock.now() })
      .where('status', '=', 'sent')
      .execute()
    await district.runJobs()
    district.clock.advance(2 * MINUTE)
    await district.runJobs()
    expect(sent()).toHaveLength(2)
    expect((await messages()).map(({ reason }) => reason).sort()).toEqual(['TimeoutError', 'unknown'])
  })

  it('is sent once by ten jobs at a time, and the consents never go below none', async () => {
    await allow(3)
    for (let n = 0; n < 6; n += 1) {
      await happen()
    }
    await district.runJobs()
    const { db, ports } = district
    ports.messages.sent.length = 0
    await db
      .updateTable('subscriptionMessage')
      .set({ status: 'waiting', dueAt: new Date(0), tries: 0, taken: false, reason: '' })
      .execute()
    await db.updateTable('subscription').set({ quota: 3 }).where('userId', '=', person.userId).execute()
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const deps = { db, ports, clock: district.clock, log } as unknown as Parameters<typeof sendMessages>[0]
    await Promise.all(Array.from({ length: 10 }, () => sendMessages(deps)))
    expect(sent()).toHaveLength(3)
    expect(new Set(sent().map(({ page }) => page)).size).toBe(3)
    expect(await quota()).toBe(0)
  })

  it('goes away with the notice', async () => {
    await allow()
    await happen()
    await district.db.deleteFrom('notice').execute()
    expect(await messages()).toEqual([])
  })
})
