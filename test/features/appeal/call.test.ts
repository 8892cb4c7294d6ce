import { auditsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.call', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
  })
  afterAll(() => scene.district.close())

  it('gives the number to who holds the case, and every look stands in the trail', async () => {
    expect(await scene.worker.call('appeal.call', { id })).toEqual({ phone: '19900001234' })
    await scene.worker.call('appeal.call', { id })
    const looks = (await auditsAbout(scene.district.db, id)).filter((action) => action === 'appeal.called')
    expect(looks).toHaveLength(2)
  })

  it('is over for a level that gave the case away', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'town', reason: '要镇里派车' })
    expect(await scene.worker.refused('appeal.call', { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.town.call('appeal.call', { id })).toEqual({ phone: '19900001234' })
  })

  it('says so when the resident left no number', async () => {
    const made = await scene.neighbour.call('appeal.submit', LAMP)
    expect((await scene.worker.call('appeal.info', { id: made.id })).can).not.toContain('appeal.call')
    expect(await scene.worker.refused('appeal.call', { id: made.id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'no_phone',
      message: '反映人没有留电话,请在这里回复他',
    })
  })

  it('is refused to residents and does not exist for who does not see the case', async () => {
    expect(await scene.resident.refused('appeal.call', { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.neighbour.refused('appeal.call', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.otherWorker.refused('appeal.call', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.worker.refused('appeal.call', { id: NO_ID })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('says at the field that an id is none', async () => {
    expect(await scene.worker.refused('appeal.call', { id: '' })).toMatchObject({
      code: 'INVALID',
      fields: { id: '编号不对,请返回重试' },
    })
  })
})
