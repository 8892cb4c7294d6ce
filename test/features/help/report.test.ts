import { NO_ID } from '../../support/records'
import { ask, askAndFinish, askAndTake, hidden, openScene, tooLate, wrongPerson, type Scene } from './support'

describe('help.report and help.handle', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())
  const careOf = async (who: 'worker' | 'village' | 'otherWorker') =>
    (await scene[who].call('help.list', { list: 'care', limit: 50 })).items.map(({ id }) => id)

  it('brings a note to the grid worker, whose answer is kept and told', async () => {
    const id = await askAndFinish(scene)
    await scene.asker.call('help.report', { id, kind: 'failed', words: '梯子还回来时断了一档' })
    expect(await careOf('worker')).toContain(id)
    expect(await careOf('otherWorker')).not.toContain(id)
    expect(await scene.worker.call('help.info', { id })).toMatchObject({
      reportCount: 1,
      reports: [{ kind: 'failed', by: '钱**', words: '梯子还回来时断了一档', outcome: '' }],
    })
    const handled = await scene.worker.call('help.handle', { id, words: '两家谈好了,一起修' })
    expect(handled).toMatchObject({ status: 'done', reportCount: 0 })
    expect(await careOf('worker')).not.toContain(id)
    expect(await scene.asker.call('help.info', { id })).toMatchObject({
      reports: [{ outcome: '两家谈好了,一起修', handledAt: expect.any(String) }],
    })
  })

  it('shows a report to nobody but who made it and the staff', async () => {
    const id = await askAndTake(scene)
    await scene.other.call('help.report', { id, kind: 'selling', words: '像是卖东西的' })
    expect(await scene.asker.call('help.info', { id })).toMatchObject({ reports: [] })
    expect(await scene.other.call('help.info', { id })).toMatchObject({ reports: [{ kind: 'selling' }] })
  })

  it('lets the worker take it down; then only its people see it', async () => {
    const id = await ask(scene)
    await scene.neighbour.call('help.report', { id, kind: 'selling', words: '像是卖东西的' })
    const words = '是卖货的,已经劝过'
    expect(await scene.worker.call('help.handle', { id, words, remove: true })).toMatchObject({
      status: 'removed',
    })
    expect(await scene.worker.call('help.handle', { id, words, remove: true })).toMatchObject({
      status: 'removed',
    })
    expect(await scene.neighbour.refused('help.info', { id })).toMatchObject(hidden)
    expect(await scene.asker.call('help.info', { id })).toMatchObject({ status: 'removed' })
  })

  it('counts the same report of one person once while nobody has looked', async () => {
    const id = await ask(scene)
    await scene.neighbour.call('help.report', { id, kind: 'unsafe', words: '不安全' })
    await scene.neighbour.call('help.report', { id, kind: 'unsafe', words: '真的不安全' })
    expect(await scene.worker.call('help.info', { id })).toMatchObject({ reportCount: 1 })
  })

  it('is refused to the wrong people, at the wrong time and without words', async () => {
    const id = await ask(scene)
    const report = { id, kind: 'other', words: '不对劲' } as const
    expect(await scene.worker.refused('help.report', report)).toMatchObject(wrongPerson)
    expect(await scene.villager.refused('help.report', report)).toMatchObject(hidden)
    expect((await scene.asker.refused('help.report', { ...report, words: '' })).fields?.words).toBeDefined()
    expect(await scene.worker.refused('help.handle', { id, words: '看过了' })).toMatchObject(tooLate)
    expect(await scene.asker.refused('help.handle', { id, words: '看过了' })).toMatchObject(wrongPerson)
    expect(await scene.otherWorker.refused('help.handle', { id, words: '看过了' })).toMatchObject(hidden)
    expect(await scene.worker.refused('help.handle', { id: NO_ID, words: '看过了' })).toMatchObject(hidden)
  })
})
