import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.finish', () => {
  let scene: Scene
  let id: string
  const words = '换了新灯头,晚上亮了'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
    await scene.worker.call('appeal.accept', { id })
  })
  afterAll(() => scene.district.close())

  it('reports the work done, stops the clock and tells it once', async () => {
    const finished = await scene.worker.call('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' })
    expect(finished).toMatchObject({ status: 'finished', can: ['appeal.supplement', 'appeal.call'] })
    expect(finished.handledAt).toBeDefined()
    expect(finished.steps.at(-1)).toMatchObject({ action: 'appeal.finish', words })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.finished'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.finished')
  })

  it('may be done by a colleague of the same grid, who then stands for it', async () => {
    const colleague = await scene.district.staff('grid_worker', scene.grid)
    await colleague.call('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' })
    const row = await scene.district.db
      .selectFrom('appeal')
      .select('handlerId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.handlerId).toBe(colleague.userId)
  })

  it('answers a repeated act with the current case and tells nothing twice', async () => {
    await scene.worker.call('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' })
    expect(
      await scene.worker.call('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({ status: 'finished' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.finished'])
  })

  it('gives equal answers for one key', async () => {
    const key = `finish-${id}`
    const first = await scene.worker.call(
      'appeal.finish',
      { id, words, withoutPicture: '没有能拍的东西' },
      { key },
    )
    expect(
      await scene.worker.call('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' }, { key }),
    ).toEqual(first)
  })

  it('needs words about the result, and pictures that the worker has really sent', async () => {
    expect(
      await scene.worker.refused('appeal.finish', { id, words: '', withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({
      code: 'INVALID',
      fields: { words: '请填写办理结果' },
    })
    expect(await scene.worker.refused('appeal.finish', { id, words, pictureIds: [NO_ID] })).toMatchObject({
      code: 'INVALID',
      fields: { pictureIds: '有照片没有传好,请删掉那张重新传' },
    })
    const ten = Array.from({ length: 10 }, () => NO_ID)
    expect(await scene.worker.refused('appeal.finish', { id, words, pictureIds: ten })).toMatchObject({
      code: 'INVALID',
      fields: { pictureIds: '照片最多9张' },
    })
  })

  it('changes nothing when one of its pictures is refused', async () => {
    await scene.worker.refused('appeal.finish', { id, words, pictureIds: [NO_ID] })
    expect(await scene.worker.call('appeal.info', { id })).toMatchObject({ status: 'accepted' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
  })

  it('does not exist outside the grid and is refused to who asked', async () => {
    expect(
      await scene.otherWorker.refused('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(
      await scene.resident.refused('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({ code: 'FORBIDDEN' })
    expect(
      await scene.worker.refused('appeal.finish', { id: NO_ID, words, withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is allowed to the village for a case of its grids, which lie inside its area', async () => {
    expect(
      await scene.village.call('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({ status: 'finished' })
  })

  it('comes too early for a case that nobody has taken, and too late for one that is handled', async () => {
    const waiting = await scene.resident.call('appeal.submit', LAMP)
    const wrong = { code: 'CONFLICT', reason: 'wrong_status' }
    expect(
      await scene.worker.refused('appeal.finish', {
        id: waiting.id,
        words,
        withoutPicture: '没有能拍的东西',
      }),
    ).toMatchObject(wrong)
    await scene.worker.call('appeal.answer', { id, words })
    expect(
      await scene.worker.refused('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' }),
    ).toMatchObject(wrong)
  })

  it('needs a picture or the reason why there is none', async () => {
    expect(await scene.worker.refused('appeal.finish', { id, words })).toMatchObject({
      code: 'INVALID',
      fields: { pictureIds: '请拍一张办好后的照片;拍不了,就选一下原因' },
    })
  })

  it('stamps both feedbacks, and begins anew when it is taken up again', async () => {
    const withoutPicture = '没有能拍的东西'
    await scene.worker.call('appeal.finish', { id, words, withoutPicture, toldBy: 'by_phone' })
    const row = () =>
      scene.district.db
        .selectFrom('appeal')
        .select(['fedBackCitizenAt', 'fedBackCentreAt', 'toldBy', 'withoutPicture'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    const { fedBackCitizenAt, fedBackCentreAt, ...how } = await row()
    expect(how).toEqual({ toldBy: 'by_phone', withoutPicture })
    expect([fedBackCitizenAt, fedBackCentreAt]).toEqual([expect.any(Date), expect.any(Date)])
    await scene.resident.call('appeal.rate', { id, outcome: 'unsolved', satisfaction: 'dissatisfied' })
    expect(await row()).toMatchObject({ fedBackCitizenAt: null, fedBackCentreAt: null, toldBy: null })
  })

  it('by a level above takes the case over: it leads, and those below have it no more', async () => {
    const done = await scene.village.call('appeal.finish', { id, words, withoutPicture: '没有能拍的东西' })
    expect(done).toMatchObject({ status: 'finished', level: 'village' })
    expect(await scene.worker.refused('appeal.call', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })
})
