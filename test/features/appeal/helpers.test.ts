import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.helpers', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  it('gives staff the sentences of the category, departments, terms and colleagues', async () => {
    const colleague = await scene.district.staff('grid_worker', scene.grid)
    const helpers = await scene.worker.call('appeal.helpers', { id })
    expect(helpers.templates.finish).toEqual(['已经修好,现在能正常用了。', '已经办好,请您看看还有没有问题。'])
    expect(helpers.templates.escalate).toHaveLength(3)
    expect(helpers.whistleTerms).toEqual({ emergency: 1800, enforce: 1800, hard: 86_400 })
    expect(helpers.departments.map(({ code }) => code)).toEqual(expect.arrayContaining(['power', 'water']))
    expect(helpers.colleagues.map(({ userId }) => userId)).toEqual([colleague.userId])
  })

  it('names colleagues to who leads the case alone', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'town', reason: '要镇里派车' })
    expect((await scene.worker.call('appeal.helpers', { id })).colleagues).toEqual([])
  })

  it('changes and tells nothing, however often', async () => {
    const first = await scene.worker.call('appeal.helpers', { id })
    expect(await scene.worker.call('appeal.helpers', { id })).toEqual(first)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['appeal.submitted', 'appeal.accepted'])
  })

  it('says at the field that an id is none', async () => {
    expect(await scene.worker.refused('appeal.helpers', { id: '7' })).toMatchObject({
      code: 'INVALID',
      fields: { id: '编号不对,请返回重试' },
    })
  })

  it('is not for residents', async () => {
    for (const other of [scene.resident, scene.neighbour]) {
      expect(await other.refused('appeal.helpers', { id })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.helpers', { id })).toMatchObject(missing)
    expect(await scene.worker.refused('appeal.helpers', { id: NO_ID })).toMatchObject(missing)
  })

  it('is there in every state', async () => {
    await scene.resident.call('appeal.withdraw', { id })
    expect((await scene.worker.call('appeal.helpers', { id })).templates.answer?.length).toBeGreaterThan(0)
  })
})
