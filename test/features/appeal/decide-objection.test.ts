import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.decideObjection', () => {
  let scene: Scene
  let id: string
  const DENIED = { upheld: false, words: '线路产权是你们的' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.dispatched()
    await scene.power.call('appeal.object', { id, reason: '不归我们' })
  })
  afterAll(() => scene.district.close())

  it('denied: the department leads; the neighbours hear nothing of it', async () => {
    const after = await scene.leader.call('appeal.decideObjection', { id, ...DENIED })
    expect(after).toMatchObject({ status: 'accepted', holderName: '供电所', waitingFor: null })
    expect(after.objection).toMatchObject({ upheld: false, words: DENIED.words })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.dispatched'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.decided')
  })

  it('upheld: to another department, with its own window, or back to the town', async () => {
    const upheld = { upheld: true, words: '归水务' } as const
    const moved = await scene.leader.call('appeal.decideObjection', { id, ...upheld, department: 'water' })
    expect(moved).toMatchObject({ status: 'dispatched', holderName: '水务站' })
    await scene.water.call('appeal.object', { id, reason: '也不归我们' })
    const back = await scene.leader.call('appeal.decideObjection', { id, ...upheld })
    expect(back).toMatchObject({ status: 'escalated', level: 'town', waitingFor: null })
  })

  it('twice is once', async () => {
    const after = await scene.leader.call('appeal.decideObjection', { id, ...DENIED })
    expect(await scene.leader.call('appeal.decideObjection', { id, ...DENIED })).toEqual(after)
  })

  it('nobody decides in time: the case does not wait for an argument', async () => {
    scene.district.clock.advance(86_401_000)
    await scene.district.runJobs()
    expect(await scene.leader.call('appeal.info', { id })).toMatchObject({ objection: { upheld: false } })
  })

  it('to a whistle, upheld: the department need not come', async () => {
    const other = await scene.taken()
    const whistle = { kind: 'hard' as const, departments: ['power'], words: '请到场' }
    const { whistles } = await scene.town.call('appeal.whistle', { id: other, ...whistle })
    const about = { id: other, whistleId: whistles[0]?.id ?? '' }
    await scene.power.call('appeal.object', { ...about, reason: '不归我们' })
    const decision = { ...about, upheld: true, words: '路面没有受损' }
    const after = await scene.leader.call('appeal.decideObjection', decision)
    expect(after).toMatchObject({ status: 'accepted', waitingFor: null, whistles: [{ status: 'dropped' }] })
    expect(await scene.leader.call('appeal.decideObjection', decision)).toEqual(after)
  })

  it('says at the field what is wrong', async () => {
    expect(
      await scene.leader.refused('appeal.decideObjection', { id, upheld: 'maybe', words: '' }),
    ).toMatchObject({
      code: 'INVALID',
      fields: { upheld: '请选异议成立不成立', words: '请填写裁定的理由' },
    })
    const same = { id, upheld: true, department: 'power', words: '归电力' }
    expect(await scene.leader.refused('appeal.decideObjection', same)).toMatchObject({
      fields: { department: '异议成立就要换一个部门' },
    })
    expect(
      await scene.leader.refused('appeal.decideObjection', { ...same, department: 'moon' }),
    ).toMatchObject({
      fields: { department: '没有这个部门,请重新选' },
    })
  })

  it('is for the district, never for who objected or who gave the case', async () => {
    for (const other of [scene.power, scene.town, scene.worker, scene.resident]) {
      expect(await other.refused('appeal.decideObjection', { id, ...DENIED })).toMatchObject({
        code: 'FORBIDDEN',
      })
    }
  })

  it('does not exist for a made-up id', async () => {
    expect(await scene.leader.refused('appeal.decideObjection', { id: NO_ID, ...DENIED })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('has nothing to decide without an objection', async () => {
    const open = await scene.dispatched()
    expect(await scene.leader.refused('appeal.decideObjection', { id: open, ...DENIED })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
