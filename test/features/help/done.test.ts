import { auditsAbout } from '../../support/records'
import { ask, askAndTake, hidden, openScene, tooLate, wrongPerson, type Scene } from './support'

describe('help.done', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it.each(['asker', 'neighbour'] as const)('is done when both say so, %s first', async (first) => {
    const id = await askAndTake(scene)
    const second = first === 'asker' ? 'neighbour' : 'asker'
    const half = await scene[first].call('help.done', { id })
    expect(half).toMatchObject({ status: 'confirming' })
    expect(half.can).not.toContain('help.done')
    expect(await scene[second].call('help.done', { id })).toMatchObject({
      status: 'done',
      confirmed: { asker: true, helper: true },
    })
  })

  it('counts what one of them says twice as once', async () => {
    const id = await askAndTake(scene)
    await scene.asker.call('help.done', { id })
    expect(await scene.asker.call('help.done', { id })).toMatchObject({ status: 'confirming' })
    expect((await auditsAbout(scene.district.db, id)).slice(-2)).toEqual(['help.confirmed', 'help.confirmed'])
  })

  it('is for the two alone, and not before somebody helps', async () => {
    const id = await askAndTake(scene)
    expect(await scene.other.refused('help.done', { id })).toMatchObject(wrongPerson)
    expect(await scene.worker.refused('help.done', { id })).toMatchObject(wrongPerson)
    expect(await scene.villager.refused('help.done', { id })).toMatchObject(hidden)
    const open = await ask(scene)
    expect(await scene.asker.refused('help.done', { id: open })).toMatchObject(tooLate)
  })
})
