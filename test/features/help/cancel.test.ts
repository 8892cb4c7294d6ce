import { askAndFinish, askAndTake, ask, hidden, openScene, tooLate, wrongPerson, type Scene } from './support'

describe('help.cancel', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it('ends it for the asker, before and after somebody took it', async () => {
    for (const id of [await ask(scene), await askAndTake(scene)]) {
      const words = '已经借到了'
      expect(await scene.asker.call('help.cancel', { id, words })).toMatchObject({ status: 'cancelled' })
      expect(await scene.asker.call('help.cancel', { id, words })).toMatchObject({ status: 'cancelled' })
      expect(await scene.other.refused('help.info', { id })).toMatchObject(hidden)
    }
  })

  it('gives it back to the neighbours when who helps cannot come, with nothing left of the first', async () => {
    const id = await askAndTake(scene)
    await scene.neighbour.call('help.done', { id })
    const back = await scene.neighbour.call('help.cancel', { id, words: '车坏了' })
    expect(back).toMatchObject({ status: 'open', relation: 'neighbour', place: '' })
    expect(back.confirmed).toEqual({ asker: false, helper: false })
    expect(await scene.neighbour.call('help.cancel', { id })).toMatchObject({ status: 'open' })
    await scene.other.call('help.take', { id })
    expect(await scene.asker.call('help.info', { id })).toMatchObject({ helperName: '李邻居' })
  })

  it('is nobody else’s, and too late once it is done', async () => {
    const id = await askAndTake(scene)
    expect(await scene.other.refused('help.cancel', { id })).toMatchObject(wrongPerson)
    expect(await scene.villager.refused('help.cancel', { id })).toMatchObject(hidden)
    expect(await scene.asker.refused('help.cancel', { id, words: '长'.repeat(201) })).toMatchObject({
      code: 'INVALID',
    })
    const done = await askAndFinish(scene)
    expect(await scene.asker.refused('help.cancel', { id: done })).toMatchObject(tooLate)
  })
})
