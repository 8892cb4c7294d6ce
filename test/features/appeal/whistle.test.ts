import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.whistle', () => {
  let scene: Scene
  let id: string
  const CALL = { kind: 'emergency' as const, departments: ['power', 'water'], words: '请马上断电、警戒' }

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  it('calls departments, each with the clock of its kind; the lead stays, the public hears nothing yet', async () => {
    const before = await scene.town.call('appeal.info', { id })
    const after = await scene.town.call('appeal.whistle', { id, ...CALL })
    expect(after.whistles.map(({ department, status }) => [department, status])).toEqual([
      ['power', 'blown'],
      ['water', 'blown'],
    ])
    const [first] = after.whistles
    expect(Date.parse(first?.answerDueAt ?? '') - Date.parse(first?.blownAt ?? '')).toBe(30 * 60_000)
    expect(after).toMatchObject({
      status: 'accepted',
      waitingFor: 'department',
      holderName: before.holderName,
    })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.whistled')
  })

  it('puts the case on the desks of who was called', async () => {
    expect(await scene.power.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    await scene.town.call('appeal.whistle', { id, ...CALL })
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await scene.power.call('appeal.list', { list: 'workbench', limit: 50, cursor })
      ids.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(ids).toContain(id)
  })

  it('blown twice just so is blown once', async () => {
    const after = await scene.town.call('appeal.whistle', { id, ...CALL })
    expect(await scene.town.call('appeal.whistle', { id, ...CALL })).toEqual(after)
  })

  it('is not blown for a department that is still at it', async () => {
    await scene.town.call('appeal.whistle', { id, ...CALL })
    const other = { id, kind: 'hard', departments: ['power', 'roads'], words: '请再来一次' }
    expect(await scene.town.refused('appeal.whistle', other)).toMatchObject({
      code: 'CONFLICT',
      reason: 'whistle_running',
    })
  })

  it('says at the field what is wrong', async () => {
    const wrong = { id, kind: 'loud', departments: [], words: ' ' }
    expect(await scene.town.refused('appeal.whistle', wrong)).toMatchObject({
      code: 'INVALID',
      fields: { kind: '请选是哪种哨', departments: '请至少选一个部门', words: '请填写要部门来做什么' },
    })
    expect(await scene.town.refused('appeal.whistle', { ...CALL, id, departments: ['moon'] })).toMatchObject({
      code: 'INVALID',
      fields: { departments: '没有这个部门,请重新选' },
    })
  })

  it('is for the town alone', async () => {
    for (const other of [scene.resident, scene.worker, scene.village, scene.leader, scene.power]) {
      expect(await other.refused('appeal.whistle', { id, ...CALL })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist for another town, and neither does a made-up id', async () => {
    const elsewhere = scene.district.newGrid('otherTown').slice(0, 9)
    const otherTown = await scene.district.staff('town_officer', elsewhere)
    expect(await otherTown.refused('appeal.whistle', { id, ...CALL })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.town.refused('appeal.whistle', { id: NO_ID, ...CALL })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is for a case that is worked on', async () => {
    const open = await scene.submit()
    expect(await scene.town.refused('appeal.whistle', { id: open, ...CALL })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
