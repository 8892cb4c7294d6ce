import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.dispatch', () => {
  let scene: Scene
  let id: string
  const TO_POWER = { department: 'power', words: '请去看看' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.submit()
  })
  afterAll(() => scene.district.close())

  it('hands the case to the department that must lead; the clock keeps running, and it is told once', async () => {
    const before = await scene.town.call('appeal.info', { id })
    const after = await scene.town.call('appeal.dispatch', { id, ...TO_POWER })
    expect(after).toMatchObject({
      status: 'dispatched',
      holderName: '供电所',
      waitingFor: 'department',
      level: 'town',
    })
    expect(after.dueAt).toBe(before.dueAt)
    expect((await scene.power.call('appeal.info', { id })).can).toEqual(
      expect.arrayContaining(['appeal.accept', 'appeal.object']),
    )
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.dispatched'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.dispatched')
  })

  it('a repeated one answers with the current case', async () => {
    const after = await scene.town.call('appeal.dispatch', { id, ...TO_POWER })
    expect(await scene.town.call('appeal.dispatch', { id, ...TO_POWER })).toEqual(after)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.dispatched'])
  })

  it('comes back to the town when the department does not take it in time', async () => {
    await scene.town.call('appeal.dispatch', { id, ...TO_POWER })
    scene.district.clock.advance(3 * 3_600_000)
    await scene.district.runJobs()
    expect(await scene.town.call('appeal.info', { id })).toMatchObject({ status: 'escalated', level: 'town' })
    expect((await scene.power.call('appeal.info', { id })).can).not.toContain('appeal.accept')
  })

  it('says at the field what is wrong', async () => {
    expect(
      await scene.town.refused('appeal.dispatch', { id, department: '供电所', words: '' }),
    ).toMatchObject({
      code: 'INVALID',
      fields: { department: '没有这个部门,请重新选', words: '请填写派单说明' },
    })
    expect(
      await scene.town.refused('appeal.dispatch', { id, department: 'moon', words: '请去' }),
    ).toMatchObject({
      code: 'INVALID',
      fields: { department: '没有这个部门,请重新选' },
    })
  })

  it('is for the town alone', async () => {
    for (const other of [scene.resident, scene.worker, scene.village, scene.leader, scene.power]) {
      expect(await other.refused('appeal.dispatch', { id, ...TO_POWER })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist for another town, and neither does a made-up id', async () => {
    const elsewhere = scene.district.newGrid('otherTown').slice(0, 9)
    const otherTown = await scene.district.staff('town_officer', elsewhere)
    expect(await otherTown.refused('appeal.dispatch', { id, ...TO_POWER })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await scene.town.refused('appeal.dispatch', { id: NO_ID, ...TO_POWER })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('comes too late once the work is done', async () => {
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    expect(await scene.town.refused('appeal.dispatch', { id, ...TO_POWER })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
