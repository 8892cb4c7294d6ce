import { auditsAbout } from '../../support/records'
import { ask, askAndFinish, askAndTake, hidden, openScene, wrongPerson, type Scene } from './support'

describe('help.call', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it('gives the two each other’s number, and writes every look down', async () => {
    const id = await askAndTake(scene)
    expect(await scene.asker.call('help.call', { id })).toEqual({ phone: '19900005678' })
    expect(await scene.neighbour.call('help.call', { id })).toEqual({ phone: '19900001234' })
    expect((await auditsAbout(scene.district.db, id)).slice(-2)).toEqual(['help.called', 'help.called'])
  })

  it('gives it to nobody else, the staff included', async () => {
    const id = await askAndTake(scene)
    expect(await scene.other.refused('help.call', { id })).toMatchObject(wrongPerson)
    expect(await scene.worker.refused('help.call', { id })).toMatchObject(wrongPerson)
    expect(await scene.villager.refused('help.call', { id })).toMatchObject(hidden)
  })

  it('gives none before the two have agreed, nor after it is over', async () => {
    const open = await ask(scene)
    expect(await scene.neighbour.refused('help.call', { id: open })).toMatchObject(wrongPerson)
    expect(await scene.asker.refused('help.call', { id: open })).toMatchObject({ code: 'CONFLICT' })
    const done = await askAndFinish(scene)
    expect(await scene.neighbour.refused('help.call', { id: done })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('says so when the other left no number', async () => {
    const id = await ask(scene)
    await scene.other.call('help.take', { id })
    expect(await scene.asker.refused('help.call', { id })).toMatchObject({ reason: 'no_phone' })
    expect((await scene.asker.call('help.info', { id })).can).not.toContain('help.call')
  })
})
