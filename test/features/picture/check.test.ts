import type { District, Person } from '../../support/district'
import { answer, openChecks, type Checks, type CheckScene } from './checks'
import { takeRed } from './support'

const MINUTE = 60_000
/** Longer than the longest wait after a failure, shorter than the time for an answer. */
const LONG_MS = 11 * MINUTE

describe('the check of pictures', () => {
  let district: District
  let asked: Checks['asked']
  let send: Checks['send']
  let seenBy: Checks['seenBy']
  let rowOf: Checks['rowOf']
  let begin: Checks['begin']
  let grid: string
  let resident: Person
  let neighbour: Person
  let worker: Person
  let open: CheckScene['open']

  beforeAll(async () => {
    ;({ district, asked, send, seenBy, rowOf, begin } = await openChecks())
  })
  beforeEach(async () => {
    ;({ grid, resident, neighbour, worker, open } = await begin())
  })
  afterAll(() => district.close())

  it('shows it to author and staff at once as under check, and to neighbours when it has passed', async () => {
    const { id, pictureId } = await open()
    expect(await seenBy(resident, id)).toEqual(['checking'])
    expect(await seenBy(worker, id)).toEqual(['checking'])
    expect(await seenBy(neighbour, id)).toEqual([])
    await district.runJobs()
    expect(await seenBy(neighbour, id)).toEqual([])
    await district.checkPictures()
    for (const person of [resident, worker, neighbour]) {
      expect(await seenBy(person, id)).toEqual(['passed'])
    }
    expect(await rowOf(pictureId)).toMatchObject({ checkAt: null, checkTries: 1 })
  })

  it('is asked about once, in the name of who sent it, by an address for outsiders, when somebody uses it', async () => {
    const loose = await send(resident)
    const { pictureId } = await open()
    await district.runJobs()
    await district.runJobs()
    const url = `memory:pictures/${pictureId}.jpg`
    expect(asked).toEqual([{ openid: resident.openid, url, traceId: (await rowOf(pictureId)).traceId }])
    expect(await rowOf(loose)).toMatchObject({ content: 'checking', checkTries: 0 })
  })

  it('comes into the lists of neighbours, and is counted there, when it has passed', async () => {
    const { id } = await open()
    await neighbour.call('appeal.join', { id })
    const row = async (person: Person) => (await person.call('appeal.list', { list: 'mine' })).items[0]
    expect(await row(resident)).toMatchObject({ picture: { content: 'checking' }, pictureCount: 1 })
    expect(await row(neighbour)).toMatchObject({ pictureCount: 0 })
    expect(await row(neighbour)).not.toHaveProperty('picture')
    const { items } = await worker.call('appeal.list', { list: 'workbench' })
    expect(items[0]).toMatchObject({ picture: { content: 'checking' }, pictureCount: 1 })
    await district.checkPictures()
    expect(await row(neighbour)).toMatchObject({ picture: { content: 'passed' }, pictureCount: 1 })
  })

  it('appears in the feed item that was there before it passed', async () => {
    const { id } = await open()
    const pictureId = await send(worker)
    await worker.call('appeal.finish', { id, words: '换了新灯头', pictureIds: [pictureId] })
    await district.runJobs()
    const latest = async (person: Person) => (await person.call('feed.list', { areaCode: grid })).items[0]
    expect(await latest(neighbour)).toMatchObject({ label: '已办结' })
    expect(await latest(neighbour)).not.toHaveProperty('picture')
    expect(await latest(worker)).not.toHaveProperty('picture')
    await district.checkPictures()
    expect(await latest(neighbour)).toMatchObject({ picture: { id: pictureId, content: 'passed' } })
  })

  it('is held back from neighbours for good when the platform says so, and stays with author and staff', async () => {
    const { id } = await open(takeRed())
    await district.checkPictures()
    expect(await seenBy(resident, id)).toEqual(['held'])
    expect(await seenBy(worker, id)).toEqual(['held'])
    expect(await seenBy(neighbour, id)).toEqual([])
    district.clock.advance(60 * MINUTE)
    await district.checkPictures()
    expect(asked).toHaveLength(1)
  })

  it('is judged by people when the platform does not know its author or does not judge them', async () => {
    const { pictureId } = await open()
    district.ports.content.checkPicture = () => Promise.resolve(undefined)
    await district.runJobs()
    expect(await rowOf(pictureId)).toMatchObject({ content: 'held', checkAt: null })
    const other = await open()
    await district.db.updateTable('appUser').set({ openid: null }).where('id', '=', resident.userId).execute()
    await district.runJobs()
    expect(await rowOf(other.pictureId)).toMatchObject({ content: 'held' })
  })

  describe('a platform that is away', () => {
    it('is asked again half an hour after a question without an answer, and people decide in the end', async () => {
      const { pictureId } = await open()
      await district.runJobs()
      district.clock.advance(29 * MINUTE)
      await district.runJobs()
      expect(asked).toHaveLength(1)
      for (let n = 0; n < 25; n += 1) {
        district.clock.advance(31 * MINUTE)
        await district.runJobs()
      }
      expect(asked).toHaveLength(20)
      expect(await rowOf(pictureId)).toMatchObject({ content: 'held', checkAt: null })
    })

    it('that takes no questions is asked with growing waits, and people decide in the end', async () => {
      const { pictureId } = await open()
      const away = jest.fn(() => Promise.reject(new TypeError('away')))
      district.ports.content.checkPicture = away
      const { pictures } = await district.runJobs()
      expect(pictures).toEqual({ asked: 0, held: 0, failed: 1 })
      for (let n = 0; n < 25; n += 1) {
        district.clock.advance(LONG_MS)
        await district.runJobs()
      }
      expect(away).toHaveBeenCalledTimes(20)
      expect(await rowOf(pictureId)).toMatchObject({ content: 'held', checkTries: 20, checkAt: null })
    })

    it('is asked by another job a minute after the first was killed; what that one hears late counts for nothing', async () => {
      let reply: (traceId: string) => void = () => undefined
      const { pictureId } = await open()
      const counting = district.ports.content.checkPicture
      const begun = new Promise<void>((resolve) => {
        district.ports.content.checkPicture = () => {
          resolve()
          return new Promise((settle) => (reply = settle))
        }
      })
      const slow = district.runJobs()
      await begun
      district.ports.content.checkPicture = counting
      expect((await district.runJobs()).pictures).toEqual({ asked: 0, held: 0, failed: 0 })
      district.clock.advance(MINUTE + 1)
      expect((await district.runJobs()).pictures).toEqual({ asked: 1, held: 0, failed: 0 })
      reply('a-late-id')
      await slow
      expect(await rowOf(pictureId)).toMatchObject({ traceId: asked[0]!.traceId, checkTries: 2 })
    })
  })

  describe('appeal.pass', () => {
    const words = '看过了,照片没有问题'

    it('lets neighbours see a picture that was held back, and nothing changes when it is repeated', async () => {
      const { id, pictureId } = await open(takeRed())
      expect((await worker.call('appeal.info', { id })).can).not.toContain('appeal.pass')
      await district.checkPictures()
      expect((await worker.call('appeal.info', { id })).can).toContain('appeal.pass')
      expect(await resident.refused('appeal.pass', { id, words })).toMatchObject({ code: 'FORBIDDEN' })
      const passed = await worker.call('appeal.pass', { id, words })
      expect(passed.can).not.toContain('appeal.pass')
      expect(await seenBy(neighbour, id)).toEqual(['passed'])
      expect(await worker.call('appeal.pass', { id, words })).toEqual(passed)
      await district.push(answer(asked[0]!.traceId, 'risky'))
      expect((await rowOf(pictureId)).content).toBe('passed')
    })

    it('is there again for another picture of the case, also for who has passed the first', async () => {
      const { id } = await open(takeRed())
      await district.checkPictures()
      await worker.call('appeal.pass', { id, words })
      const pictureIds = [await send(worker, takeRed())]
      await worker.call('appeal.finish', { id, words: '换了新灯头', pictureIds })
      await district.checkPictures()
      const { steps } = await worker.call('appeal.pass', { id, words })
      expect(steps.filter(({ action }) => action === 'appeal.pass')).toHaveLength(2)
      const shown = (await neighbour.call('appeal.info', { id })).steps.flatMap(({ pictures }) => pictures)
      expect(shown.map((picture) => picture.id)).toEqual(expect.arrayContaining(pictureIds))
    })

    it('is refused while the platform is still looking', async () => {
      const { id } = await open(takeRed())
      await district.runJobs()
      expect(await worker.refused('appeal.pass', { id, words })).toMatchObject({ reason: 'wrong_status' })
      expect(await seenBy(neighbour, id)).toEqual([])
    })
  })
})
