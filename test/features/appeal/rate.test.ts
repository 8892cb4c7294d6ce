import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.rate', () => {
  let scene: Scene
  let id: string
  const good = { outcome: 'solved', satisfaction: 'very_satisfied' } as const
  const bad = { outcome: 'unsolved', satisfaction: 'dissatisfied' } as const

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
    await scene.worker.call('appeal.accept', { id })
    await scene.worker.call('appeal.finish', { id, words: '换了新灯头', withoutPicture: '没有能拍的东西' })
  })
  afterAll(() => scene.district.close())

  it('closes a case that the resident calls solved, and tells it once', async () => {
    const rated = await scene.resident.call('appeal.rate', { id, ...good, words: '谢谢' })
    expect(rated).toMatchObject({
      status: 'closed',
      rating: { ...good, words: '谢谢' },
      can: ['appeal.reopen'],
    })
    expect((await eventsAbout(scene.district.db, id)).slice(2)).toEqual(['appeal.rated'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.rated')
  })

  it('closes a case that is partly solved too', async () => {
    const rated = await scene.resident.call('appeal.rate', {
      id,
      outcome: 'partly',
      satisfaction: 'fairly_satisfied',
    })
    expect(rated).toMatchObject({ status: 'closed' })
  })

  it('takes an unsolved case up again at the level above, with a new term', async () => {
    const before = await scene.resident.call('appeal.info', { id })
    scene.district.clock.advance(3_600_000)
    const rated = await scene.resident.call('appeal.rate', { id, ...bad, words: '还是不亮' })
    expect(rated).toMatchObject({ status: 'reopened', level: 'village', rating: bad })
    expect(rated.handledAt).toBeUndefined()
    expect(Date.parse(rated.dueAt)).toBeGreaterThan(Date.parse(before.dueAt))
  })

  it('keeps a rating for each round and shows the last one', async () => {
    await scene.resident.call('appeal.rate', { id, ...bad })
    await scene.village.call('appeal.answer', { id, words: '村里派人换好了' })
    const rated = await scene.resident.call('appeal.rate', { id, ...good })
    expect(rated.rating).toMatchObject(good)
    const rows = await scene.district.db
      .selectFrom('appealRating')
      .select(['round', 'outcome'])
      .where('appealId', '=', id)
      .orderBy('round')
      .execute()
    expect(rows).toEqual([
      { round: 0, outcome: 'unsolved' },
      { round: 1, outcome: 'solved' },
    ])
  })

  it('closes the case after the second new round, however the resident rates it', async () => {
    await scene.resident.call('appeal.rate', { id, ...bad })
    await scene.village.call('appeal.answer', { id, words: '村里看过了' })
    await scene.resident.call('appeal.rate', { id, ...bad })
    await scene.town.call('appeal.answer', { id, words: '镇里看过了' })
    const last = await scene.resident.call('appeal.rate', { id, ...bad })
    expect(last).toMatchObject({ status: 'closed', can: [] })
  })

  it('answers a repeated act with the current case and tells nothing twice', async () => {
    await scene.resident.call('appeal.rate', { id, ...good })
    const again = await scene.resident.call('appeal.rate', { id, ...bad })
    expect(again).toMatchObject({ status: 'closed', rating: good })
    expect((await eventsAbout(scene.district.db, id)).slice(2)).toEqual(['appeal.rated'])
  })

  it('gives equal answers for one key', async () => {
    const key = `rate-${id}`
    const first = await scene.resident.call('appeal.rate', { id, ...good }, { key })
    expect(await scene.resident.call('appeal.rate', { id, ...good }, { key })).toEqual(first)
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await scene.resident.refused('appeal.rate', { id, outcome: 'so', satisfaction: 5 })).toMatchObject(
      {
        code: 'INVALID',
        fields: { outcome: '请选一下解决了没有', satisfaction: '请选一下满意不满意' },
      },
    )
    expect(
      await scene.resident.refused('appeal.rate', { id, ...good, words: '长'.repeat(501) }),
    ).toMatchObject({ code: 'INVALID', fields: { words: '想说的话最多500个字,请短一些' } })
  })

  it('belongs to who asked alone', async () => {
    expect(await scene.neighbour.refused('appeal.rate', { id, ...good })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.worker.refused('appeal.rate', { id, ...good })).toMatchObject({ code: 'FORBIDDEN' })
    const stranger = scene.district.stranger()
    expect(await stranger.refused('appeal.rate', { id, ...good })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.resident.refused('appeal.rate', { id: NO_ID, ...good })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('comes too early for a case that is still open', async () => {
    const open = await scene.resident.call('appeal.submit', LAMP)
    expect(await scene.resident.refused('appeal.rate', { id: open.id, ...good })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
