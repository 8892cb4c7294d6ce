import { auditsAbout } from '../../support/records'
import { ask, feedAbout, hidden, openScene, tooLate, wrongPerson, type Scene } from './support'

describe('help.pass', () => {
  let scene: Scene
  const words = '看过了,没有问题'
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it('shows neighbours what the platform held back, and tells the grid once', async () => {
    const id = await ask(scene, { text: '想借梯子,测试待审' })
    await scene.district.runJobs()
    expect(await feedAbout(scene, id)).toEqual([])
    expect(await scene.worker.call('help.pass', { id, words })).toMatchObject({ content: 'passed' })
    expect(await scene.worker.call('help.pass', { id, words })).toMatchObject({ content: 'passed' })
    await scene.district.runJobs()
    expect(await feedAbout(scene, id)).toHaveLength(1)
    expect(await scene.neighbour.call('help.info', { id })).toMatchObject({ relation: 'neighbour' })
    expect(await auditsAbout(scene.district.db, id)).toContain('help.passed')
  })

  it('is for the staff of the place, on words that are held, with a reason', async () => {
    const id = await ask(scene, { text: '想借梯子,测试待审' })
    expect(await scene.asker.refused('help.pass', { id, words })).toMatchObject(wrongPerson)
    expect(await scene.otherWorker.refused('help.pass', { id, words })).toMatchObject(hidden)
    expect((await scene.worker.refused('help.pass', { id })).fields?.words).toBeDefined()
    const open = await ask(scene)
    expect(await scene.worker.refused('help.pass', { id: open, words })).toMatchObject(tooLate)
  })
})
