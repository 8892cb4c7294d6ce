import type { Input } from '~/types/api'
import { auditsAbout, eventsAbout } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.capture', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  const ASKED = { text: '王大娘说门口积水', urgency: 'today', consent: 'by_phone' } as const
  const capture = (more: Partial<Input<'appeal.capture'>> = {}) =>
    scene.worker.call('appeal.capture', { ...ASKED, ...more })

  it('is owned by the neighbour it is for, who hears the result and alone rates it', async () => {
    const { userId } = scene.neighbour
    id = (await capture({ userId })).id
    const mine = await scene.neighbour.call('appeal.list', { list: 'mine' })
    expect(mine.items.map((item) => item.id)).toContain(id)
    await scene.worker.call('appeal.accept', { id })
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect((await scene.neighbour.call('appeal.info', { id })).can).toContain('appeal.rate')
    const rating = { id, outcome: 'solved', satisfaction: 'very_satisfied' } as const
    expect(await scene.worker.refused('appeal.rate', rating)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await auditsAbout(scene.district.db, id))[0]).toBe('appeal.captured')
  })

  it('keeps how the person agreed, takes the worker’s own grid and tells nobody yet', async () => {
    id = (await capture()).id
    const row = scene.district.db.selectFrom('appeal').selectAll().where('id', '=', id)
    expect(await row.executeTakeFirst()).toMatchObject({ consent: 'by_phone', areaCode: scene.grid })
    expect(await eventsAbout(scene.district.db, id)).toEqual([])
  })

  it('makes one case for one key', async () => {
    const send = () => scene.worker.call('appeal.capture', ASKED, { key: 'capture-once-and-no-more' })
    expect(await send()).toEqual(await send())
  })

  describe('for somebody who is not in the program', () => {
    const outside = { name: '东头王大娘', phone: '19900007777' }
    const rating = { outcome: 'solved', satisfaction: 'satisfied' } as const
    beforeEach(async () => {
      id = (await capture(outside)).id
    })
    const finish = async () => {
      await scene.worker.call('appeal.accept', { id })
      await scene.worker.call('appeal.finish', { id, ...DONE, toldBy: 'by_phone' })
    }

    it('keeps what to call them for those who handle it, and the number sealed', async () => {
      const view = await scene.worker.call('appeal.info', { id })
      expect(view).toMatchObject({ submitterName: outside.name, outside: true, relation: 'staff' })
      expect(view.steps[0]?.by).toBe('网格员 赵师傅')
      expect(await scene.worker.call('appeal.call', { id })).toEqual({ phone: outside.phone })
      await scene.worker.call('appeal.accept', { id })
      const neighbour = await scene.neighbour.call('appeal.info', { id })
      expect(neighbour.submitterName).toBe('一位邻居')
      expect(JSON.stringify(neighbour)).not.toContain(outside.name)
    })

    it('nobody speaks in their name: the worker neither rates, urges nor takes it back', async () => {
      await finish()
      for (const action of ['appeal.rate', 'appeal.urge', 'appeal.withdraw'] as const) {
        const input = { id, ...(action === 'appeal.rate' && rating) }
        expect(await scene.worker.refused(action, input)).toMatchObject({ code: 'FORBIDDEN' })
      }
      const mine = await scene.worker.call('appeal.list', { list: 'mine' })
      expect(mine.items.map((item) => item.id)).not.toContain(id)
    })

    it('is told in person or on the telephone, never in the program', async () => {
      await scene.worker.call('appeal.accept', { id })
      expect(await scene.worker.refused('appeal.finish', { id, ...DONE })).toMatchObject({
        code: 'INVALID',
        fields: { toldBy: '反映人不在小程序里,请当面说或打电话告诉他' },
      })
    })

    it('the level above asks them, not who wrote it down', async () => {
      await finish()
      const heard = { id, reached: true, ...rating }
      expect(await scene.worker.refused('appeal.callBack', heard)).toMatchObject({ code: 'FORBIDDEN' })
      const waiting = await scene.village.call('appeal.list', { list: 'callbacks', limit: 50 })
      expect(waiting.items.map((item) => item.id)).toContain(id)
      expect(await scene.village.call('appeal.call', { id })).toEqual({ phone: outside.phone })
      expect(await scene.village.call('appeal.callBack', heard)).toMatchObject({ status: 'closed', rating })
    })

    it('neighbours who joined have their word', async () => {
      await scene.worker.call('appeal.accept', { id })
      await scene.neighbour.call('appeal.join', { id })
      await scene.worker.call('appeal.finish', { id, ...DONE, toldBy: 'in_person' })
      expect((await scene.neighbour.call('appeal.rate', { id, ...rating })).status).toBe('finished')
      const heard = { id, reached: true, ...rating } as const
      expect(await scene.village.call('appeal.callBack', heard)).toMatchObject({
        neighbourRatings: { solved: 1 },
      })
    })
  })

  it('says at each field what is wrong', async () => {
    const stranger = await scene.district.resident(scene.district.newGrid())
    const wrong = { text: '', urgency: 'whenever', consent: 'no', name: '长'.repeat(21), phone: '12' }
    expect(await scene.worker.refused('appeal.capture', wrong)).toMatchObject({
      code: 'INVALID',
      fields: {
        text: '请填写反映的事',
        urgency: '请选一下有多急',
        consent: '请选一下他是怎么同意的',
        name: '称呼最多20个字,请短一些',
        phone: '手机号是11位数字,请检查',
      },
    })
    expect(await scene.worker.refused('appeal.capture', { ...ASKED, userId: stranger.userId })).toMatchObject(
      {
        fields: { userId: '这位邻居不在这个网格' },
      },
    )
    expect(await scene.village.refused('appeal.capture', ASKED)).toMatchObject({
      fields: { areaCode: '请选到具体的网格' },
    })
  })

  it('is for who handles cases, in their own area', async () => {
    expect(await scene.resident.refused('appeal.capture', ASKED)).toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = { ...ASKED, areaCode: scene.otherWorker.areaCode }
    expect(await scene.worker.refused('appeal.capture', elsewhere)).toMatchObject({ code: 'NOT_FOUND' })
  })
})
