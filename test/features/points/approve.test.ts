import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { balanceOf, DAY, endPublication, makeHousehold, openScene, propose, type Scene } from './support'

describe('points.approve', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
    id = (await propose(scene, scene.person, 'responsibility')).id
  })
  afterAll(() => scene.district.close())

  it('publishes what somebody else proposed, tells it once and leaves a trail', async () => {
    const award = await scene.village.call('points.approve', { id })
    expect(award).toMatchObject({ status: 'published', points: 10 })
    expect(Date.parse(award.publishedUntil ?? '')).toBeGreaterThan(
      scene.district.clock.now().getTime() + 4 * DAY,
    )
    expect(await eventsAbout(scene.district.db, id)).toEqual(['points.published'])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['points.proposed', 'points.approved'])
    await endPublication(scene, id)
    expect(await balanceOf(scene.person)).toBe(10)
  })

  it('answers a repeated act with the award as it is, and tells nothing twice', async () => {
    await scene.village.call('points.approve', { id })
    expect(await scene.village.call('points.approve', { id })).toMatchObject({ status: 'published' })
    await endPublication(scene, id)
    expect(await scene.village.call('points.approve', { id })).toMatchObject({ status: 'credited' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['points.published', 'points.credited'])
    expect((await scene.person.call('notice.list', {})).items.map(({ label }) => label)).toEqual(['积分到账'])
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await scene.village.refused('points.approve', { id: '7' })).toMatchObject({
      code: 'INVALID',
      fields: { id: '编号不对,请返回重试' },
    })
  })

  it('does not exist for another town, and neither does a made-up id', async () => {
    const elsewhere = await scene.district.staff(
      'town_officer',
      scene.district.newGrid('otherTown').slice(0, 9),
    )
    expect(await elsewhere.refused('points.approve', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.village.refused('points.approve', { id: NO_ID })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused to who proposed it, to grid workers, residents, and to the own household', async () => {
    expect(await scene.worker.refused('points.approve', { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.person.refused('points.approve', { id })).toMatchObject({ code: 'FORBIDDEN' })
    const own = await propose({ worker: scene.village }, scene.person, 'responsibility')
    expect(own.can).toEqual(['points.refuse'])
    expect(await scene.village.refused('points.approve', { id: own.id })).toMatchObject({ code: 'FORBIDDEN' })
    const { district, grid, village, neighbour } = scene
    await makeHousehold(district, grid, [village, neighbour])
    const theirs = await propose(scene, neighbour, 'responsibility')
    expect(await village.refused('points.approve', { id: theirs.id })).toMatchObject({
      code: 'FORBIDDEN',
      message: '自己家的积分要请别的同志来办',
    })
    expect(await scene.town.call('points.approve', { id: theirs.id })).toMatchObject({ status: 'published' })
  })

  it('comes too late for an award that is refused', async () => {
    await scene.village.call('points.refuse', { id, reason: '没有这回事' })
    expect(await scene.town.refused('points.approve', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})

describe('points.refuse', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await propose(scene, await scene.district.resident(scene.grid), 'responsibility')).id
  })
  afterAll(() => scene.district.close())

  it('is for the second person, and for who proposed it; with the reason', async () => {
    const refused = await scene.village.call('points.refuse', { id, reason: '没有这回事' })
    expect(refused).toMatchObject({ status: 'refused', reason: '没有这回事', can: [] })
    expect(await auditsAbout(scene.district.db, id)).toEqual(['points.proposed', 'points.refused'])
    const { id: other } = await propose(scene, scene.neighbour, 'responsibility')
    expect(await scene.worker.call('points.refuse', { id: other, reason: '我记错了' })).toMatchObject({
      status: 'refused',
    })
  })

  it('may be repeated by who refused', async () => {
    await scene.village.call('points.refuse', { id, reason: '没有这回事' })
    expect(await scene.village.call('points.refuse', { id, reason: '没有这回事' })).toMatchObject({
      status: 'refused',
    })
  })

  it('asks for the reason', async () => {
    expect(await scene.village.refused('points.refuse', { id, reason: ' ' })).toMatchObject({
      fields: { reason: '请填写原因' },
    })
  })

  it('is nothing for neighbours, who do not see what is only proposed', async () => {
    expect(await scene.neighbour.refused('points.refuse', { id, reason: '不对' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await scene.otherWorker.refused('points.refuse', { id, reason: '不对' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is refused to the grid worker when the village proposed', async () => {
    const { id: above } = await propose({ worker: scene.village }, scene.neighbour, 'honour')
    expect(await scene.worker.refused('points.refuse', { id: above, reason: '不对' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('comes too late once it is published', async () => {
    await scene.village.call('points.approve', { id })
    expect(await scene.town.refused('points.refuse', { id, reason: '不对' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
