import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { creditDeed } from '~/cloudfunctions/features/points/earning'
import { addUp } from '~/cloudfunctions/features/points/due'
import { post, villageAccount } from '~/cloudfunctions/features/points/ledger'
import type { Tx } from '~/cloudfunctions/core/db'
import { balanceOf, DAY, endPublication, openScene, propose, type Scene } from './support'

describe('the ledger of points', () => {
  let scene: Scene
  const writer = (db: Tx) => ({ db, now: scene.district.clock.now(), newId: uuidv7 })
  const accountOf = async (userId: string) =>
    (
      await scene.district.db
        .selectFrom('pointsAccount')
        .select('id')
        .where('userId', '=', userId)
        .executeTakeFirstOrThrow()
    ).id
  const codeOf = (run: Promise<unknown>) =>
    run.then(
      () => 'allowed',
      (error: unknown) => (error as { code?: string }).code,
    )
  const turnUp = (userId: string, sourceId: string) =>
    scene.district.db
      .transaction()
      .execute((tx) =>
        creditDeed(writer(tx), { rule: 'turned_up', userId, sourceType: 'signup', sourceId, words: '' }),
      )

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
  })
  afterAll(() => scene.district.close())

  it('refuses every change and deletion, whoever asks', async () => {
    await endPublication(scene, (await propose(scene, scene.person)).id)
    const { db } = scene.district
    for (const change of [
      sql`UPDATE points_line SET amount = 99`,
      sql`DELETE FROM points_line`,
      sql`UPDATE points_entry SET words = ''`,
      sql`DELETE FROM points_entry`,
      sql`TRUNCATE points_line CASCADE`,
    ]) {
      expect(await codeOf(change.execute(db))).toBe('42501')
    }
  })

  it('refuses an entry that is not balanced, when the transaction ends', async () => {
    await turnUp(scene.person.userId, randomUUID())
    const accountId = await accountOf(scene.person.userId)
    const entry = { kind: 'award', sourceType: 'test', rule: 'test', category: null, userId: null } as const
    const write = scene.district.db.transaction().execute((tx) =>
      post(writer(tx), {
        ...entry,
        sourceId: randomUUID(),
        madeBy: null,
        lines: [{ accountId, amount: 5 }],
      }),
    )
    expect(await codeOf(write)).toBe('23514')
    expect(await balanceOf(scene.person)).toBe(2)
  })

  it('refuses to take more than there is', async () => {
    await turnUp(scene.person.userId, randomUUID())
    const accountId = await accountOf(scene.person.userId)
    const write = scene.district.db.transaction().execute(async (tx) => {
      const other = await villageAccount(writer(tx), scene.grid.slice(0, 12), 'redeemed')
      await post(writer(tx), {
        kind: 'redemption',
        sourceType: 'test',
        sourceId: randomUUID(),
        rule: 'test',
        category: null,
        userId: null,
        madeBy: null,
        lines: [
          { accountId, amount: -3 },
          { accountId: other, amount: 3 },
        ],
      })
    })
    expect(await codeOf(write)).toBe('23514')
    expect(await balanceOf(scene.person)).toBe(2)
  })

  it('credits what was confirmed elsewhere once, however often and however late it is told', async () => {
    const signup = randomUUID()
    expect(await turnUp(scene.person.userId, signup)).toBe(true)
    expect(await turnUp(scene.person.userId, signup)).toBe(false)
    scene.district.clock.advance(8 * DAY)
    expect(await turnUp(scene.person.userId, signup)).toBe(false)
    expect(await balanceOf(scene.person)).toBe(2)
  })

  it('credits by itself only what the limits leave, and does not make up for the rest later', async () => {
    const ids = Array.from({ length: 11 }, () => randomUUID())
    for (const id of ids) {
      await turnUp(scene.person.userId, id)
    }
    expect(await balanceOf(scene.person)).toBe(20)
    scene.district.clock.advance(DAY)
    expect(await turnUp(scene.person.userId, ids[10] ?? '')).toBe(false)
    expect(await balanceOf(scene.person)).toBe(20)
  })

  it('has no account for who belongs to no grid', async () => {
    const stranger = scene.district.stranger()
    const { userId } = await stranger.call('me.enter', {})
    expect(await turnUp(userId, randomUUID())).toBe(false)
  })

  it('loses points after 24 months, the unspent ones, after one warning 60 days before', async () => {
    await endPublication(scene, (await propose(scene, scene.person)).id)
    const accountId = await accountOf(scene.person.userId)
    const warnings = () =>
      scene.district.db.selectFrom('pointsWarning').selectAll().where('accountId', '=', accountId).execute()
    scene.district.clock.advance(660 * DAY)
    await scene.district.runJobs()
    expect([await warnings(), await balanceOf(scene.person)]).toEqual([[], 3])
    await endPublication(scene, (await propose(scene, scene.person, 'meeting')).id)
    scene.district.clock.advance(20 * DAY)
    await scene.district.runJobs()
    await scene.district.runJobs()
    expect(await warnings()).toMatchObject([{ points: 3 }])
    const told = (await scene.person.call('notice.list', {})).items.filter(({ label }) => label === '快到期')
    expect(told.map(({ title }) => title)).toEqual(['3分积分快到期了'])
    const account = await scene.person.call('points.account', {})
    expect(account.expiring).toMatchObject({ points: 3 })
    // The soonest first, by the month in which they end.
    expect(account.lots.map(({ points }) => points)).toEqual([3, 2])
    expect(account.lots[0]?.month).toBe(account.expiring?.at.slice(0, 7))
    scene.district.clock.advance(60 * DAY)
    await scene.district.runJobs()
    await scene.district.runJobs()
    const { balance, items } = await scene.person.call('points.account', {})
    expect(balance).toBe(2)
    expect(items.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['expiry', -3],
      ['award', 2],
      ['award', 3],
    ])
  })

  it('is added up by the clock once an hour, and what is wrong is an alarm', async () => {
    scene.district.clock.advance(3_600_000)
    expect((await scene.district.runJobs()).points.wrong).toBe(0)
    await turnUp(scene.person.userId, randomUUID())
    const { db } = scene.district
    const id = await accountOf(scene.person.userId)
    await db.updateTable('pointsAccount').set({ balance: 7 }).where('id', '=', id).execute()
    expect((await scene.district.runJobs()).points.wrong).toBe(0)
    scene.district.clock.advance(3_600_000)
    expect((await scene.district.runJobs()).points.wrong).toBe(1)
    await db.updateTable('pointsAccount').set({ balance: 2 }).where('id', '=', id).execute()
  })

  it('is balanced after any order of acts, and no balance is below nothing', async () => {
    const act = fc.record({
      who: fc.constantFrom('person' as const, 'neighbour' as const),
      what: fc.constantFrom(
        'propose' as const,
        'credit' as const,
        'reverse' as const,
        'auto' as const,
        'wait' as const,
      ),
      days: fc.integer({ min: 1, max: 400 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        scene = await openScene(scene.district)
        const ids: string[] = []
        for (const { who, what, days } of acts) {
          if (what === 'propose') {
            ids.push(
              await propose(scene, scene[who]).then(
                ({ id }) => id,
                () => '',
              ),
            )
          } else if (what === 'credit' && ids.length > 0) {
            await endPublication(scene, ids.at(-1) || randomUUID())
          } else if (what === 'reverse' && ids.length > 0) {
            await scene.village
              .call('points.reverse', { id: ids[0] || randomUUID(), reason: '记错了' })
              .catch(() => undefined)
          } else if (what === 'auto') {
            await turnUp(scene[who].userId, randomUUID())
          } else {
            scene.district.clock.advance(days * DAY)
            await scene.district.runJobs()
          }
          const sums = await addUp(scene.district)
          expect([sums.unbalanced, sums.astray]).toEqual([0, 0])
          const balances = [await balanceOf(scene.person), await balanceOf(scene.neighbour)]
          expect(Math.min(...balances)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 12, seed: 20_261_125 },
    )
  }, 120_000)
})
