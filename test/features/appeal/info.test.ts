import { NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.info', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it('shows who asked the whole case, with their own name and what they can do', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    expect(await scene.resident.call('appeal.info', { id })).toMatchObject({
      relation: 'own',
      submitterName: '钱测试',
      holderName: '网格员 赵师傅',
      can: ['appeal.withdraw', 'appeal.supplement', 'appeal.urge'],
    })
  })

  it('shows staff the name, never the number, and says where the case lies', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    const view = await scene.worker.call('appeal.info', { id })
    expect(view).toMatchObject({ relation: 'staff', submitterName: '钱测试' })
    expect(view.can).toEqual([
      'appeal.accept',
      'appeal.answer',
      'appeal.triage',
      'appeal.escalate',
      'appeal.supplement',
      'appeal.call',
    ])
    expect(JSON.stringify(view)).not.toContain('19900001234')
  })

  it('lets the district look on, and hand it to the city, without acting on it', async () => {
    const officer = await scene.district.staff('district_officer', scene.grid.slice(0, 6))
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    expect(await officer.call('appeal.info', { id })).toMatchObject({
      relation: 'staff',
      can: ['appeal.refer'],
    })
  })

  it('shows neighbours a case that staff has looked at, without who asked', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    expect(await scene.neighbour.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    await scene.worker.call('appeal.accept', { id })
    const view = await scene.neighbour.call('appeal.info', { id })
    expect(view).toMatchObject({ relation: 'neighbour', submitterName: '一位邻居', can: ['appeal.join'] })
    expect(view.steps[0]).toMatchObject({ by: '反映人' })
    expect(JSON.stringify(view)).not.toContain('钱')
  })

  it('notes each day which of the staff has seen whose case it is, and nobody else', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    await scene.worker.call('appeal.accept', { id })
    await scene.resident.call('appeal.info', { id })
    await scene.neighbour.call('appeal.info', { id })
    await Promise.all([1, 2, 3].map(() => scene.worker.call('appeal.info', { id })))
    await scene.village.call('appeal.info', { id })
    scene.district.clock.advance(86_400_000)
    await scene.worker.call('appeal.info', { id })
    const seen = await scene.district.db
      .selectFrom('appealView')
      .select('userId')
      .where('appealId', '=', id)
      .orderBy('at')
      .execute()
    const [worker, village] = [scene.worker.userId, scene.village.userId]
    expect(seen.map(({ userId }) => userId)).toEqual([worker, village, worker])
    await expect(scene.district.db.deleteFrom('appealView').execute()).rejects.toThrow()
  })

  it('shows the surname to neighbours when the resident wants it', async () => {
    const { id } = await scene.resident.call('appeal.submit', { ...LAMP, nameShown: true })
    await scene.worker.call('appeal.accept', { id })
    expect(await scene.neighbour.call('appeal.info', { id })).toMatchObject({ submitterName: '钱**' })
  })

  it('shows neighbours the rating, without the words that go with it', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    const rating = { outcome: 'solved', satisfaction: 'satisfied' } as const
    await scene.resident.call('appeal.rate', { id, ...rating, words: '我家住三号楼' })
    const view = await scene.neighbour.call('appeal.info', { id })
    expect(view.rating).toMatchObject({ ...rating, words: '' })
    expect(JSON.stringify(view)).not.toContain('三号楼')
  })

  it('shows neighbours that a case was taken up again, without the reason', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    await scene.resident.call('appeal.reopen', { id, reason: '我家门口还是黑的' })
    const seen = await scene.neighbour.call('appeal.info', { id })
    expect(seen.steps.at(-1)).toMatchObject({ action: 'appeal.reopen', by: '反映人', words: '' })
    const worked = await scene.village.call('appeal.info', { id })
    expect(worked.steps.at(-1)).toMatchObject({ by: '钱测试', words: '我家门口还是黑的' })
  })

  it('keeps a private case between who asked and staff', async () => {
    const { id } = await scene.resident.call('appeal.submit', { ...LAMP, private: true })
    await scene.worker.call('appeal.accept', { id })
    expect(await scene.neighbour.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.resident.call('appeal.info', { id })).toMatchObject({ private: true })
  })

  it('shows the case to who opened the program from the group of the grid', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    await scene.worker.call('appeal.accept', { id })
    const opengid = await scene.district.group(scene.grid, scene.worker)
    const visitor = scene.district.stranger()
    expect(await visitor.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await visitor.call('appeal.info', { id }, { opengid })).toMatchObject({ relation: 'neighbour' })
  })

  it('does not tell a case out of reach from one that is not there', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    const { requestId: _one, ...hidden } = await scene.otherWorker.refused('appeal.info', { id })
    const { requestId: _two, ...missing } = await scene.otherWorker.refused('appeal.info', { id: NO_ID })
    expect(hidden).toEqual(missing)
    expect(hidden).toMatchObject({ code: 'NOT_FOUND', message: '没有找到这件诉求,可能已经撤下了' })
  })

  it('says at the field that an id is none', async () => {
    expect(await scene.resident.refused('appeal.info', { id: 'x' })).toMatchObject({
      code: 'INVALID',
      fields: { id: '编号不对,请返回重试' },
    })
  })
})
