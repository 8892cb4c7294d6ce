import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.thank', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
    await scene.worker.call('appeal.finish', { id, ...DONE })
  })
  afterAll(() => scene.district.close())

  it('is counted on the case, and tells nobody', async () => {
    expect((await scene.neighbour.call('appeal.info', { id })).can).toContain('appeal.thank')
    const thanked = await scene.neighbour.call('appeal.thank', { id })
    expect(thanked).toMatchObject({ thankCount: 1, thanked: true, status: 'finished' })
    expect(thanked.can).not.toContain('appeal.thank')
    expect(await scene.worker.call('appeal.info', { id })).toMatchObject({ thankCount: 1, thanked: false })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.finished'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.thanked')
  })

  it('twice is once', async () => {
    const thanked = await scene.neighbour.call('appeal.thank', { id })
    expect(await scene.neighbour.call('appeal.thank', { id })).toEqual(thanked)
  })

  it('is neither for who asked nor for who worked', async () => {
    for (const person of [scene.resident, scene.worker, scene.town]) {
      expect(await person.refused('appeal.thank', { id })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('says at the field that an id is none', async () => {
    expect(await scene.neighbour.refused('appeal.thank', { id: '7' })).toMatchObject({
      code: 'INVALID',
      fields: { id: '编号不对,请返回重试' },
    })
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.thank', { id })).toMatchObject(missing)
    expect(await scene.neighbour.refused('appeal.thank', { id: NO_ID })).toMatchObject(missing)
  })

  it('comes too early while it is worked on', async () => {
    const open = await scene.taken()
    expect(await scene.neighbour.refused('appeal.thank', { id: open })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
