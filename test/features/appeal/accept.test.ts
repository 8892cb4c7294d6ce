import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import type { Person } from '../../support/district'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.accept', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
  })
  afterAll(() => scene.district.close())

  it('gives the case to the worker who takes it, tells it once and leaves a trail', async () => {
    const accepted = await scene.worker.call('appeal.accept', { id, words: '马上去看' })
    expect(accepted).toMatchObject({ status: 'accepted', level: 'grid', relation: 'staff' })
    expect(accepted.steps.at(-1)).toMatchObject({ action: 'appeal.accept', words: '马上去看' })
    expect(accepted.can).not.toContain('appeal.accept')
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['appeal.submitted', 'appeal.accepted'])
  })

  it('answers a repeated act with the current case and tells nothing twice', async () => {
    await scene.worker.call('appeal.accept', { id })
    expect(await scene.worker.call('appeal.accept', { id })).toMatchObject({ status: 'accepted' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
  })

  it('still counts as repeated when the resident has added something in between', async () => {
    await scene.worker.call('appeal.accept', { id })
    await scene.resident.call('appeal.supplement', { id, words: '灯杆也歪了' })
    expect(await scene.worker.call('appeal.accept', { id })).toMatchObject({ status: 'accepted' })
  })

  it('gives equal answers for one key', async () => {
    const key = `accept-${id}`
    const first = await scene.worker.call('appeal.accept', { id }, { key })
    expect(await scene.worker.call('appeal.accept', { id }, { key })).toEqual(first)
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await scene.worker.refused('appeal.accept', { id: '7' })).toMatchObject({
      code: 'INVALID',
      fields: { id: '编号不对,请返回重试' },
    })
    expect(await scene.worker.refused('appeal.accept', { id, words: '长'.repeat(501) })).toMatchObject({
      code: 'INVALID',
      fields: { words: '留言最多500个字,请短一些' },
    })
    expect(await scene.worker.refused('appeal.accept', { id, status: 'closed' })).toMatchObject({
      code: 'INVALID',
      fields: { status: '没有这一项' },
    })
  })

  it('does not exist for the worker of another grid, and neither does a made-up id', async () => {
    expect(await scene.otherWorker.refused('appeal.accept', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.worker.refused('appeal.accept', { id: NO_ID })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused to residents, and to levels that do not hold the case', async () => {
    expect(await scene.resident.refused('appeal.accept', { id })).toMatchObject({ code: 'FORBIDDEN' })
    const district = await scene.district.staff('district_officer', scene.grid.slice(0, 6))
    expect(await district.refused('appeal.accept', { id })).toMatchObject({ code: 'FORBIDDEN' })
    await scene.worker.call('appeal.escalate', { id, to: 'town', reason: '要镇里派车' })
    expect(await scene.village.refused('appeal.accept', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('goes to one of two colleagues; the other one learns that it is taken', async () => {
    const colleague = await scene.district.staff('grid_worker', scene.grid)
    await scene.worker.call('appeal.accept', { id })
    expect(await colleague.refused('appeal.accept', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'taken',
      message: '已经有同事接单了',
    })
  })

  it('comes too late for a case that is handled', async () => {
    await scene.worker.call('appeal.answer', { id, words: '明天电工来修' })
    expect(await scene.worker.refused('appeal.accept', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('by a level above takes the case over: it leaves the desk below and lies on the own one', async () => {
    const taken = await scene.village.call('appeal.accept', { id })
    expect(taken).toMatchObject({ status: 'accepted', level: 'village' })
    const deskOf = async (person: Person) =>
      (await person.call('appeal.list', { list: 'workbench', limit: 50 })).items.map((item) => item.id)
    expect(await deskOf(scene.village)).toContain(id)
    expect(await deskOf(scene.worker)).not.toContain(id)
    const done = { id, words: '修好了', withoutPicture: '没有能拍的东西' }
    expect(await scene.worker.refused('appeal.finish', done)).toMatchObject({ code: 'FORBIDDEN' })
  })
})
