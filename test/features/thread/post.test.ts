import { auditsAbout, NO_ID } from '../../support/records'
import { ask, hidden } from '../help/support'
import { HELD, openScene, type Scene } from './support'

describe('thread.post and thread.list', () => {
  let scene: Scene
  beforeEach(async () => {
    scene = await openScene()
  })
  afterEach(() => scene.district.close())
  const say = (who: 'asker' | 'neighbour' | 'other' | 'worker', words: string, replyTo?: string) =>
    scene[who].call('thread.post', { target: scene.target, words, ...(replyTo && { replyTo }) })
  const read = (who: 'asker' | 'neighbour' | 'other' | 'worker', since?: string) =>
    scene[who].call('thread.list', { target: scene.target, ...(since && { since }) })
  const wordsIn = ({ items }: { items: { words: string }[] }) => items.map(({ words }) => words)

  it('shows what was said in its order, under half of a name', async () => {
    const post = await say('neighbour', '我家有,一会儿送过去')
    await say('asker', '太好了')
    await say('worker', '需要人手叫我')
    const { items, canPost } = await read('other')
    expect(items).toMatchObject([
      { by: '孙**', mine: false, byAsker: false, words: '我家有,一会儿送过去' },
      { by: '钱**', byAsker: true, words: '太好了' },
      { by: '工作人员', byStaff: true, words: '需要人手叫我' },
    ])
    expect(canPost).toBe(true)
    expect(JSON.stringify(items)).not.toContain(scene.neighbour.userId)
    expect(await auditsAbout(scene.district.db, post.id)).toEqual(['thread.posted'])
  })

  it('tells who watches only what is new, and nothing when nothing is', async () => {
    await say('neighbour', '我家有')
    const first = await read('other')
    expect(await read('other', first.cursor)).toEqual({
      items: [],
      cursor: first.cursor,
      more: false,
      canPost: true,
    })
    await say('asker', '太好了')
    const next = await read('other', first.cursor)
    expect(wordsIn(next)).toEqual(['太好了'])
    expect((await read('other', next.cursor)).items).toEqual([])
  })

  it('gives a watcher who was away everything in pieces, each once', async () => {
    const { cursor: start } = await read('other')
    for (let n = 1; n <= 5; n += 1) {
      await say('neighbour', `第${n}句`)
    }
    const seen: string[] = []
    let since = start
    for (let more = true; more;) {
      const page = await scene.other.call('thread.list', { target: scene.target, since, limit: 2 })
      seen.push(...wordsIn(page))
      ;({ cursor: since, more } = page)
    }
    expect(seen).toEqual(['第1句', '第2句', '第3句', '第4句', '第5句'])
  })

  it('pages back to what was said earlier', async () => {
    for (let n = 1; n <= 3; n += 1) {
      await say('neighbour', `第${n}句`)
    }
    const newest = await scene.other.call('thread.list', { target: scene.target, limit: 2 })
    expect(wordsIn(newest)).toEqual(['第2句', '第3句'])
    const older = await scene.other.call('thread.list', {
      target: scene.target,
      limit: 2,
      before: newest.older ?? '',
    })
    expect(wordsIn(older)).toEqual(['第1句'])
    expect(older.older).toBeUndefined()
  })

  it('keeps from neighbours what the platform holds, and brings it to who watches once it may stand', async () => {
    const { cursor } = await read('other')
    const { id } = await say('neighbour', HELD)
    expect(wordsIn(await read('other', cursor))).toEqual([])
    expect((await read('neighbour')).items).toMatchObject([{ content: 'held', mine: true }])
    expect((await read('worker')).items).toMatchObject([
      { content: 'held', can: ['thread.hide', 'thread.pass'] },
    ])
    const { cursor: later } = await read('other', cursor)
    await scene.worker.call('thread.pass', { id, words: '看过了' })
    expect(wordsIn(await read('other', later))).toEqual([HELD])
  })

  it('tells whoever is answered, once, and nobody who answers themselves', async () => {
    const { id } = await say('neighbour', '我家有')
    await say('asker', '几点方便?', id)
    await say('neighbour', '自言自语', id)
    expect((await read('neighbour')).items.at(1)).toMatchObject({ toMe: true, replyTo: { id, by: '您' } })
    await scene.district.runJobs()
    await scene.district.runJobs()
    expect((await scene.neighbour.call('notice.list', {})).items).toMatchObject([
      {
        label: '回了您',
        body: '钱**回了您:“几点方便?”',
        path: `features/help/detail/index?id=${scene.target.id}`,
      },
    ])
  })

  it('tells nobody of an answer that the platform holds, until staff lets it stand', async () => {
    const { id } = await say('neighbour', '我家有')
    const held = await say('asker', HELD, id)
    await scene.district.runJobs()
    expect((await scene.neighbour.call('notice.list', {})).items).toEqual([])
    await scene.worker.call('thread.pass', { id: held.id, words: '看过了' })
    await scene.district.runJobs()
    expect((await scene.neighbour.call('notice.list', {})).items).toHaveLength(1)
  })

  it('is one post for one key', async () => {
    const input = { target: scene.target, words: '我家有' }
    const key = `post-${scene.target.id}`
    const first = await scene.neighbour.call('thread.post', input, { key })
    expect((await scene.neighbour.call('thread.post', input, { key })).id).toBe(first.id)
    expect((await read('other')).items).toHaveLength(1)
  })

  it('says at the field what is wrong', async () => {
    const refused = (input: object) =>
      scene.neighbour.refused('thread.post', { target: scene.target, words: '好', ...input })
    expect((await refused({ words: '打19900005678' })).fields?.words).toMatch(/电话/)
    expect((await refused({ words: '' })).fields?.words).toMatch(/请填写/)
    expect(await refused({ replyTo: NO_ID })).toMatchObject(hidden)
    expect(await refused({ target: { kind: 'appeal', id: NO_ID } })).toMatchObject({ code: 'INVALID' })
    const other = { kind: 'help', id: await ask(scene) } as const
    const elsewhere = await scene.neighbour.call('thread.post', { target: other, words: '别处' })
    expect(await refused({ replyTo: elsewhere.id })).toMatchObject(hidden)
    expect(await scene.other.refused('thread.list', { target: scene.target, since: '-1' })).toMatchObject({
      code: 'INVALID',
    })
  })

  it('does not exist for those who may not see what it hangs on, and ends with it', async () => {
    const { target } = scene
    expect(await scene.villager.refused('thread.list', { target })).toMatchObject(hidden)
    expect(await scene.villager.refused('thread.post', { target, words: '好' })).toMatchObject(hidden)
    await scene.asker.call('help.cancel', { id: target.id })
    expect(await scene.asker.refused('thread.post', { target, words: '好' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'thread_closed',
    })
  })

  it('lets nobody flood it', async () => {
    const at = scene.district.clock.now()
    await say('neighbour', '第一句')
    const [post] = await scene.district.db
      .selectFrom('post')
      .selectAll()
      .where('userId', '=', scene.neighbour.userId)
      .execute()
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...post!,
      id: crypto.randomUUID(),
      seq: 100 + n,
      at,
    }))
    await scene.district.db.insertInto('post').values(many).execute()
    expect(
      await scene.neighbour.refused('thread.post', { target: scene.target, words: '又一句' }),
    ).toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'too_many',
    })
  })
})
