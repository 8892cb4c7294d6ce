import { NO_ID } from '../../support/records'
import { ask, hidden, openScene, tooLate, wrongPerson, type Scene } from './support'

describe('help.offer and help.choose', () => {
  let scene: Scene
  let id: string
  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await ask(scene, { way: 'choose', text: '周五去区医院,想搭个车', kind: 'ride' })
  })
  afterAll(() => scene.district.close())

  it('shows the asker who would help and what speaks for them, and others only their own offer', async () => {
    await scene.neighbour.call('help.offer', { id, words: '我顺路' })
    const second = await scene.other.call('help.offer', { id })
    expect(second).toMatchObject({ offerCount: 2, offers: [{ by: '李**' }] })
    const { offers, can } = await scene.asker.call('help.info', { id })
    expect(offers).toMatchObject([
      { by: '孙**', words: '我顺路', reasons: ['same_grid'], assurance: 'group', chosen: false },
      { by: '李**', words: '', reasons: ['same_grid'] },
    ])
    expect(can).toContain('help.choose')
    expect(await scene.villager.refused('help.offer', { id })).toMatchObject(hidden)
  })

  it('lets the asker choose one of them, once', async () => {
    await scene.other.call('help.offer', { id })
    const { offers } = await scene.neighbour.call('help.offer', { id })
    const offerId = offers[0]?.id ?? ''
    const chosen = await scene.asker.call('help.choose', { id, offerId })
    expect(chosen).toMatchObject({ status: 'matched', helperName: '孙热心' })
    expect(await scene.asker.call('help.choose', { id, offerId })).toMatchObject({ status: 'matched' })
    expect(await scene.neighbour.call('help.info', { id })).toMatchObject({ relation: 'helper' })
    expect(await scene.other.refused('help.offer', { id })).toMatchObject({ reason: 'taken' })
  })

  it('counts an offer once', async () => {
    await scene.neighbour.call('help.offer', { id })
    expect(await scene.neighbour.call('help.offer', { id })).toMatchObject({ offerCount: 1 })
  })

  it('refuses numbers in an offer, and offers where the first one has it', async () => {
    const error = await scene.neighbour.refused('help.offer', { id, words: '打我电话 19900005678' })
    expect(error.fields?.words).toMatch(/电话/)
    const first = await ask(scene)
    expect(await scene.neighbour.refused('help.offer', { id: first })).toMatchObject(tooLate)
  })

  it('is the asker’s choice alone, among those who offered', async () => {
    const { offers } = await scene.neighbour.call('help.offer', { id })
    const offerId = offers[0]?.id ?? ''
    expect(await scene.neighbour.refused('help.choose', { id, offerId })).toMatchObject(wrongPerson)
    expect(await scene.worker.refused('help.choose', { id, offerId })).toMatchObject(wrongPerson)
    expect(await scene.asker.refused('help.choose', { id, offerId: NO_ID })).toMatchObject(hidden)
    await scene.asker.call('help.cancel', { id })
    expect(await scene.asker.refused('help.choose', { id, offerId })).toMatchObject(tooLate)
  })
})
