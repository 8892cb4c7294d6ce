import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.review', () => {
  let scene: Scene
  let id: string
  const RESUME = { resume: true, words: '地化冻了' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
    await scene.worker.call('appeal.shelve', { id, reason: '等开春' })
  })
  afterAll(() => scene.district.close())

  it('goes on, told once', async () => {
    const after = await scene.worker.call('appeal.review', { id, ...RESUME })
    expect(after).toMatchObject({ status: 'accepted', waitingFor: null })
    expect(after.reviewAt).toBeUndefined()
    const told = ['appeal.accepted', 'appeal.shelved', 'appeal.reviewed']
    expect(await eventsAbout(scene.district.db, id)).toEqual(told)
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.reviewed')
  })

  it('or waits for another term', async () => {
    const before = await scene.worker.call('appeal.info', { id })
    scene.district.clock.advance(86_400_000)
    const after = await scene.worker.call('appeal.review', { id, resume: false, words: '还在冻着' })
    expect(after).toMatchObject({ status: 'shelved', waitingFor: 'season' })
    expect(Date.parse(after.reviewAt ?? '')).toBeGreaterThan(Date.parse(before.reviewAt ?? ''))
  })

  it('a repeated one answers with the current case', async () => {
    const after = await scene.worker.call('appeal.review', { id, ...RESUME })
    expect(await scene.worker.call('appeal.review', { id, ...RESUME })).toEqual(after)
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.worker.refused('appeal.review', { id, resume: 'soon' })).toMatchObject({
      code: 'INVALID',
      fields: { resume: '请选接着办还是再等等', words: '请填写说明' },
    })
  })

  it('is for who leads the case', async () => {
    for (const other of [scene.resident, scene.neighbour, scene.leader]) {
      expect(await other.refused('appeal.review', { id, ...RESUME })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.review', { id, ...RESUME })).toMatchObject(missing)
    expect(await scene.worker.refused('appeal.review', { id: NO_ID, ...RESUME })).toMatchObject(missing)
  })

  it('is for a case that is shelved', async () => {
    const open = await scene.taken()
    expect(await scene.worker.refused('appeal.review', { id: open, ...RESUME })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
