import { auditsAbout, eventsAbout } from '../../support/records'
import { ask, feedAbout, hidden, LADDER, openScene, type Scene } from './support'

describe('help.ask', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it('asks the grid, tells it once and leaves a trail', async () => {
    const id = await ask(scene)
    const view = await scene.neighbour.call('help.info', { id })
    expect(view).toMatchObject({ status: 'open', reach: 'grid', near: 'grid', relation: 'neighbour' })
    expect(view.can).toEqual(['help.take', 'help.report', 'help.block'])
    await scene.district.runJobs()
    await scene.district.runJobs()
    expect(await feedAbout(scene, id)).toEqual([
      expect.objectContaining({ label: '要帮忙', title: '想借一把梯子换灯泡' }),
    ])
    expect(await eventsAbout(scene.district.db, id)).toEqual(['help.asked', 'help.shown'])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['help.asked'])
  })

  it('is one request for one key', async () => {
    const key = 'help-ask-once'
    const first = await scene.asker.call('help.ask', LADDER, { key })
    expect((await scene.asker.call('help.ask', LADDER, { key })).id).toBe(first.id)
  })

  it('shows neighbours neither the door nor the name, and the worker both', async () => {
    const id = await ask(scene, { place: '12号院东屋' })
    const seen = JSON.stringify(await scene.neighbour.call('help.info', { id }))
    expect(seen).not.toContain('12号院东屋')
    expect(seen).not.toContain('钱求助')
    expect(seen).not.toContain('19900001234')
    expect(await scene.neighbour.call('help.info', { id })).toMatchObject({ askerName: '钱**', place: '' })
    expect(await scene.worker.call('help.info', { id })).toMatchObject({
      askerName: '钱求助',
      place: '12号院东屋',
    })
  })

  it('does not exist beyond those whom it reaches', async () => {
    const id = await ask(scene)
    expect(await scene.villager.refused('help.info', { id })).toMatchObject(hidden)
    expect(await scene.otherWorker.refused('help.info', { id })).toMatchObject(hidden)
  })

  it('is seen by nobody but its author and the staff while the platform holds the words', async () => {
    const id = await ask(scene, { text: '想借梯子,测试待审' })
    expect(await scene.asker.call('help.info', { id })).toMatchObject({ content: 'held' })
    expect(await scene.neighbour.refused('help.info', { id })).toMatchObject(hidden)
    await scene.district.runJobs()
    expect(await feedAbout(scene, id)).toEqual([])
  })

  it.each([
    ['a mobile number', { text: '想借梯子,打 199 0000 1234' }, 'text', /电话/],
    ['a number in characters', { text: '想借梯子,一九九零零零零一二三四' }, 'text', /电话/],
    ['an account', { text: '想借梯子,加我微信号 abc_12345' }, 'text', /微信/],
    ['an amount', { text: '想搭车,给50块钱' }, 'text', /金额/],
    ['selling', { text: '出售旧梯子一把' }, 'text', /买卖/],
    ['no words', { text: ' ' }, 'text', /请填写/],
    ['too many words', { text: '长'.repeat(301) }, 'text', /最多300个字/],
    ['no such kind', { kind: 'loan' }, 'kind', /请选/],
    ['a day that is no day', { day: '2026-02-31' }, 'day', /日子/],
    ['a day that is over', { day: '2020-01-01' }, 'day', /过去/],
  ])('says at the field what is wrong: %s', async (_what, change, field, words) => {
    const error = await scene.asker.refused('help.ask', { ...LADDER, ...change })
    expect(error.code).toBe('INVALID')
    expect(error.fields?.[field]).toMatch(words)
  })

  it('asks for a name the first time, and for a grid', async () => {
    const nameless = await scene.district.resident(scene.grid, { name: '' })
    expect(await nameless.refused('help.ask', LADDER)).toMatchObject({
      code: 'INVALID',
      fields: { name: expect.any(String) },
    })
    await nameless.call('help.ask', { ...LADDER, name: '赵大妈' })
    expect(await scene.district.stranger().refused('help.ask', LADDER)).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: expect.any(String) },
    })
  })

  it('has a most of a day', async () => {
    const busy = await scene.district.resident(scene.grid)
    for (let n = 0; n < 8; n += 1) {
      await busy.call('help.ask', LADDER)
    }
    expect(await busy.refused('help.ask', LADDER)).toMatchObject({ code: 'RATE_LIMITED', reason: 'too_many' })
    scene.district.clock.advance(25 * 3_600_000)
    await busy.call('help.ask', LADDER)
  })

  it('reaches the grid worker at once when it is urgent, and nobody is asked before the others', async () => {
    const id = await ask(scene, { urgent: true, text: '老人家里突然停电,谁会看电表', kind: 'fix' })
    const { items } = await scene.worker.call('help.list', { list: 'care', limit: 50 })
    expect(items.find((item) => item.id === id)).toMatchObject({ urgent: true, reach: 'grid' })
  })
})
