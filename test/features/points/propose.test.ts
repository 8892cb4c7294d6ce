import { randomUUID } from 'node:crypto'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { balanceOf, DAY, endPublication, makeHousehold, openScene, propose, type Scene } from './support'

describe('points.propose', () => {
  let scene: Scene
  const input = (more: object = {}) => ({
    requestId: randomUUID(),
    userId: scene.person.userId,
    rule: 'clean_up' as const,
    words: '扫了村口的路',
    ...more,
  })

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
  })
  afterAll(() => scene.district.close())

  it('publishes a small award at once, tells it once and leaves a trail; nothing is credited yet', async () => {
    const award = await propose(scene, scene.person)
    expect(award).toMatchObject({ status: 'published', points: 3, category: 'environment', name: '钱测试' })
    expect(Date.parse(award.publishedUntil ?? '') - Date.parse(award.proposedAt)).toBe(5 * DAY)
    expect(await eventsAbout(scene.district.db, award.id)).toEqual(['points.published'])
    expect(await auditsAbout(scene.district.db, award.id)).toEqual(['points.proposed'])
    expect(await balanceOf(scene.person)).toBe(0)
  })

  it('lets ten points or more wait for a second person', async () => {
    const award = await propose(scene, scene.person, 'responsibility')
    expect(award).toMatchObject({ status: 'proposed', points: 10, can: ['points.refuse'] })
    expect(award.publishedUntil).toBeUndefined()
    expect(await eventsAbout(scene.district.db, award.id)).toEqual([])
  })

  it('tells the grid with a masked name, in the feed and with no card to share', async () => {
    await scene.district.group(scene.grid, scene.worker)
    await propose(scene, scene.person)
    await scene.district.runJobs()
    const { items } = await scene.neighbour.call('feed.list', {})
    expect(items.map(({ title }) => title)).toEqual(['积分公示:钱** 3分'])
    expect((await scene.worker.call('delivery.mine', {})).items).toEqual([])
  })

  it('counts once nobody has objected until the publication is over', async () => {
    const { id } = await propose(scene, scene.person)
    await endPublication(scene, id)
    expect(await balanceOf(scene.person)).toBe(3)
    await scene.district.runJobs()
    expect(await balanceOf(scene.person)).toBe(3)
  })

  it('proposes nothing twice for one request, also when the key is replayed after eight days', async () => {
    const request = input()
    const key = `propose-${randomUUID()}`
    const first = await scene.worker.call('points.propose', request, { key })
    scene.district.clock.advance(8 * DAY)
    await scene.district.runJobs()
    const again = await scene.worker.call('points.propose', request, { key })
    expect(again).toMatchObject({ id: first.id, status: 'credited' })
    expect(await balanceOf(scene.person)).toBe(3)
    expect(await scene.worker.refused('points.propose', { ...request, words: '别的事' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'request_reused',
    })
  })

  it('says at the field what is wrong with the input', async () => {
    expect(
      await scene.worker.refused('points.propose', input({ rule: 'took_part', words: '' })),
    ).toMatchObject({
      code: 'INVALID',
      fields: { rule: '请选做了什么', words: '请填写做了什么' },
    })
    expect(await scene.worker.refused('points.propose', input({ points: 99 }))).toMatchObject({
      fields: { points: '没有这一项' },
    })
  })

  it('knows nobody outside the area, and nobody who belongs to no grid', async () => {
    const { userId } = scene.stranger
    expect(await scene.worker.refused('points.propose', input({ userId }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await scene.worker.refused('points.propose', input({ userId: NO_ID }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is refused to residents, and to an officer for the own household', async () => {
    expect(await scene.neighbour.refused('points.propose', input())).toMatchObject({ code: 'FORBIDDEN' })
    const { district, grid, worker, person } = scene
    await makeHousehold(district, grid, [worker, person])
    expect(await worker.refused('points.propose', input())).toMatchObject({
      code: 'FORBIDDEN',
      message: '不能给自己家提积分,请别的同志来提',
    })
  })

  it('stops at 24 points of one category a month for a person', async () => {
    for (let n = 0; n < 6; n += 1) {
      await propose(scene, scene.person)
    }
    scene.district.clock.advance(DAY)
    await propose(scene, scene.person)
    await propose(scene, scene.person)
    expect(await scene.worker.refused('points.propose', input())).toMatchObject({
      code: 'LIMIT_REACHED',
      reason: 'points_cap',
    })
    expect(await propose(scene, scene.neighbour)).toMatchObject({ points: 3 })
  })

  it('stops at 20 points a day for a person, counting what is only on its way', async () => {
    await propose(scene, scene.person, 'responsibility')
    await propose(scene, scene.person, 'public_good')
    await propose(scene, scene.person, 'civil_act')
    expect(await scene.worker.refused('points.propose', input())).toMatchObject({
      message: '按每日、每月和每类的上限,他家这一类还能得2分,这次的3分先不能提',
      fields: { rule: expect.stringContaining('还能得2分') as string },
    })
  })

  it('leaves the room again that a refused award had taken', async () => {
    const { id } = await propose(scene, scene.person, 'honour')
    expect(await scene.worker.refused('points.propose', input())).toMatchObject({ reason: 'points_cap' })
    await scene.worker.call('points.refuse', { id, reason: '记错了' })
    expect(await propose(scene, scene.person)).toMatchObject({ points: 3 })
  })
})
