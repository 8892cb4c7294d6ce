import { auditsAbout } from '../../support/records'
import { balanceOf, DAY, endPublication, openScene, propose, type Scene } from './support'

describe('points.object and points.decideObjection', () => {
  let scene: Scene
  let id: string
  const reason = '那天他没有来'
  const words = '查了签到表'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
    id = (await propose(scene, scene.person)).id
  })
  afterAll(() => scene.district.close())

  it('stops the award until it is decided; who objected is told to nobody', async () => {
    await scene.neighbour.call('points.object', { id, reason })
    await endPublication(scene, id)
    expect(await balanceOf(scene.person)).toBe(0)
    const { items } = await scene.village.call('points.awards', { list: 'objected' })
    const seen = items.find((item) => item.id === id)
    expect(seen).toMatchObject({ status: 'objected', objection: { reason } })
    expect(JSON.stringify(seen)).not.toContain(scene.neighbour.userId)
    expect(JSON.stringify(seen)).not.toContain('孙')
    expect(await auditsAbout(scene.district.db, id)).toEqual(['points.proposed', 'points.objected'])
  })

  it('is to be decided within five working days', async () => {
    await scene.neighbour.call('points.object', { id, reason })
    const { items } = await scene.village.call('points.awards', { list: 'objected' })
    const { at, decideBy } = items.find((item) => item.id === id)?.objection ?? { at: '', decideBy: '' }
    const days = (Date.parse(decideBy) - Date.parse(at)) / DAY
    expect(days).toBeGreaterThan(5)
    expect(days).toBeLessThanOrEqual(9)
  })

  it('drops the award when it is upheld', async () => {
    await scene.neighbour.call('points.object', { id, reason })
    const decided = await scene.village.call('points.decideObjection', { id, upheld: true, words })
    expect(decided).toMatchObject({ status: 'dropped', reason: words, objection: { upheld: true, words } })
    await scene.district.runJobs()
    expect(await balanceOf(scene.person)).toBe(0)
    expect(await scene.village.call('points.decideObjection', { id, upheld: true, words })).toEqual(decided)
  })

  it('lets the award count when it is not upheld, at once if its time is over', async () => {
    await scene.neighbour.call('points.object', { id, reason })
    await endPublication(scene, id)
    await scene.village.call('points.decideObjection', { id, upheld: false, words })
    await scene.district.runJobs()
    expect(await balanceOf(scene.person)).toBe(3)
  })

  it('may be repeated by who objected; another one learns that it is being looked into', async () => {
    await scene.neighbour.call('points.object', { id, reason })
    expect(await scene.neighbour.call('points.object', { id, reason })).toMatchObject({ status: 'objected' })
    expect(await scene.person.refused('points.object', { id, reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('comes too late when the publication is over, even before the clock has credited it', async () => {
    const publishedUntil = scene.district.clock.now()
    await scene.district.db.updateTable('pointsAward').set({ publishedUntil }).where('id', '=', id).execute()
    expect(await scene.neighbour.refused('points.object', { id, reason })).toMatchObject({
      code: 'CONFLICT',
      message: '公示已经结束了,有意见请直接找村里',
    })
  })

  it('asks for the words', async () => {
    expect(await scene.neighbour.refused('points.object', { id, reason: '' })).toMatchObject({
      code: 'INVALID',
    })
    expect(await scene.village.refused('points.decideObjection', { id })).toMatchObject({
      fields: { upheld: '请选异议成立不成立', words: '请填写核实的结果' },
    })
  })

  it('does not exist for another village', async () => {
    expect(await scene.stranger.refused('points.object', { id, reason })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.otherWorker.refused('points.object', { id, reason })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is decided by nobody who proposed, approved or objected', async () => {
    const { village, town, neighbour } = scene
    const { id: above } = await propose({ worker: village }, scene.person)
    await neighbour.call('points.object', { id: above, reason })
    const decision = { id: above, upheld: false, words }
    expect(await village.refused('points.decideObjection', decision)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.worker.refused('points.decideObjection', decision)).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await town.call('points.decideObjection', decision)).toMatchObject({ status: 'published' })
  })

  it('has nothing to decide without an objection', async () => {
    expect(await scene.village.refused('points.decideObjection', { id, upheld: true, words })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
