import { auditsAbout } from '../../support/records'
import { ask, askAndTake, hidden, openScene, wrongPerson, type Scene } from './support'

describe('help.block', () => {
  let scene: Scene
  beforeEach(async () => {
    scene = await openScene()
  })
  afterEach(() => scene.district.close())

  it('keeps the two apart from then on, whoever of them wanted it', async () => {
    const id = await askAndTake(scene)
    await scene.asker.call('help.block', { id })
    expect(await scene.asker.call('help.block', { id })).toEqual({ blocked: true })
    const next = await ask(scene)
    expect(await scene.neighbour.refused('help.info', { id: next })).toMatchObject(hidden)
    expect(await scene.other.call('help.info', { id: next })).toMatchObject({ status: 'open' })
    expect(await auditsAbout(scene.district.db, id)).toContain('help.blocked')
  })

  it('can be taken back by who did it', async () => {
    const id = await askAndTake(scene)
    await scene.asker.call('help.block', { id })
    expect(await scene.neighbour.call('block.list', {})).toEqual({ items: [] })
    const { items } = await scene.asker.call('block.list', {})
    expect(items).toMatchObject([{ name: '孙**' }])
    const pair = items[0]?.id ?? ''
    await scene.neighbour.call('block.remove', { id: pair })
    expect((await scene.asker.call('block.list', {})).items).toHaveLength(1)
    expect(await scene.asker.call('block.remove', { id: pair })).toEqual({ items: [] })
    expect(await scene.asker.call('block.remove', { id: pair })).toEqual({ items: [] })
    await scene.neighbour.call('help.info', { id: await ask(scene) })
  })

  it('needs somebody to keep away from, and is not for staff', async () => {
    const id = await ask(scene)
    expect(await scene.asker.refused('help.block', { id })).toMatchObject({ code: 'CONFLICT' })
    expect(await scene.worker.refused('help.block', { id })).toMatchObject(wrongPerson)
    expect(await scene.villager.refused('help.block', { id })).toMatchObject(hidden)
    expect(await scene.asker.refused('help.block', {})).toMatchObject({ code: 'INVALID' })
  })
})
