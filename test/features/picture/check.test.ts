import type { Log } from '~/cloudfunctions/core/log'
import { openDistrict, type District, type Person } from '../../support/district'
import { takePhoto, takeRed, upload } from './support'

const MINUTE = 60_000
/** Longer than the longest wait after a failure, shorter than the time for an answer. */
const LONG_MS = 11 * MINUTE
const lamp = { text: '村东头路灯坏了三天', urgency: 'today' } as const

describe('the check of pictures', () => {
  let district: District
  let grid: string
  let resident: Person
  let neighbour: Person
  let worker: Person
  const lines: string[] = []
  const note = (event: string, fields?: object) => void lines.push(JSON.stringify([event, fields]))
  const log: Log = { info: note, warn: note, error: note }
  let usual: District['ports']['content']['checkPicture']
  /** What the platform was asked, with the ids that it gave. */
  let asked: { openid: string; url: string; traceId: string }[]

  beforeAll(async () => {
    district = await openDistrict(log)
    usual = district.ports.content.checkPicture
  })
  beforeEach(async () => {
    // What other files left behind is none of ours.
    await district.db
      .updateTable('picture')
      .set({ content: 'held' })
      .where('content', '=', 'checking')
      .execute()
    asked = []
    district.ports.content.checkPicture = async (what) => {
      const traceId = (await usual(what)) ?? ''
      asked.push({ ...what, traceId })
      return traceId
    }
    grid = district.newGrid()
    resident = await district.resident(grid)
    neighbour = await district.resident(grid)
    worker = await district.staff('grid_worker', grid)
  })
  afterEach(() => district.ports.content.takeMessages())
  afterAll(() => district.close())

  const send = async (person: Person, bytes = takePhoto()) => {
    const pictureId = await upload(district, person, await bytes)
    return (await person.call('picture.finish', { pictureId })).id
  }
  /** A case with one picture that a worker has looked at. */
  const open = async (bytes = takePhoto()) => {
    const pictureId = await send(resident, bytes)
    const { id } = await resident.call('appeal.submit', { ...lamp, pictureIds: [pictureId] })
    await worker.call('appeal.accept', { id })
    return { id, pictureId }
  }
  const seenBy = async (person: Person, id: string) =>
    (await person.call('appeal.info', { id })).pictures.map(({ content }) => content)
  const rowOf = (id: string) =>
    district.db.selectFrom('picture').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const answer = (traceId: string, suggest: string, more: object = {}) => ({
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: 'wxlocal0000000000',
    version: 2,
    trace_id: traceId,
    errcode: 0,
    result: { suggest, label: 100 },
    ...more,
  })

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

  describe('the answer', () => {
    it.each([
      ['pass', 'passed'],
      ['review', 'held'],
      ['risky', 'held'],
    ])('%s makes it %s, however often it comes', async (suggest, content) => {
      const { pictureId } = await open()
      await district.runJobs()
      const message = answer(asked[0]!.traceId, suggest)
      expect(await district.push(message)).toBe('success')
      const row = await rowOf(pictureId)
      expect(row.content).toBe(content)
      expect(await district.push(message)).toBe('success')
      expect(await district.push(answer(asked[0]!.traceId, suggest === 'pass' ? 'risky' : 'pass'))).toBe(
        'success',
      )
      expect(await rowOf(pictureId)).toEqual(row)
    })

    it('does nothing under an id that nobody waits for', async () => {
      const { pictureId } = await open()
      await district.runJobs()
      const row = await rowOf(pictureId)
      expect(await district.push(answer('62f11967-2b24d27a-34715985', 'pass'))).toBe('success')
      expect(await rowOf(pictureId)).toEqual(row)
    })

    it('to an earlier question is not taken; the one to the last question is', async () => {
      const { pictureId } = await open()
      await district.runJobs()
      district.clock.advance(30 * MINUTE + 1)
      await district.runJobs()
      const [first, second] = asked
      await district.push(answer(first!.traceId, 'risky'))
      expect(await rowOf(pictureId)).toMatchObject({ content: 'checking', traceId: second!.traceId })
      await district.push(answer(second!.traceId, 'pass'))
      expect((await rowOf(pictureId)).content).toBe('passed')
    })

    it('that the picture could not be fetched brings the question again, under another id', async () => {
      const { pictureId } = await open()
      await district.runJobs()
      await district.push(answer(asked[0]!.traceId, 'pass', { errcode: -1008 }))
      expect(await rowOf(pictureId)).toMatchObject({ content: 'checking', traceId: null })
      district.clock.advance(LONG_MS)
      await district.checkPictures()
      expect(asked).toHaveLength(2)
      expect((await rowOf(pictureId)).content).toBe('passed')
    })

    it.each([
      'wx_client',
      'wx_client,scf',
      'wx_devtools',
      'wx_http',
      'scf',
      'wx_trigger,scf',
      'wx_client,wx_trigger',
      'wx_paycallback',
      'tcb',
      '',
    ])('is refused when it does not come from WeChat itself: %j', async (source) => {
      const { pictureId } = await open()
      await district.runJobs()
      expect(await district.push(answer(asked[0]!.traceId, 'pass'), source)).toBe('refused')
      expect((await rowOf(pictureId)).content).toBe('checking')
    })

    it('is refused when it is no such message, or one of another program', async () => {
      const { pictureId } = await open()
      await district.runJobs()
      const { traceId } = asked[0]!
      for (const more of [{ Event: 'x' }, { MsgType: 'text' }, { appid: 'wxother' }, { result: undefined }]) {
        expect(await district.push(answer(traceId, 'pass', more))).toBe('refused')
      }
      expect(await district.push(undefined)).toBe('refused')
      expect((await rowOf(pictureId)).content).toBe('checking')
    })

    it('leaves no id in the log or in a reply: whoever knows it could answer', async () => {
      const { id } = await open()
      await district.runJobs()
      const { traceId } = asked[0]!
      const shown = JSON.stringify(await worker.call('appeal.info', { id }))
      await district.push(answer(traceId, 'pass'), 'wx_client')
      await district.push(answer(traceId, 'pass'))
      expect(lines.some((line) => line.includes('"push"'))).toBe(true)
      expect([shown, ...lines].filter((line) => line.includes(traceId))).toEqual([])
    })
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
