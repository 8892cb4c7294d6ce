import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { addUp } from '~/cloudfunctions/features/points/due'
import { creditDeed } from '~/cloudfunctions/features/points/earning'
import { onServer } from '../../support/db'
import type { Person } from '../../support/district'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { balanceOf, DAY, makeHousehold, openScene, type Scene } from './support'

const inParallel = onServer ? it : it.skip

describe('points.goods, points.offer, points.redeem and points.collect', () => {
  let scene: Scene
  const SOAP = { name: '洗衣液', price: 2, add: 5, shown: true }
  const offer = (more: object = {}) => scene.village.call('points.offer', { ...SOAP, ...more })
  const redeem = (person: Person, goodsId: string, requestId: string = randomUUID()) =>
    person.call('points.redeem', { requestId, goodsId })
  /** Two points a time. */
  const earn = async ({ userId }: Person, times = 1) => {
    const { db, clock } = scene.district
    for (let n = 0; n < times; n += 1) {
      await db
        .transaction()
        .execute((tx) =>
          creditDeed(
            { db: tx, now: clock.now(), newId: uuidv7 },
            { rule: 'turned_up', userId, sourceType: 'test', sourceId: randomUUID(), words: '' },
          ),
        )
    }
  }
  const stockOf = async (id: string) =>
    (await scene.village.call('points.goods', {})).items.find((item) => item.id === id)?.stock

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
  })
  afterAll(() => scene.district.close())

  it('keeps a piece for a household, takes its points, and hands it out for the code', async () => {
    await earn(scene.person, 2)
    const { id } = await offer()
    const kept = await redeem(scene.person, id)
    expect(kept).toMatchObject({ goodsName: '洗衣液', price: 2, status: 'reserved' })
    expect(kept.code).toMatch(/^\d{6}$/)
    expect([await balanceOf(scene.person), await stockOf(id)]).toEqual([2, 4])
    expect((await scene.person.call('points.account', {})).redemptions).toMatchObject([{ code: kept.code }])
    const handed = await scene.village.call('points.collect', { code: kept.code ?? '' })
    expect(handed).toMatchObject({ status: 'collected', name: '钱**' })
    expect(handed.code).toBeUndefined()
    expect(await auditsAbout(scene.district.db, kept.id)).toEqual(['points.redeemed', 'points.collected'])
  })

  it('hands out once; the same keeper may ask again, another one learns that it is gone', async () => {
    await earn(scene.person)
    const { code = '' } = await redeem(scene.person, (await offer()).id)
    await scene.village.call('points.collect', { code })
    expect(await scene.village.call('points.collect', { code })).toMatchObject({ status: 'collected' })
    const colleague = await scene.district.staff('village_secretary', scene.grid.slice(0, 12))
    expect(await colleague.refused('points.collect', { code })).toMatchObject({
      code: 'CONFLICT',
      reason: 'not_collectable',
    })
  })

  it('takes nothing twice for one request, also when the key is replayed after eight days', async () => {
    await earn(scene.person, 3)
    const { id } = await offer()
    const requestId = randomUUID()
    const key = `redeem-${requestId}`
    const first = await scene.person.call('points.redeem', { requestId, goodsId: id }, { key })
    scene.district.clock.advance(8 * DAY)
    await scene.district.runJobs()
    const again = await scene.person.call('points.redeem', { requestId, goodsId: id }, { key })
    expect(again.id).toBe(first.id)
    expect([await balanceOf(scene.person), await stockOf(id)]).toEqual([4, 4])
    const other = await offer({ name: '牙膏' })
    expect(await scene.person.refused('points.redeem', { requestId, goodsId: other.id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'request_reused',
    })
  })

  it('gives back points and piece when nobody comes for it, once, and says so', async () => {
    await earn(scene.person)
    const { id } = await offer()
    const { id: kept, code = '' } = await redeem(scene.person, id)
    scene.district.clock.advance(15 * DAY)
    await scene.district.runJobs()
    await scene.district.runJobs()
    expect([await balanceOf(scene.person), await stockOf(id)]).toEqual([2, 5])
    expect(await eventsAbout(scene.district.db, kept)).toEqual(['points.returned'])
    expect(await scene.village.refused('points.collect', { code })).toMatchObject({
      reason: 'not_collectable',
    })
    const { items } = await scene.person.call('notice.list', {})
    expect(items.map(({ title }) => title)).toContain('洗衣液过时没取,2分退回来了')
  })

  it('lets points that came back still be lost in their time', async () => {
    await earn(scene.person)
    await redeem(scene.person, (await offer()).id)
    scene.district.clock.advance(15 * DAY)
    await scene.district.runJobs()
    scene.district.clock.advance(730 * DAY)
    await scene.district.runJobs()
    expect(await balanceOf(scene.person)).toBe(0)
  })

  it('stops at fifty points a day for a household, whoever of it asks', async () => {
    const { district, grid, person, neighbour } = scene
    await makeHousehold(district, grid, [person, neighbour])
    for (const wait of [1, 30, 1, 30]) {
      await earn(person, 10)
      await earn(neighbour, 10)
      district.clock.advance(wait * DAY)
    }
    expect(await balanceOf(person)).toBe(96)
    const { id } = await offer({ price: 24 })
    await redeem(person, id)
    await redeem(neighbour, id)
    const { id: dear } = await offer({ price: 3 })
    const order = { requestId: randomUUID(), goodsId: dear }
    expect(await person.refused('points.redeem', order)).toMatchObject({
      code: 'LIMIT_REACHED',
      reason: 'redeem_limit',
      message: '一家一天最多兑50分,今天还能兑2分',
    })
    await redeem(person, (await offer({ price: 2 })).id)
    district.clock.advance(DAY)
    expect(await person.call('points.redeem', order)).toMatchObject({ status: 'reserved' })
  })

  it('says how many points are missing, and keeps the shelf as it is', async () => {
    await earn(scene.person)
    const { id } = await offer({ price: 3 })
    expect(
      await scene.person.refused('points.redeem', { requestId: randomUUID(), goodsId: id }),
    ).toMatchObject({
      code: 'CONFLICT',
      reason: 'points_short',
      message: '积分不够,还差1分',
    })
    expect(await stockOf(id)).toBe(5)
  })

  it('is sold out for the second one', async () => {
    await earn(scene.person)
    await earn(scene.neighbour)
    const { id } = await offer({ add: 1 })
    await redeem(scene.person, id)
    expect(
      await scene.neighbour.refused('points.redeem', { requestId: randomUUID(), goodsId: id }),
    ).toMatchObject({
      code: 'CONFLICT',
      reason: 'sold_out',
    })
    expect(await balanceOf(scene.neighbour)).toBe(2)
  })

  it('is for the village alone, and not for what is put away', async () => {
    await earn(scene.stranger)
    const { id } = await offer()
    const away = await offer({ shown: false })
    for (const goodsId of [id, NO_ID]) {
      expect(
        await scene.stranger.refused('points.redeem', { requestId: randomUUID(), goodsId }),
      ).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    expect(
      await scene.person.refused('points.redeem', { requestId: randomUUID(), goodsId: away.id }),
    ).toMatchObject({ code: 'NOT_FOUND' })
    const seen = (await scene.person.call('points.goods', {})).items.map((item) => item.id)
    expect(seen).toContain(id)
    expect(seen).not.toContain(away.id)
  })

  it('is changed by the keeper of the village, against the version that was seen', async () => {
    const { id, version } = await offer()
    const input = { ...SOAP, id, version, add: -2, price: 3 }
    expect(await scene.village.call('points.offer', input)).toMatchObject({ stock: 3, price: 3, version: 2 })
    expect(await scene.village.refused('points.offer', input)).toMatchObject({
      code: 'CONFLICT',
      reason: 'changed',
    })
    expect(await scene.village.refused('points.offer', { ...input, version: 2, add: -4 })).toMatchObject({
      code: 'INVALID',
      fields: { add: '现在只剩3件,不能减这么多' },
    })
    expect(await scene.worker.refused('points.offer', input)).toMatchObject({ code: 'FORBIDDEN' })
    const { district } = scene
    const other = await district.staff('village_secretary', district.newGrid('otherVillage').slice(0, 12))
    expect(await other.refused('points.offer', input)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await scene.village.refused('points.offer', { name: '', price: 0, add: 1.5 })).toMatchObject({
      fields: { name: '请填写名称', price: '最少1分', add: '请填一个整数', shown: '请选要不要上架' },
    })
    expect(await scene.village.refused('points.collect', { code: '12' })).toMatchObject({
      fields: { code: '取货码是6位数字' },
    })
    expect(await scene.village.refused('points.collect', { code: '000000' })).toMatchObject({
      code: 'NOT_FOUND',
      fields: { code: '没有这个取货码,请再对一遍' },
    })
    expect(await scene.person.refused('points.redeem', { goodsId: '1' })).toMatchObject({ code: 'INVALID' })
  })

  inParallel(
    'gives the last piece to one of two hundred who want it at once',
    async () => {
      const { district, grid } = scene
      const people = await Promise.all(Array.from({ length: 200 }, () => district.resident(grid)))
      for (const person of people) {
        await earn(person)
      }
      const { id } = await offer({ add: 1 })
      const answers = await Promise.all(
        people.map(async ({ openid }) => {
          const input = { requestId: randomUUID(), goodsId: id }
          const reply = await district.api({ action: 'points.redeem', input }, { openid })
          return reply.ok ? 'got it' : reply.error.reason
        }),
      )
      expect(answers.filter((answer) => answer === 'got it')).toHaveLength(1)
      expect(answers.filter((answer) => answer === 'sold_out')).toHaveLength(199)
      expect(await stockOf(id)).toBe(0)
      expect(await addUp(district)).toMatchObject({ unbalanced: 0, astray: 0 })
    },
    120_000,
  )

  inParallel(
    'does one thing for one request sent fifty times at once, and never spends the same points twice',
    async () => {
      await earn(scene.person, 2)
      const { id } = await offer()
      const { openid } = scene.person
      const once = { requestId: randomUUID(), goodsId: id }
      const same = await Promise.all(
        Array.from({ length: 50 }, () =>
          scene.district.api({ action: 'points.redeem', input: once }, { openid }),
        ),
      )
      expect(new Set(same.map((reply) => reply.ok && (reply.data as { id: string }).id)).size).toBe(1)
      const rest = await Promise.all(
        Array.from({ length: 10 }, () =>
          scene.district.api(
            { action: 'points.redeem', input: { ...once, requestId: randomUUID() } },
            { openid },
          ),
        ),
      )
      expect(rest.filter(({ ok }) => ok)).toHaveLength(1)
      expect([await balanceOf(scene.person), await stockOf(id)]).toEqual([0, 3])
    },
  )
})
