import { auditsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.pass', () => {
  let scene: Scene
  let id: string
  const words = '已看过,内容没有问题'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken({ text: '测试待审:村东头路灯坏了' })
  })
  afterAll(() => scene.district.close())

  it('lets neighbours read what the platform held back, and tells them how it stands, once', async () => {
    expect(await scene.neighbour.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    const after = await scene.worker.call('appeal.pass', { id, words })
    expect(after.content).toBe('passed')
    expect(await scene.neighbour.call('appeal.info', { id })).toMatchObject({ relation: 'neighbour' })
    await scene.district.runJobs()
    const { items } = await scene.neighbour.call('feed.list', {})
    expect(items.filter(({ path }) => path.includes(id))).toHaveLength(1)
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.passed')
  })

  it('twice is once', async () => {
    const after = await scene.worker.call('appeal.pass', { id, words })
    expect(await scene.worker.call('appeal.pass', { id, words })).toEqual(after)
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.worker.refused('appeal.pass', { id, words: '' })).toMatchObject({
      code: 'INVALID',
      fields: { words: '请填写为什么可以公开' },
    })
  })

  it('is for who leads the case: nobody passes their own words', async () => {
    for (const other of [scene.resident, scene.leader]) {
      expect(await other.refused('appeal.pass', { id, words })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.pass', { id, words })).toMatchObject(missing)
    expect(await scene.worker.refused('appeal.pass', { id: NO_ID, words })).toMatchObject(missing)
  })

  it('has no sense for what is shown already', async () => {
    const open = await scene.taken()
    expect(await scene.worker.refused('appeal.pass', { id: open, words })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
