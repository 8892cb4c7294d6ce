import type { Person } from '../../support/district'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.handOver', () => {
  let scene: Scene
  let id: string
  let colleague: Person
  const reason = '我休假'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
    colleague = await scene.district.staff('grid_worker', scene.grid)
  })
  afterAll(() => scene.district.close())

  const handlerOf = async () =>
    (await scene.district.db.selectFrom('appeal').select('handlerId').where('id', '=', id).executeTakeFirst())
      ?.handlerId

  it('gives the case to a colleague of the same body; the lead stays, and it is no news', async () => {
    const before = await scene.worker.call('appeal.info', { id })
    const after = await scene.worker.call('appeal.handOver', { id, userId: colleague.userId, reason })
    expect(after).toMatchObject({ status: 'accepted', holderName: before.holderName })
    expect(await handlerOf()).toBe(colleague.userId)
    expect(await scene.resident.call('appeal.info', { id })).toMatchObject({
      steps: [{ action: 'appeal.submit' }, { action: 'appeal.accept' }],
    })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.handed'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.handed')
  })

  it('twice is once', async () => {
    const input = { id, userId: colleague.userId, reason }
    const after = await scene.worker.call('appeal.handOver', input)
    expect(await scene.worker.call('appeal.handOver', input)).toEqual(after)
  })

  it('the level above covers for a worker who is away, without taking the case over', async () => {
    await scene.village.call('appeal.handOver', { id, userId: colleague.userId, reason: '他住院了' })
    expect(await handlerOf()).toBe(colleague.userId)
    expect(await colleague.call('appeal.finish', { id, ...DONE })).toMatchObject({
      status: 'finished',
      level: 'grid',
    })
  })

  it('says at the field what is wrong: only inside the body', async () => {
    expect(await scene.worker.refused('appeal.handOver', { id, userId: '7', reason: '' })).toMatchObject({
      code: 'INVALID',
      fields: { userId: '编号不对,请返回重试', reason: '请填写原因' },
    })
    for (const { userId } of [scene.village, scene.otherWorker, scene.neighbour]) {
      expect(await scene.worker.refused('appeal.handOver', { id, userId, reason })).toMatchObject({
        code: 'INVALID',
        fields: { userId: '请选同一处的同事' },
      })
    }
  })

  it('is for who leads the case', async () => {
    const input = { id, userId: colleague.userId, reason }
    for (const other of [scene.resident, scene.neighbour, scene.leader]) {
      expect(await other.refused('appeal.handOver', input)).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(
      await scene.otherWorker.refused('appeal.handOver', { id, userId: colleague.userId, reason }),
    ).toMatchObject(missing)
    expect(
      await scene.worker.refused('appeal.handOver', { id: NO_ID, userId: colleague.userId, reason }),
    ).toMatchObject(missing)
  })

  it('is for a case that is worked on', async () => {
    const open = await scene.submit()
    const input = { id: open, userId: colleague.userId, reason }
    expect(await scene.worker.refused('appeal.handOver', input)).toMatchObject({ reason: 'wrong_status' })
  })
})
