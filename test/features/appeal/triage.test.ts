import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.triage', () => {
  let scene: Scene
  let id: string
  const DAY = 86_400_000
  const EXPLAINED = { outcome: 'explained', words: '灯是村民自家的,已经说清楚' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.submit()
  })
  afterAll(() => scene.district.close())

  it('tells the person another way, with its reason, and ends the case; told once', async () => {
    const told = await scene.worker.call('appeal.triage', { id, ...EXPLAINED })
    expect(told).toMatchObject({ status: 'redirected', outcome: 'explained' })
    expect(told.steps.at(-1)).toMatchObject({ action: 'appeal.triage', words: EXPLAINED.words })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.redirected'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.triaged')
  })

  it('a repeated one answers with the current case and tells nothing twice', async () => {
    const told = await scene.worker.call('appeal.triage', { id, ...EXPLAINED })
    expect(await scene.worker.call('appeal.triage', { id, ...EXPLAINED })).toEqual(told)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.redirected'])
  })

  it('that ends in a legal channel says which, to who asked and to staff', async () => {
    const legal = { id, outcome: 'legal_channel', words: '已经在打官司,等法院判' } as const
    expect(await scene.worker.refused('appeal.triage', legal)).toMatchObject({
      code: 'INVALID',
      fields: { channel: '请选一下该走哪个渠道' },
    })
    expect(await scene.worker.refused('appeal.triage', { ...legal, channel: '市长' as never })).toMatchObject(
      {
        fields: { channel: '请选一下该走哪个渠道' },
      },
    )
    expect(await scene.worker.call('appeal.triage', { ...legal, channel: 'court' })).toMatchObject({
      outcome: 'legal_channel',
      channel: 'court',
    })
    expect((await scene.resident.call('appeal.info', { id })).channel).toBe('court')
    expect((await scene.neighbour.call('appeal.info', { id })).channel).toBeNull()
    // Taken up again, it is nobody else's any more.
    expect(await scene.resident.call('appeal.reopen', { id, reason: '官司撤了' })).toMatchObject({
      channel: null,
    })
  })

  it('keeps no channel for what ends otherwise', async () => {
    const told = await scene.worker.call('appeal.triage', { id, ...EXPLAINED, channel: 'petition' })
    expect(told.channel).toBeNull()
  })

  it('links a duplicate: its person is told what the first is told', async () => {
    const first = await scene.taken()
    const { id: second } = await scene.neighbour.call('appeal.submit', { text: '路灯不亮', urgency: 'soon' })
    const linked = { id: second, outcome: 'linked_duplicate', words: '和先前一件是同一盏灯' } as const
    for (const sameAs of [undefined, second, NO_ID]) {
      expect(await scene.worker.refused('appeal.triage', { ...linked, sameAs })).toMatchObject({
        fields: { sameAs: '请选和哪一件是同一件事' },
      })
    }
    await scene.worker.call('appeal.triage', { ...linked, sameAs: first })
    expect(await scene.neighbour.call('appeal.info', { id: second })).toMatchObject({ status: 'redirected' })
    expect(await scene.neighbour.call('appeal.info', { id: first })).toMatchObject({ joined: true })
  })

  it('puts the urgency right: the term counts from the submission, and nobody is told in public', async () => {
    const soon = await scene.submit({ urgency: 'soon' })
    const before = await scene.worker.call('appeal.info', { id: soon })
    scene.district.clock.advance(DAY)
    const words = '要挖开路面'
    const after = await scene.worker.call('appeal.triage', { id: soon, urgency: 'complex', words })
    expect(Date.parse(after.dueAt) - Date.parse(before.submittedAt)).toBe(15 * DAY)
    expect(after.status).toBe('submitted')
    expect(await eventsAbout(scene.district.db, soon)).toEqual([])
  })

  it('puts the category right', async () => {
    const after = await scene.worker.call('appeal.triage', { id, category: 'road', words: '是路的事' })
    expect(after).toMatchObject({ category: 'road', status: 'submitted' })
  })

  it('says at the field what is wrong: never without a reason, nor without a change', async () => {
    expect(await scene.worker.refused('appeal.triage', { id, outcome: 'gone' })).toMatchObject({
      code: 'INVALID',
      fields: { outcome: '请选怎么处理', words: '请填写告诉反映人的话' },
    })
    expect(await scene.worker.refused('appeal.triage', { id, words: '看过' })).toMatchObject({
      fields: { outcome: '请选怎么处理,或者改一下类别、急缓' },
    })
  })

  it('is for who leads the case', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'town', reason: '要镇里派车' })
    for (const other of [scene.resident, scene.neighbour, scene.worker, scene.village, scene.leader]) {
      expect(await other.refused('appeal.triage', { id, ...EXPLAINED })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.triage', { id, ...EXPLAINED })).toMatchObject(missing)
    expect(await scene.worker.refused('appeal.triage', { id: NO_ID, ...EXPLAINED })).toMatchObject(missing)
  })

  it('comes too late once the work is done', async () => {
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    for (const input of [EXPLAINED, { category: 'road', words: '是路的事' }]) {
      expect(await scene.worker.refused('appeal.triage', { id, ...input })).toMatchObject({
        reason: 'wrong_status',
      })
    }
  })
})
