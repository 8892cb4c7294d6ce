import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

describe('appeal.join', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  it('counts the neighbour, who is told what the first is told, and moves nothing', async () => {
    const joined = await scene.neighbour.call('appeal.join', { id, words: '我家门口也是' })
    expect(joined).toMatchObject({ joinCount: 1, joined: true, status: 'accepted', relation: 'neighbour' })
    expect(joined.can).not.toContain('appeal.join')
    const mine = await scene.neighbour.call('appeal.list', { list: 'mine' })
    expect(mine.items.map((item) => item.id)).toContain(id)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.joined')
  })

  it('twice is once', async () => {
    const joined = await scene.neighbour.call('appeal.join', { id })
    expect(await scene.neighbour.call('appeal.join', { id })).toEqual(joined)
  })

  it('stays readable for who joined, wherever they belong later', async () => {
    await scene.neighbour.call('appeal.join', { id })
    const elsewhere = scene.district.newGrid()
    await scene.neighbour.call('membership.choose', { areaCode: elsewhere })
    expect(await scene.neighbour.call('appeal.info', { id })).toMatchObject({ joined: true })
    await scene.neighbour.call('membership.choose', { areaCode: scene.grid })
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.neighbour.refused('appeal.join', { id, words: '长'.repeat(201) })).toMatchObject({
      code: 'INVALID',
      fields: { words: '补充的话最多200个字,请短一些' },
    })
  })

  it('is neither for who asked nor for who handles it', async () => {
    for (const other of [scene.resident, scene.worker, scene.village]) {
      expect(await other.refused('appeal.join', { id })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.join', { id })).toMatchObject(missing)
    expect(await scene.neighbour.refused('appeal.join', { id: NO_ID })).toMatchObject(missing)
  })

  it('is not possible with what nobody has looked at or what is private', async () => {
    const unseen = await scene.submit()
    const secret = await scene.taken({ private: true })
    for (const hidden of [unseen, secret]) {
      expect(await scene.neighbour.refused('appeal.join', { id: hidden })).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  it('comes too late once it is done', async () => {
    await scene.worker.call('appeal.finish', { id, ...DONE })
    const late = await scene.district.resident(scene.grid)
    expect(await late.refused('appeal.join', { id })).toMatchObject({ reason: 'wrong_status' })
  })
})
