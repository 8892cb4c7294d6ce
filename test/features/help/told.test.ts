import { ask, askAndFinish, askAndTake, openScene, type Scene } from './support'

describe('what the two and the staff are told', () => {
  let scene: Scene
  beforeEach(async () => {
    scene = await openScene()
  })
  afterEach(() => scene.district.close())

  /** Labels of what somebody was told of a request, oldest first. */
  async function told(who: 'asker' | 'neighbour' | 'other' | 'worker', id: string): Promise<string[]> {
    await scene.district.runJobs()
    const { items } = await scene[who].call('notice.list', { limit: 50 })
    return items.filter(({ path }) => path.endsWith(id)).map(({ label }) => label)
  }

  it('is each step of the other, and nobody’s own', async () => {
    const id = await askAndTake(scene)
    expect(await told('asker', id)).toEqual(['有人来帮'])
    await scene.neighbour.call('help.done', { id })
    expect(await told('asker', id)).toEqual(['请您确认', '有人来帮'])
    await scene.asker.call('help.done', { id })
    expect(await told('neighbour', id)).toEqual(['都帮好了'])
    expect(await told('other', id)).toEqual([])
  })

  it('is that somebody offers, and who was chosen', async () => {
    const id = await ask(scene, { way: 'choose' })
    const { offers } = await scene.neighbour.call('help.offer', { id })
    expect(await told('asker', id)).toEqual(['有人能帮'])
    await scene.asker.call('help.choose', { id, offerId: offers[0]?.id ?? '' })
    expect(await told('neighbour', id)).toEqual(['请您来帮'])
  })

  it('is that the other cannot come, or need not', async () => {
    const back = await askAndTake(scene)
    await scene.neighbour.call('help.cancel', { id: back })
    expect(await told('asker', back)).toContain('来不了了')
    const over = await askAndTake(scene)
    await scene.asker.call('help.cancel', { id: over })
    expect(await told('neighbour', over)).toEqual(['不用帮了'])
  })

  it('is a note to the grid worker, and what became of it', async () => {
    const id = await askAndFinish(scene)
    await scene.neighbour.call('help.report', { id, kind: 'failed', words: '没谈拢' })
    expect(await told('worker', id)).toEqual(['有人反映'])
    await scene.worker.call('help.handle', { id, words: '说开了' })
    expect(await told('neighbour', id)).toEqual(['处理了', '都帮好了'])
    expect(await told('asker', id)).not.toContain('处理了')
  })

  it('holds no name in full and no number', async () => {
    const id = await askAndTake(scene)
    await scene.district.runJobs()
    const rows = await scene.district.db
      .selectFrom('notice')
      .selectAll()
      .where('path', 'like', `%${id}`)
      .execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/孙热心|1990000/)
    expect(rows[0]?.body).toContain('孙**')
  })
})
