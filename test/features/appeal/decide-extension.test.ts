import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.decideExtension', () => {
  let scene: Scene
  let id: string
  const GRANTED = { granted: true, words: '配件后天到' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken({ urgency: 'soon' })
    await scene.worker.call('appeal.extend', { id, days: 3, reason: '等材料' })
  })
  afterAll(() => scene.district.close())

  it('granted: the deadline moves by what was asked, and the person reads why; nobody else is told', async () => {
    const before = await scene.resident.call('appeal.info', { id })
    await scene.town.call('appeal.decideExtension', { id, ...GRANTED })
    const after = await scene.resident.call('appeal.info', { id })
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(3 * 86_400_000)
    expect(after.extension).toMatchObject({ granted: true, words: GRANTED.words })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.prolonged')
  })

  it('refused: the deadline stays', async () => {
    const { dueAt } = await scene.resident.call('appeal.info', { id })
    await scene.town.call('appeal.decideExtension', { id, granted: false, words: '有现货' })
    expect(await scene.resident.call('appeal.info', { id })).toMatchObject({ dueAt, extension: null })
  })

  it('decided twice is decided once', async () => {
    const after = await scene.town.call('appeal.decideExtension', { id, ...GRANTED })
    expect(await scene.town.call('appeal.decideExtension', { id, ...GRANTED })).toEqual(after)
    expect(
      await scene.town.refused('appeal.decideExtension', { id, granted: false, words: '不' }),
    ).toMatchObject({
      reason: 'wrong_status',
    })
  })

  it('undecided after a day is not given', async () => {
    scene.district.clock.advance(86_401_000)
    await scene.district.runJobs()
    expect(await scene.town.call('appeal.info', { id })).toMatchObject({ extension: { granted: false } })
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.town.refused('appeal.decideExtension', { id, words: '' })).toMatchObject({
      code: 'INVALID',
      fields: { granted: '请选同意不同意', words: '请填写告诉反映人的理由' },
    })
  })

  it('is for the level above, never for who asked', async () => {
    for (const other of [scene.worker, scene.village, scene.resident, scene.neighbour]) {
      expect(await other.refused('appeal.decideExtension', { id, ...GRANTED })).toMatchObject({
        code: 'FORBIDDEN',
      })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.decideExtension', { id, ...GRANTED })).toMatchObject(
      missing,
    )
    expect(await scene.town.refused('appeal.decideExtension', { id: NO_ID, ...GRANTED })).toMatchObject(
      missing,
    )
  })

  it('has nothing to decide when nobody asked', async () => {
    const other = await scene.taken()
    expect(await scene.town.refused('appeal.decideExtension', { id: other, ...GRANTED })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
