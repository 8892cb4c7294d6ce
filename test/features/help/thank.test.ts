import { eventsAbout } from '../../support/records'
import {
  askAndFinish,
  askAndTake,
  feedAbout,
  hidden,
  openScene,
  tooLate,
  wrongPerson,
  type Scene,
} from './support'

describe('help.thank', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())
  const thank = (who: 'asker' | 'neighbour', id: string, shared: boolean, words = '谢谢好邻居') =>
    scene[who].call('help.thank', { id, words, shared })

  it('is read by the neighbours when both agree, and told once', async () => {
    const id = await askAndFinish(scene)
    await thank('asker', id, true, '借到梯子了,谢谢')
    await scene.district.runJobs()
    expect((await feedAbout(scene, id)).map(({ label }) => label)).not.toContain('已帮成')
    await thank('neighbour', id, true, '应该的')
    await scene.district.runJobs()
    await scene.district.runJobs()
    expect((await feedAbout(scene, id)).filter(({ label }) => label === '已帮成')).toEqual([
      expect.objectContaining({ body: '“借到梯子了,谢谢” “应该的”', tone: 'good' }),
    ])
    expect(
      (await eventsAbout(scene.district.db, id)).filter((event) => event === 'help.thanked'),
    ).toHaveLength(1)
    expect(await scene.other.call('help.info', { id })).toMatchObject({
      thanks: ['借到梯子了,谢谢', '应该的'],
    })
  })

  it.each([
    [true, false],
    [false, true],
    [false, false],
  ])('stays between the two when one of them wants it so (%s, %s)', async (asker, helper) => {
    const id = await askAndFinish(scene)
    await thank('asker', id, asker)
    const view = await thank('neighbour', id, helper)
    expect(view.saidThanks).toHaveLength(2)
    await scene.district.runJobs()
    expect(await eventsAbout(scene.district.db, id)).not.toContain('help.thanked')
    expect(await scene.other.call('help.info', { id })).toMatchObject({ thanks: [], saidThanks: [] })
  })

  it('waits for the platform, which may hold the words', async () => {
    const id = await askAndFinish(scene)
    await thank('asker', id, true, '谢谢,测试待审')
    await thank('neighbour', id, true)
    await scene.district.runJobs()
    expect(await eventsAbout(scene.district.db, id)).not.toContain('help.thanked')
  })

  it('is said once', async () => {
    const id = await askAndFinish(scene)
    await thank('asker', id, true)
    expect(await thank('asker', id, false, '改主意了')).toMatchObject({
      saidThanks: [{ by: 'asker', words: '谢谢好邻居', shared: true }],
    })
  })

  it('is for the two, after it is done, in fitting words', async () => {
    const id = await askAndTake(scene)
    const words = '谢谢'
    expect(await scene.asker.refused('help.thank', { id, words, shared: true })).toMatchObject(tooLate)
    expect(await scene.other.refused('help.thank', { id, words, shared: true })).toMatchObject(wrongPerson)
    expect(await scene.villager.refused('help.thank', { id, words, shared: true })).toMatchObject(hidden)
    const paid = await scene.asker.refused('help.thank', { id, words: '谢谢,给了20元', shared: true })
    expect(paid.fields?.words).toMatch(/金额/)
  })
})
