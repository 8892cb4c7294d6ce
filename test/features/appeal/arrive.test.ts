import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.arrive', () => {
  let scene: Scene
  let id: string
  let whistleId: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
    const whistle = { kind: 'emergency', departments: ['power', 'water'], words: '请到场' } as const
    const { whistles } = await scene.town.call('appeal.whistle', {
      id,
      ...whistle,
      departments: [...whistle.departments],
    })
    whistleId = whistles.find(({ department }) => department === 'power')?.id ?? ''
  })
  afterAll(() => scene.district.close())

  it('says that the department is there; the case waits for the others, neighbours are told once', async () => {
    const after = await scene.power.call('appeal.arrive', { id, whistleId, words: '已断电', justified: 5 })
    const mine = after.whistles.find((whistle) => whistle.id === whistleId)
    expect(mine).toMatchObject({ status: 'arrived', justified: 5, can: [] })
    expect(after).toMatchObject({ status: 'accepted', waitingFor: 'department' })
    const other = after.whistles.find((whistle) => whistle.id !== whistleId)?.id ?? ''
    const all = await scene.water.call('appeal.arrive', { id, whistleId: other })
    expect(all.waitingFor).toBeNull()
    expect(await eventsAbout(scene.district.db, whistleId)).toEqual(['whistle.arrived'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.arrived')
  })

  it('twice is once', async () => {
    const after = await scene.power.call('appeal.arrive', { id, whistleId })
    expect(await scene.power.call('appeal.arrive', { id, whistleId })).toEqual(after)
    expect(await eventsAbout(scene.district.db, whistleId)).toEqual(['whistle.arrived'])
  })

  it('what the department thinks of the whistle is for the offices', async () => {
    await scene.power.call('appeal.arrive', { id, whistleId, justified: 2 })
    for (const reader of [scene.resident, scene.neighbour]) {
      expect(JSON.stringify(await reader.call('appeal.info', { id }))).not.toContain('justified')
    }
  })

  it('says at the field what is wrong', async () => {
    const wrong = { id, whistleId: '7', justified: 6, words: '长'.repeat(501) }
    expect(await scene.power.refused('appeal.arrive', wrong)).toMatchObject({
      code: 'INVALID',
      fields: {
        whistleId: '编号不对,请返回重试',
        justified: '请打1到5分',
        words: '现场情况最多500个字,请短一些',
      },
    })
  })

  it('is for the department that was called', async () => {
    for (const other of [scene.worker, scene.town, scene.water]) {
      expect(await other.refused('appeal.arrive', { id, whistleId })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const roads = await scene.district.staff('department_officer', scene.grid.slice(0, 6), {
      departmentCode: 'roads',
    })
    const missing = { code: 'NOT_FOUND' }
    expect(await roads.refused('appeal.arrive', { id, whistleId })).toMatchObject(missing)
    expect(await scene.power.refused('appeal.arrive', { id: NO_ID, whistleId })).toMatchObject(missing)
    expect(await scene.power.refused('appeal.arrive', { id, whistleId: NO_ID })).toMatchObject(missing)
  })

  it('is said by one of the department: a colleague comes too late', async () => {
    await scene.power.call('appeal.arrive', { id, whistleId })
    const colleague = await scene.district.staff('department_officer', scene.grid.slice(0, 6), {
      departmentCode: 'power',
    })
    expect(await colleague.refused('appeal.arrive', { id, whistleId })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
