import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.urge', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  it('is seen on the workbench at once, and tells nobody in public', async () => {
    const urged = await scene.resident.call('appeal.urge', { id, words: '天冷了' })
    expect(urged.steps.at(-1)).toMatchObject({ action: 'appeal.urge', by: '您', words: '天冷了' })
    const desk = await scene.worker.call('appeal.list', { list: 'workbench', limit: 50 })
    expect(desk.items.find((item) => item.id === id)).toMatchObject({ urgedAt: expect.any(String) })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.urged')
  })

  it('again within a day is too often, and allowed on the next', async () => {
    await scene.resident.call('appeal.urge', { id })
    expect(await scene.resident.refused('appeal.urge', { id })).toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'urged_lately',
      message: '已经催过了,办理的同志看得到。急的话请直接打网格员电话',
    })
    scene.district.clock.advance(86_401_000)
    expect((await scene.resident.call('appeal.urge', { id })).steps.at(-1)?.action).toBe('appeal.urge')
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.resident.refused('appeal.urge', { id, words: '长'.repeat(201) })).toMatchObject({
      code: 'INVALID',
      fields: { words: '想说的话最多200个字,请短一些' },
    })
  })

  it('is for who asked alone', async () => {
    for (const other of [scene.neighbour, scene.worker, scene.town]) {
      expect(await other.refused('appeal.urge', { id })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.urge', { id })).toMatchObject(missing)
    expect(await scene.resident.refused('appeal.urge', { id: NO_ID })).toMatchObject(missing)
  })

  it('has no sense once it is done', async () => {
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(await scene.resident.refused('appeal.urge', { id })).toMatchObject({ reason: 'wrong_status' })
  })
})
