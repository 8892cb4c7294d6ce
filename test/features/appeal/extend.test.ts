import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.extend', () => {
  let scene: Scene
  let id: string
  const MORE = { days: 3, reason: '等材料' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken({ urgency: 'soon' })
  })
  afterAll(() => scene.district.close())

  it('asks for more time with a reason; the deadline stays until somebody decides, and nobody is told', async () => {
    const before = await scene.resident.call('appeal.info', { id })
    const after = await scene.worker.call('appeal.extend', { id, ...MORE })
    expect(after.extension).toMatchObject({ reason: MORE.reason, seconds: 3 * 86_400 })
    expect(after.dueAt).toBe(before.dueAt)
    expect(await scene.resident.call('appeal.info', { id })).toMatchObject({ extension: null })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.extended')
  })

  it('asked twice is asked once', async () => {
    const after = await scene.worker.call('appeal.extend', { id, ...MORE })
    expect(await scene.worker.call('appeal.extend', { id, ...MORE })).toEqual(after)
  })

  it('once decided, never again', async () => {
    await scene.worker.call('appeal.extend', { id, ...MORE })
    await scene.town.call('appeal.decideExtension', { id, granted: false, words: '有现货' })
    expect((await scene.worker.call('appeal.info', { id })).can).not.toContain('appeal.extend')
    expect(await scene.worker.refused('appeal.extend', { id, ...MORE })).toMatchObject({ code: 'CONFLICT' })
  })

  it('says at the field what is wrong: no more than the term itself', async () => {
    expect(await scene.worker.refused('appeal.extend', { id, days: 0, reason: '' })).toMatchObject({
      code: 'INVALID',
      fields: { days: '至少延1天', reason: '请填写原因' },
    })
    expect(await scene.worker.refused('appeal.extend', { id, ...MORE, days: 15 })).toMatchObject({
      fields: { days: '最多延7天' },
    })
  })

  it('is for who leads the case', async () => {
    for (const other of [scene.resident, scene.neighbour, scene.leader]) {
      expect(await other.refused('appeal.extend', { id, ...MORE })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.extend', { id, ...MORE })).toMatchObject(missing)
    expect(await scene.worker.refused('appeal.extend', { id: NO_ID, ...MORE })).toMatchObject(missing)
  })

  it('is for a case that is worked on', async () => {
    const open = await scene.submit()
    expect(await scene.worker.refused('appeal.extend', { id: open, ...MORE })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
