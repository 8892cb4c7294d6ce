import type { Input } from '~/types/api'
import { auditsAbout, eventsAbout } from '../../support/records'
import type { Person } from '../../support/district'
import { LAMP, openScene, type Scene } from './support'

const DAY = 86_400_000

describe('asking the person for their word', () => {
  let scene: Scene
  let joiner: Person
  let id: string
  const done = { words: '换了新灯头', withoutPicture: '没有能拍的东西' }
  const solved = { outcome: 'solved', satisfaction: 'very_satisfied', words: '晚上亮了' } as const
  const unsolved = { outcome: 'unsolved', satisfaction: 'dissatisfied', words: '还是不亮' } as const

  beforeAll(async () => {
    scene = await openScene()
    joiner = await scene.district.resident(scene.grid)
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
    await scene.worker.call('appeal.accept', { id })
  })
  afterEach(() => scene.district.runJobs())
  afterAll(() => scene.district.close())

  const finish = () => scene.worker.call('appeal.finish', { id, ...done })
  const seenBy = (person: Person) => person.call('appeal.info', { id })
  const said = async () => {
    await scene.district.runJobs()
    const { items } = await scene.neighbour.call('feed.list', {})
    return items.filter(({ path, label }) => path.includes(id) && label === '已评价').map(({ body }) => body)
  }
  const rateAs = (person: Person, word: Omit<Input<'appeal.rate'>, 'id'>) =>
    person.call('appeal.rate', { id, ...word })

  describe('with a neighbour who joined', () => {
    beforeEach(async () => {
      await joiner.call('appeal.join', { id })
      await finish()
    })

    it('nobody but who gave it sees a score before everybody asked has spoken', async () => {
      await rateAs(scene.resident, solved)
      expect((await seenBy(scene.resident)).rating).toMatchObject(solved)
      for (const other of [scene.worker, scene.village, scene.town, scene.neighbour, joiner]) {
        const view = await seenBy(other)
        expect(view).toMatchObject({ rating: null, neighbourRatings: null, callback: { frozen: false } })
        expect(JSON.stringify(view)).not.toContain(solved.words)
      }
      expect(await said()).toEqual([])
      await rateAs(joiner, { outcome: 'partly', satisfaction: 'satisfied' })
      expect(await seenBy(scene.worker)).toMatchObject({
        rating: solved,
        neighbourRatings: { solved: 0, partly: 1, unsolved: 0 },
        callback: { frozen: true },
      })
      expect(await said()).toEqual(['反映人评价:已解决 · 非常满意;另外1位邻居:解决了一部分1位'])
      expect((await eventsAbout(scene.district.db, id)).filter((e) => e === 'appeal.rated')).toHaveLength(1)
    })

    it('their word counts once, moves nothing, and has its time', async () => {
      expect((await seenBy(joiner)).can).toContain('appeal.rate')
      const view = await rateAs(joiner, unsolved)
      expect(view).toMatchObject({ status: 'finished', rating: null })
      expect(view.can).not.toContain('appeal.rate')
      expect(await rateAs(joiner, solved)).toMatchObject({ status: 'finished' })
      await rateAs(scene.resident, solved)
      expect((await seenBy(scene.town)).neighbourRatings).toEqual({ solved: 0, partly: 0, unsolved: 1 })
      expect((await auditsAbout(scene.district.db, id)).filter((a) => a === 'appeal.rated')).toHaveLength(3)
    })

    it('is fixed after three days without them, and told then', async () => {
      await rateAs(scene.resident, solved)
      scene.district.clock.advance(3 * DAY - 60_000)
      await scene.district.runJobs()
      expect((await seenBy(scene.worker)).rating).toBeNull()
      scene.district.clock.advance(120_000)
      expect(await said()).toEqual(['反映人评价:已解决 · 非常满意'])
      expect((await seenBy(scene.worker)).rating).toMatchObject(solved)
      expect(await joiner.refused('appeal.rate', { id, ...solved })).toMatchObject({
        code: 'CONFLICT',
        message: '评价的时间已经过了,谢谢您',
      })
    })

    it('goes on at once when it is not solved: the level above reads why', async () => {
      await rateAs(scene.resident, unsolved)
      expect(await seenBy(scene.village)).toMatchObject({
        status: 'reopened',
        rating: unsolved,
        callback: null,
      })
      expect((await seenBy(joiner)).can).not.toContain('appeal.rate')
    })

    it('comes too early before it is done', async () => {
      const open = await scene.resident.call('appeal.submit', LAMP)
      await scene.worker.call('appeal.accept', { id: open.id })
      await joiner.call('appeal.join', { id: open.id })
      expect(await joiner.refused('appeal.rate', { id: open.id, ...solved })).toMatchObject({
        reason: 'wrong_status',
      })
    })
  })

  it('asks three times on three days, then closes without counting it as satisfied', async () => {
    await finish()
    for (const tries of [2, 3]) {
      scene.district.clock.advance(DAY + 1000)
      await scene.district.runJobs()
      await scene.district.runJobs()
      expect(await seenBy(scene.resident)).toMatchObject({ status: 'finished', callback: { tries } })
    }
    scene.district.clock.advance(DAY + 1000)
    await scene.district.runJobs()
    const closed = await seenBy(scene.resident)
    expect(closed).toMatchObject({ status: 'closed', rating: null, callback: { unreached: true } })
    expect(closed.steps.at(-1)).toMatchObject({ action: 'appeal.unreached' })
    expect(closed.can).toEqual(['appeal.reopen'])
    expect((await scene.resident.call('appeal.reopen', { id, reason: '又灭了' })).status).toBe('reopened')
  })

  it('a timer that was dead for a week asks once, not three times', async () => {
    await finish()
    scene.district.clock.advance(7 * DAY)
    await Promise.all([scene.district.runJobs(), scene.district.runJobs(), scene.district.runJobs()])
    expect(await seenBy(scene.resident)).toMatchObject({ status: 'finished', callback: { tries: 2 } })
  })

  it('asks when the time is over, whatever the offices say', async () => {
    scene.district.clock.advance(DAY + 1000)
    await scene.district.runJobs()
    expect(await seenBy(scene.resident)).toMatchObject({ callback: { tries: 1, frozen: false } })
    expect((await rateAs(scene.resident, unsolved)).status).toBe('reopened')
  })

  it('a rating is never changed, in the database either', async () => {
    await finish()
    await rateAs(scene.resident, solved)
    const cheat = scene.district.db.updateTable('appealRating').set({ outcome: 'unsolved' }).execute()
    await expect(cheat).rejects.toThrow(/append-only|not be changed|refuse/i)
  })
})
