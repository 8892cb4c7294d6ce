import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.callBack', () => {
  let scene: Scene
  let id: string
  const DAY = 86_400_000
  const solved = { outcome: 'solved', satisfaction: 'very_satisfied', words: '晚上亮了' } as const
  const unsolved = { outcome: 'unsolved', satisfaction: 'dissatisfied', words: '还是不亮' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
    await scene.worker.call('appeal.finish', { id, ...DONE })
  })
  afterAll(() => scene.district.close())

  it('writes down what the person says on the telephone, and nobody changes it', async () => {
    expect(await scene.village.call('appeal.call', { id })).toMatchObject({ phone: '19900001234' })
    const heard = await scene.village.call('appeal.callBack', { id, reached: true, ...solved })
    expect(heard).toMatchObject({ status: 'closed', rating: solved })
    expect(heard.steps.at(-1)).toMatchObject({ action: 'appeal.callBack' })
    expect(await scene.village.call('appeal.callBack', { id, reached: true, ...unsolved })).toEqual(heard)
    const rows = scene.district.db.selectFrom('appealRating').selectAll().where('appealId', '=', id)
    expect(await rows.execute()).toMatchObject([
      { userId: scene.resident.userId, calledBy: scene.village.userId },
    ])
    expect((await auditsAbout(scene.district.db, id)).filter((a) => a === 'appeal.asked')).toHaveLength(2)
  })

  it('is told once, when the score is fixed', async () => {
    await scene.village.call('appeal.callBack', { id, reached: true, ...solved })
    const told = ['appeal.accepted', 'appeal.finished', 'appeal.rated']
    expect(await eventsAbout(scene.district.db, id)).toEqual(told)
  })

  it('not solved goes to the level above', async () => {
    const heard = await scene.village.call('appeal.callBack', { id, reached: true, ...unsolved })
    expect(heard).toMatchObject({ status: 'reopened', level: 'village' })
  })

  it('says at the field what is missing', async () => {
    expect(await scene.village.refused('appeal.callBack', { id, reached: true })).toMatchObject({
      code: 'INVALID',
      fields: { outcome: '请选一下解决了没有', satisfaction: '请选一下满意不满意' },
    })
    expect(await scene.village.refused('appeal.callBack', { id })).toMatchObject({
      fields: { reached: '请选打通了没有' },
    })
  })

  it('is neither for who handled it nor for the person', async () => {
    expect((await scene.worker.call('appeal.info', { id })).can).not.toContain('appeal.callBack')
    for (const other of [scene.worker, scene.resident, scene.neighbour]) {
      expect(await other.refused('appeal.callBack', { id, reached: false })).toMatchObject({
        code: 'FORBIDDEN',
      })
    }
  })

  it('is not for a level that stepped in and handled it: then the one above that asks', async () => {
    const other = await scene.submit()
    await scene.village.call('appeal.answer', { id: other, words: '电工明天来' })
    expect(await scene.village.refused('appeal.callBack', { id: other, reached: false })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await scene.town.call('appeal.callBack', { id: other, reached: true, ...solved })).toMatchObject({
      status: 'closed',
    })
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.callBack', { id, reached: false })).toMatchObject(missing)
    expect(await scene.village.refused('appeal.callBack', { id: NO_ID, reached: false })).toMatchObject(
      missing,
    )
  })

  it('comes too early while it is worked on', async () => {
    const open = await scene.taken()
    expect(await scene.village.refused('appeal.callBack', { id: open, reached: false })).toMatchObject({
      reason: 'wrong_status',
    })
  })

  it('counts once a day when nobody answers, and gives up after the third day', async () => {
    const call = () => scene.village.call('appeal.callBack', { id, reached: false })
    expect((await call()).callback).toMatchObject({ tries: 1 })
    expect((await call()).callback).toMatchObject({ tries: 1 })
    for (const tries of [2, 3]) {
      scene.district.clock.advance(DAY)
      expect(await call()).toMatchObject({ status: 'finished', callback: { tries } })
    }
    scene.district.clock.advance(DAY)
    expect(await call()).toMatchObject({ status: 'closed', rating: null, callback: { unreached: true } })
  })
})
