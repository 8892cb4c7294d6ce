import { DONE, openScene, type Scene } from './support'

describe('who is told what becomes of a case', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  const told = async (who: Scene['resident'], id: string) => {
    await scene.district.runJobs()
    const { items } = await who.call('notice.list', {})
    return items.filter(({ path }) => path.includes(id)).map(({ label, body }) => `${label} ${body}`)
  }

  it('who asked hears each step of others, once, and is asked in the end', async () => {
    const id = await scene.taken()
    await scene.worker.call('appeal.finish', { id, ...DONE })
    await scene.district.runJobs()
    const [finished, accepted, ...rest] = await told(scene.resident, id)
    expect(accepted).toMatch(/^办理中 网格员.*接单,正在办$/)
    expect(finished).toMatch(/^已办结 换了新灯头.*点开说一声$/)
    expect(rest).toEqual([])
  })

  it('who joined hears what the first hears, and the first’s word, but is not asked as the first is', async () => {
    const id = await scene.taken()
    await scene.district.runJobs()
    await scene.neighbour.call('appeal.join', { id })
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(await told(scene.neighbour, id)).toEqual([expect.stringMatching(/^已办结 换了新灯头.*办结\)$/)])
  })

  it('nobody hears of what they did themselves, nor does the worker who wrote it down for somebody', async () => {
    const input = { text: '王大娘说门口积水', urgency: 'today', consent: 'by_phone', name: '王大娘' } as const
    const { id } = await scene.worker.call('appeal.capture', input)
    await scene.worker.call('appeal.accept', { id })
    expect(await told(scene.worker, id)).toEqual([])
  })

  it('who joined hears nothing of words that are held back', async () => {
    const id = await scene.taken()
    await scene.district.runJobs()
    await scene.neighbour.call('appeal.join', { id })
    await scene.district.db.updateTable('appeal').set({ content: 'held' }).where('id', '=', id).execute()
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(await told(scene.neighbour, id)).toEqual([])
    expect(await told(scene.resident, id)).toHaveLength(2)
  })
})
