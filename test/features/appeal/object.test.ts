import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.object', () => {
  let scene: Scene
  let id: string
  const reason = '产权不在我们'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.dispatched()
  })
  afterAll(() => scene.district.close())

  it('says that the case is not for the department; the clock runs on, and it is between the offices', async () => {
    const before = await scene.town.call('appeal.info', { id })
    const after = await scene.power.call('appeal.object', { id, reason })
    expect(after).toMatchObject({ status: 'objected', dueAt: before.dueAt })
    expect(after.objection).toMatchObject({ round: 1, reason, departmentName: '供电所' })
    expect(await scene.resident.call('appeal.info', { id })).toMatchObject({ objection: null })
    expect(JSON.stringify(await scene.resident.call('appeal.info', { id }))).not.toContain(reason)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.dispatched'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.objected')
  })

  it('twice is once', async () => {
    const after = await scene.power.call('appeal.object', { id, reason })
    expect(await scene.power.call('appeal.object', { id, reason })).toEqual(after)
  })

  it('to one case at most twice, then it must be taken', async () => {
    const decide = { id, upheld: true, words: '看过清单' } as const
    await scene.power.call('appeal.object', { id, reason })
    await scene.leader.call('appeal.decideObjection', { ...decide, department: 'water' })
    expect(await scene.power.refused('appeal.accept', { id })).toMatchObject({ code: 'FORBIDDEN' })
    await scene.water.call('appeal.object', { id, reason: '也不在我们' })
    await scene.leader.call('appeal.decideObjection', { ...decide, department: 'power' })
    expect((await scene.power.call('appeal.info', { id })).can).not.toContain('appeal.object')
    expect(await scene.power.refused('appeal.object', { id, reason })).toMatchObject({
      code: 'LIMIT_REACHED',
      reason: 'objection_limit',
    })
    expect((await scene.power.call('appeal.accept', { id })).status).toBe('accepted')
  })

  it('is possible in its window only', async () => {
    scene.district.clock.advance(3 * 3_600_000)
    expect(await scene.power.refused('appeal.object', { id, reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'objection_too_late',
    })
  })

  describe('to a whistle', () => {
    let whistleId: string
    beforeEach(async () => {
      id = await scene.taken()
      const whistle = { kind: 'hard' as const, departments: ['power'], words: '请到场' }
      whistleId = (await scene.town.call('appeal.whistle', { id, ...whistle })).whistles[0]?.id ?? ''
    })

    it('leaves the case where it is, and is said once', async () => {
      const after = await scene.power.call('appeal.object', { id, whistleId, reason })
      expect(after).toMatchObject({
        status: 'accepted',
        whistles: [{ status: 'objected', objection: reason }],
      })
      expect(await scene.power.call('appeal.object', { id, whistleId, reason })).toEqual(after)
      await scene.leader.call('appeal.decideObjection', { id, whistleId, upheld: false, words: '是你们的线' })
      expect(await scene.power.refused('appeal.object', { id, whistleId, reason })).toMatchObject({
        code: 'CONFLICT',
        reason: 'objection_limit',
      })
    })

    it('is for the department that was called', async () => {
      expect(await scene.water.refused('appeal.object', { id, whistleId, reason })).toMatchObject({
        code: 'NOT_FOUND',
      })
      expect(await scene.worker.refused('appeal.object', { id, whistleId, reason })).toMatchObject({
        code: 'FORBIDDEN',
      })
      expect(await scene.power.refused('appeal.object', { id, whistleId: NO_ID, reason })).toMatchObject({
        code: 'NOT_FOUND',
      })
    })
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.power.refused('appeal.object', { id, reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '请填写原因' },
    })
  })

  it('is for the department that was handed it', async () => {
    for (const other of [scene.worker, scene.town]) {
      expect(await other.refused('appeal.object', { id, reason })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.water.refused('appeal.object', { id, reason })).toMatchObject(missing)
    expect(await scene.power.refused('appeal.object', { id: NO_ID, reason })).toMatchObject(missing)
  })

  it('comes too late once the department has taken it', async () => {
    await scene.power.call('appeal.accept', { id })
    expect(await scene.power.refused('appeal.object', { id, reason })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
