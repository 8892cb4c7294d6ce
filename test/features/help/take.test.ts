import { auditsAbout, NO_ID } from '../../support/records'
import { ask, askAndTake, hidden, openScene, wrongPerson, type Scene } from './support'

describe('help.take', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it('gives it to the first one; the two see each other’s name and the place', async () => {
    const id = await ask(scene, { place: '12号院东屋' })
    const taken = await scene.neighbour.call('help.take', { id })
    expect(taken).toMatchObject({ status: 'matched', relation: 'helper', place: '12号院东屋' })
    expect(taken.askerName).toBe('钱求助')
    expect(await scene.asker.call('help.info', { id })).toMatchObject({ helperName: '孙热心' })
    expect(await scene.other.call('help.info', { id })).toMatchObject({ helperName: '孙**', place: '' })
    expect(await auditsAbout(scene.district.db, id)).toEqual(['help.asked', 'help.taken'])
  })

  it('answers a repeated act with the current view', async () => {
    const id = await askAndTake(scene)
    expect(await scene.neighbour.call('help.take', { id })).toMatchObject({ status: 'matched' })
    expect(await auditsAbout(scene.district.db, id)).toHaveLength(3)
  })

  it('tells the second one that it is taken', async () => {
    const id = await askAndTake(scene)
    expect(await scene.other.refused('help.take', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'taken',
    })
  })

  it('is for those of whom the group or the worker knows that they live here', async () => {
    const id = await ask(scene)
    const unknown = await scene.district.resident(scene.grid, { assurance: 'self' })
    expect(await unknown.refused('help.take', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'not_known_here',
    })
    const known = await scene.district.resident(scene.grid, { assurance: 'worker' })
    await known.call('help.take', { id })
  })

  it('is not for the asker, nor for those whom it does not reach', async () => {
    const id = await ask(scene)
    expect(await scene.asker.refused('help.take', { id })).toMatchObject(wrongPerson)
    expect(await scene.villager.refused('help.take', { id })).toMatchObject(hidden)
    expect(await scene.neighbour.refused('help.take', { id: NO_ID })).toMatchObject(hidden)
    expect(await scene.neighbour.refused('help.take', { id: '7' })).toMatchObject({ code: 'INVALID' })
  })

  it('comes too late for what is over', async () => {
    const id = await ask(scene)
    await scene.asker.call('help.cancel', { id })
    expect(await scene.neighbour.refused('help.take', { id })).toMatchObject(hidden)
  })

  it('waits for the choice of the asker when they want to choose', async () => {
    const id = await ask(scene, { way: 'choose' })
    expect(await scene.neighbour.refused('help.take', { id })).toMatchObject({ reason: 'choose_only' })
  })
})
