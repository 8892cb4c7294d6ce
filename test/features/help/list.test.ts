import { ask, askAndTake, LADDER, openScene, wrongPerson, type Scene } from './support'

describe('help.list', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())
  const idsOf = async (who: 'asker' | 'neighbour' | 'other' | 'villager' | 'worker', list: 'near' | 'mine') =>
    (await scene[who].call('help.list', { list, limit: 50 })).items.map(({ id }) => id)

  it('holds what neighbours need, by kind, without what is over or the own', async () => {
    const open = await ask(scene)
    const ride = await ask(scene, { kind: 'ride', text: '想搭个车' })
    const taken = await askAndTake(scene)
    const gone = await ask(scene)
    await scene.asker.call('help.cancel', { id: gone })
    // Ids grow with time; what files before this one left for the whole village is older.
    const since = async (who: Parameters<typeof idsOf>[0]) =>
      (await idsOf(who, 'near')).filter((id) => id >= open)
    expect(new Set(await since('other'))).toEqual(new Set([open, ride, taken]))
    expect(await since('asker')).toEqual([])
    expect(await since('villager')).toEqual([])
    const rides = await scene.other.call('help.list', { list: 'near', kind: 'ride', limit: 50 })
    expect(rides.items.map(({ id }) => id).filter((id) => id >= open)).toEqual([ride])
  })

  it('holds what somebody asked for, took or offered to', async () => {
    const own = await ask(scene, { way: 'choose' })
    await scene.other.call('help.offer', { id: own })
    const taken = await askAndTake(scene)
    expect(await idsOf('asker', 'mine')).toEqual(expect.arrayContaining([own, taken]))
    expect(await idsOf('other', 'mine')).toEqual([own])
    expect(await idsOf('neighbour', 'mine')).toContain(taken)
  })

  it('pages by the time of asking without losing or repeating one', async () => {
    const all = await idsOf('other', 'near')
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await scene.other.call('help.list', { list: 'near', limit: 2, ...(cursor && { cursor }) })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(paged).toEqual(all)
    expect(await scene.other.refused('help.list', { list: 'near', cursor: 'x' })).toMatchObject({
      code: 'INVALID',
    })
  })

  it('keeps those apart who do not want to meet', async () => {
    const person = await scene.district.resident(scene.grid)
    const { id } = await scene.district.resident(scene.grid).then((by) => by.call('help.ask', LADDER))
    await person.call('help.block', { id })
    const near = await person.call('help.list', { list: 'near', limit: 50 })
    expect(near.items.map((item) => item.id)).not.toContain(id)
    expect(await person.refused('help.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('shows what wants looking after to staff alone', async () => {
    expect(await scene.asker.refused('help.list', { list: 'care' })).toMatchObject(wrongPerson)
    const held = await ask(scene, { text: '想借梯子,测试待审' })
    const { items } = await scene.worker.call('help.list', { list: 'care', limit: 50 })
    expect(items.map(({ id }) => id)).toEqual([held])
    await scene.worker.call('help.pass', { id: held, words: '看过了,没问题' })
    expect((await scene.worker.call('help.list', { list: 'care' })).items).toEqual([])
  })
})
