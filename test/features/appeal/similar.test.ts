import { auditsAbout, eventsAbout } from '../../support/records'
import { DONE, LAMP, openScene, type Scene } from './support'

describe('appeal.similar', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  afterEach(() => scene.resident.call('appeal.withdraw', { id }))

  const found = async (text: string, who = scene.neighbour) =>
    (await who.call('appeal.similar', { text })).items.map((item) => item.id)

  it('finds what says much the same, most alike first, and nothing else', async () => {
    const vague = await scene.taken({ text: '晚上看不见路' })
    const { items } = await scene.neighbour.call('appeal.similar', { text: '村东头的路灯坏了三天' })
    expect(items[0]).toMatchObject({ id, joined: false, joinCount: 0, status: 'accepted' })
    expect(items.map(({ likeness }) => likeness)).toEqual(
      items.map(({ likeness }) => likeness).sort((a, b) => b - a),
    )
    expect(await found('自来水一股漂白粉味')).toEqual([])
    await scene.resident.call('appeal.withdraw', { id: vague })
  })

  it('shows only what the asker may see', async () => {
    const secret = await scene.taken({ private: true })
    const unseen = await scene.submit()
    expect(await found(LAMP.text)).toEqual([id])
    expect(await found(LAMP.text, scene.resident)).toEqual(expect.arrayContaining([id, unseen]))
    await scene.resident.call('appeal.withdraw', { id: secret })
    await scene.resident.call('appeal.withdraw', { id: unseen })
  })

  it('finds nothing in another village, nor for somebody without a grid', async () => {
    const elsewhere = await scene.district.resident(scene.district.newGrid('otherVillage'))
    expect(await found(LAMP.text, elsewhere)).toEqual([])
    expect(await found(LAMP.text, scene.district.stranger())).toEqual([])
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.neighbour.refused('appeal.similar', { text: '', areaCode: '99' })).toMatchObject({
      code: 'INVALID',
      fields: { text: '请填写内容', areaCode: '请选到具体的网格' },
    })
  })

  it('changes and tells nothing, however often', async () => {
    await found(LAMP.text)
    await found(LAMP.text)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['appeal.submitted', 'appeal.accepted'])
  })

  it('leaves out what is done', async () => {
    const done = await scene.taken({ text: '水渠堵了,田里进不去水' })
    expect(await found('水渠堵了,田里没有水')).toEqual([done])
    await scene.worker.call('appeal.finish', { id: done, ...DONE })
    expect(await found('水渠堵了,田里没有水')).toEqual([])
  })
})
