import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.withdraw', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  it('ends it for good, with what was done still to be read; neighbours are told nothing', async () => {
    const over = await scene.resident.call('appeal.withdraw', { id, reason: '自己修好了' })
    expect(over).toMatchObject({ status: 'withdrawn', can: [] })
    expect(over.steps.map(({ action }) => action)).toEqual([
      'appeal.submit',
      'appeal.accept',
      'appeal.withdraw',
    ])
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.withdrawn')
  })

  it('twice is once', async () => {
    const over = await scene.resident.call('appeal.withdraw', { id })
    expect(await scene.resident.call('appeal.withdraw', { id })).toEqual(over)
  })

  it('leaves nothing to be done for anybody', async () => {
    await scene.resident.call('appeal.withdraw', { id })
    expect(await scene.worker.refused('appeal.finish', { id, ...DONE })).toMatchObject({ code: 'CONFLICT' })
    const desk = await scene.worker.call('appeal.list', { list: 'workbench', limit: 50 })
    expect(desk.items.map((item) => item.id)).not.toContain(id)
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.resident.refused('appeal.withdraw', { id, reason: '长'.repeat(201) })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '原因最多200个字,请短一些' },
    })
  })

  it('is for who asked alone', async () => {
    for (const other of [scene.neighbour, scene.worker, scene.town]) {
      expect(await other.refused('appeal.withdraw', { id })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.withdraw', { id })).toMatchObject(missing)
    expect(await scene.resident.refused('appeal.withdraw', { id: NO_ID })).toMatchObject(missing)
  })

  it('comes too late once it is done', async () => {
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(await scene.resident.refused('appeal.withdraw', { id })).toMatchObject({ reason: 'wrong_status' })
  })
})
