import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.refer', () => {
  let scene: Scene
  let id: string
  const TO_CITY = { cityNumber: '20261125-000123', words: '归市里管的主干线,已转市12345' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  it('keeps the number of the city’s hotline; the lead stays, the clock runs, and it is told once', async () => {
    const before = await scene.resident.call('appeal.info', { id })
    const after = await scene.leader.call('appeal.refer', { id, ...TO_CITY })
    expect(after).toMatchObject({ status: 'accepted', waitingFor: 'city', cityNumber: TO_CITY.cityNumber })
    expect(after).toMatchObject({ dueAt: before.dueAt, holderName: before.holderName })
    expect(after.can).not.toContain('appeal.refer')
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.referred'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.referred')
  })

  it('the person reads the number, the neighbours only that it was handed on', async () => {
    await scene.leader.call('appeal.refer', { id, ...TO_CITY })
    expect(await scene.resident.call('appeal.info', { id })).toMatchObject({ cityNumber: TO_CITY.cityNumber })
    const neighbour = await scene.neighbour.call('appeal.info', { id })
    expect(neighbour.steps.at(-1)).toMatchObject({ action: 'appeal.refer', words: TO_CITY.words })
    expect(JSON.stringify(neighbour)).not.toContain(TO_CITY.cityNumber)
    await scene.district.runJobs()
    const { items } = await scene.neighbour.call('feed.list', {})
    const told = items.filter(({ path, label }) => path.includes(id) && label === '已转市里')
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain(TO_CITY.cityNumber)
  })

  it('who leads reports what the city answered', async () => {
    await scene.leader.call('appeal.refer', { id, ...TO_CITY })
    const done = await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(done).toMatchObject({ status: 'finished', waitingFor: null, cityNumber: TO_CITY.cityNumber })
  })

  it('twice is once, and a second number is none', async () => {
    const after = await scene.leader.call('appeal.refer', { id, ...TO_CITY })
    expect(await scene.leader.call('appeal.refer', { id, ...TO_CITY })).toEqual(after)
    const other = { id, ...TO_CITY, cityNumber: '202611250099' }
    expect(await scene.leader.refused('appeal.refer', other)).toMatchObject({ reason: 'wrong_status' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.referred'])
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.leader.refused('appeal.refer', { id, cityNumber: '12 号', words: '' })).toMatchObject({
      code: 'INVALID',
      fields: { cityNumber: '编号是4位以上的数字或字母,请核对', words: '请填写转交说明' },
    })
    expect(
      await scene.leader.refused('appeal.refer', { id, ...TO_CITY, cityNumber: '1'.repeat(41) }),
    ).toMatchObject({
      fields: { cityNumber: '编号最多40位,请核对' },
    })
  })

  it('is for the district alone', async () => {
    for (const other of [scene.resident, scene.neighbour, scene.worker, scene.village, scene.town]) {
      expect(await other.refused('appeal.refer', { id, ...TO_CITY })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist for a made-up id', async () => {
    expect(await scene.leader.refused('appeal.refer', { id: NO_ID, ...TO_CITY })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('comes too late once it is done', async () => {
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(await scene.leader.refused('appeal.refer', { id, ...TO_CITY })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
