import type { Person } from '../../support/district'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.supplement', () => {
  let scene: Scene
  let id: string
  const words = '灯杆也歪了'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
  })
  afterAll(() => scene.district.close())

  it('adds a line and leaves the case where it is; nobody is told', async () => {
    const added = await scene.resident.call('appeal.supplement', { id, words })
    expect(added).toMatchObject({ status: 'submitted', level: 'grid' })
    expect(added.steps.at(-1)).toMatchObject({ action: 'appeal.supplement', by: '您', words })
    expect(await eventsAbout(scene.district.db, id)).toEqual([])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.supplemented')
  })

  it('is open to staff who hold the case', async () => {
    const added = await scene.worker.call('appeal.supplement', { id, words: '已联系电工' })
    expect(added.steps.at(-1)).toMatchObject({ by: '网格员 赵师傅', words: '已联系电工' })
  })

  it('is for the people of the case: neighbours read on without it', async () => {
    await scene.worker.call('appeal.accept', { id })
    await scene.resident.call('appeal.supplement', { id, words })
    const { steps } = await scene.neighbour.call('appeal.info', { id })
    expect(steps.map((step) => step.action)).toEqual(['appeal.submit', 'appeal.accept'])
  })

  it('adds one line for one key', async () => {
    const key = `supplement-${id}`
    const first = await scene.resident.call('appeal.supplement', { id, words }, { key })
    expect(await scene.resident.call('appeal.supplement', { id, words }, { key })).toEqual(first)
    expect((await scene.resident.call('appeal.info', { id })).steps).toHaveLength(2)
  })

  it('needs words of at most 500 characters', async () => {
    expect(await scene.resident.refused('appeal.supplement', { id })).toMatchObject({
      code: 'INVALID',
      fields: { words: '请填写补充的话' },
    })
    expect(await scene.resident.refused('appeal.supplement', { id, words: '长'.repeat(501) })).toMatchObject({
      code: 'INVALID',
      fields: { words: '补充的话最多500个字,请短一些' },
    })
  })

  it('is refused to neighbours and to a level that gave the case away', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'village', reason: '要动主线路' })
    const refused = { code: 'FORBIDDEN' }
    expect(await scene.neighbour.refused('appeal.supplement', { id, words })).toMatchObject(refused)
    expect(await scene.worker.refused('appeal.supplement', { id, words })).toMatchObject(refused)
  })

  it('does not exist outside the grid', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.supplement', { id, words })).toMatchObject(missing)
    expect(await scene.resident.refused('appeal.supplement', { id: NO_ID, words })).toMatchObject(missing)
  })

  it('comes too late for a closed case', async () => {
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    await scene.resident.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'satisfied' })
    expect(await scene.resident.refused('appeal.supplement', { id, words })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('by who handles it may ask the person for something: the case waits for them, and its clock runs on', async () => {
    const before = await scene.worker.call('appeal.accept', { id })
    const asked = await scene.worker.call('appeal.supplement', { id, words: '请拍一下灯杆编号', asks: true })
    expect(asked).toMatchObject({ waitingFor: 'citizen', dueAt: before.dueAt, status: 'accepted' })
    const [row] = (await scene.resident.call('appeal.list', { list: 'mine' })).items
    expect(row).toMatchObject({ id, waitingFor: 'citizen' })
    await scene.worker.call('appeal.supplement', { id, words: '已联系电工' })
    expect(await scene.resident.call('appeal.supplement', { id, words: 'A-17' })).toMatchObject({
      waitingFor: null,
    })
  })

  it('by who handles it is told to the person alone', async () => {
    await scene.worker.call('appeal.accept', { id })
    await scene.worker.call('appeal.supplement', { id, words: '请拍一下灯杆编号', asks: true })
    await scene.worker.call('appeal.supplement', { id, words: '电工下午到' })
    await scene.district.runJobs()
    const toldOf = async (person: Person) =>
      (await person.call('notice.list', {})).items
        .filter(({ path }) => path.includes(id))
        .map(({ label, body }) => `${label}:${body}`)
    const told = await toldOf(scene.resident)
    expect(told).toEqual(expect.arrayContaining(['请您补充:请拍一下灯杆编号', '给您留言:电工下午到']))
    await scene.resident.call('appeal.supplement', { id, words: 'A-17' })
    await scene.district.runJobs()
    expect(await toldOf(scene.resident)).toEqual(told)
    expect(await toldOf(scene.neighbour)).toEqual([])
  })

  it('asking oneself waits for nobody', async () => {
    expect(await scene.resident.call('appeal.supplement', { id, words, asks: true })).toMatchObject({
      waitingFor: null,
    })
  })
})
