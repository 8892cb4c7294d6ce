import { randomUUID } from 'node:crypto'
import { checkAppeals } from '~/cloudfunctions/features/appeal/check'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Log } from '~/cloudfunctions/core/log'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'
import { LAMP } from './support'

const RISKY = { ...LAMP, text: '测试违规:村东头路灯坏了' }
const DOUBTFUL = { ...LAMP, text: '测试待审:村东头路灯坏了' }
/** Longer than the longest wait between two tries. */
const LONG_MS = 11 * 60_000

describe('the content check', () => {
  let district: District
  let grid: string
  let resident: Person
  let neighbour: Person
  let worker: Person
  const lines: string[] = []
  const note = (level: string) => (event: string, fields?: object) =>
    void lines.push(JSON.stringify([level, event, fields]))
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  let answers: District['ports']['content']['checkText']

  beforeAll(async () => {
    district = await openDistrict(log)
    answers = district.ports.content.checkText
  })
  beforeEach(async () => {
    // What earlier tests left behind is none of this one’s.
    await district.db
      .updateTable('appeal')
      .set({ content: 'held' })
      .where('content', '=', 'checking')
      .execute()
    district.ports.content.checkText = answers
    grid = district.newGrid()
    resident = await district.resident(grid)
    neighbour = await district.resident(grid)
    worker = await district.staff('grid_worker', grid)
    await district.group(grid, worker)
  })
  afterAll(() => district.close())

  const goSilent = () => {
    const checkText = jest.fn(() => Promise.reject(new TypeError(`${LAMP.text} 19900001234`)))
    district.ports.content.checkText = checkText
    return checkText
  }
  const submit = async (input: object = LAMP) =>
    (await resident.call('appeal.submit', { ...LAMP, ...input })).id
  const contentOf = async (id: string) => (await resident.call('appeal.info', { id })).content
  const rowOf = (id: string) =>
    district.db.selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const feed = async () => (await neighbour.call('feed.list', { areaCode: grid })).items
  const cards = () => district.db.selectFrom('delivery').selectAll().where('areaCode', '=', grid).execute()
  const hiddenFrom = async (who: Person, id: string) =>
    expect(await who.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })

  it('asks with the words, the place and who wrote them, and lets neighbours see what passes', async () => {
    const asked = jest.fn(answers)
    district.ports.content.checkText = asked
    const id = await submit({ place: '村东头' })
    expect(asked.mock.calls).toEqual([[{ openid: resident.openid, text: `${LAMP.text}\n村东头` }]])
    expect(await contentOf(id)).toBe('passed')
    await worker.call('appeal.accept', { id })
    expect(await neighbour.call('appeal.info', { id })).toMatchObject({ content: 'passed' })
    await district.runJobs()
    expect(await feed()).toHaveLength(1)
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('asks in the name of the worker who wrote the words down', async () => {
    const asked = jest.fn(answers)
    district.ports.content.checkText = asked
    await worker.call('appeal.capture', { ...LAMP, userId: resident.userId, consent: 'in_group' })
    expect(asked.mock.calls).toEqual([[{ openid: worker.openid, text: LAMP.text }]])
  })

  it('keeps words hidden until they have passed, from neighbours, feed, group and those who say the same', async () => {
    goSilent()
    const id = await submit()
    expect(await contentOf(id)).toBe('checking')
    await worker.call('appeal.accept', { id })
    await hiddenFrom(neighbour, id)
    expect(await neighbour.refused('appeal.join', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await neighbour.call('appeal.similar', { text: LAMP.text })).toEqual({ items: [] })
    await district.runJobs()
    expect([await feed(), await cards()]).toEqual([[], []])
    expect(await worker.call('appeal.info', { id })).toMatchObject({ text: LAMP.text, content: 'checking' })
  })

  it('is not in the list of somebody whose own case was joined to it', async () => {
    const id = await submit(RISKY)
    const other = await neighbour.call('appeal.submit', LAMP)
    const linked = { outcome: 'linked_duplicate', sameAs: id, words: '同一盏灯' } as const
    await worker.call('appeal.triage', { id: other.id, ...linked })
    const { items } = await neighbour.call('appeal.list', { list: 'mine' })
    expect(items.map((item) => item.id)).toEqual([other.id])
    await hiddenFrom(neighbour, id)
  })

  it('asks again after the platform was away, and tells the neighbours how it stands by then, once', async () => {
    goSilent()
    const id = await submit()
    await worker.call('appeal.accept', { id })
    await worker.call('appeal.finish', { id, words: '换了新灯头', withoutPicture: '没有能拍的东西' })
    await district.runJobs()
    const asked = jest.fn(answers)
    district.ports.content.checkText = asked
    district.clock.advance(LONG_MS)
    const { checked } = await district.runJobs()
    expect(checked).toEqual({ passed: 1, held: 0, failed: 0 })
    await district.runJobs()
    expect(asked).toHaveBeenCalledTimes(1)
    expect((await feed()).map(({ label }) => label)).toEqual(['已办结'])
    expect((await cards()).map(({ label }) => label)).toEqual(['已办结'])
    await neighbour.call('appeal.info', { id })
  })

  it('tells a step once that was still to be told when the words passed', async () => {
    const checkText = goSilent()
    const id = await submit()
    await worker.call('appeal.accept', { id })
    checkText.mockImplementation(answers as never)
    district.clock.advance(LONG_MS)
    await district.runJobs()
    expect((await feed()).map(({ label }) => label)).toEqual(['办理中'])
    expect(await contentOf(id)).toBe('passed')
  })

  it('waits longer and longer, asks no case twice at a time, and holds the words when the silence lasts', async () => {
    const checkText = goSilent()
    const id = await submit()
    await district.runJobs()
    expect((await rowOf(id)).checkTries).toBeLessThanOrEqual(2)
    for (let n = 0; n < 25; n += 1) {
      district.clock.advance(LONG_MS)
      await district.runJobs()
    }
    expect(await rowOf(id)).toMatchObject({ content: 'held', checkTries: 20, checkAt: null })
    expect(checkText).toHaveBeenCalledTimes(20)
  })

  it('does not wait for a platform that never answers', async () => {
    district.ports.content.checkText = () => new Promise(() => undefined)
    const before = Date.now()
    const id = await submit()
    expect(Date.now() - before).toBeLessThan(6000)
    expect(await rowOf(id)).toMatchObject({ content: 'checking', checkTries: 1 })
  })

  it('takes over from a job that was killed between asking and writing, whose late answer counts for nothing', async () => {
    let answer: (verdict: 'risky') => void = () => undefined
    let asked: () => void = () => undefined
    const begun = new Promise<void>((resolve) => (asked = resolve))
    const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
    const { db, clock, ports } = district
    goSilent()
    const id = await submit()
    district.clock.advance(LONG_MS)
    district.ports.content.checkText = () => {
      asked()
      return new Promise((resolve) => (answer = resolve))
    }
    const slow = checkAppeals({ db, clock, ports, secrets, log }, randomUUID)
    await begun
    district.ports.content.checkText = answers
    expect((await district.runJobs()).checked).toEqual({ passed: 0, held: 0, failed: 0 })
    district.clock.advance(61_000)
    expect((await district.runJobs()).checked).toEqual({ passed: 1, held: 0, failed: 0 })
    answer('risky')
    await slow
    expect(await contentOf(id)).toBe('passed')
  })

  it.each([
    ['risky', RISKY],
    ['doubtful', DOUBTFUL],
  ])('hides %s words from everybody but their author and the staff', async (_what, input) => {
    const id = await submit(input)
    expect(await contentOf(id)).toBe('held')
    const view = await worker.call('appeal.accept', { id })
    expect(view).toMatchObject({ text: input.text, content: 'held' })
    await district.runJobs()
    await hiddenFrom(neighbour, id)
    expect([await feed(), await cards()]).toEqual([[], []])
  })

  describe('appeal.pass', () => {
    const words = '看过了,没有问题'

    it('lets neighbours see it and tells them how it stands, once', async () => {
      const id = await submit(DOUBTFUL)
      await worker.call('appeal.accept', { id })
      await district.runJobs()
      const passed = await worker.call('appeal.pass', { id, words })
      expect(passed).toMatchObject({ content: 'passed', status: 'accepted' })
      expect(passed.steps.at(-1)).toMatchObject({ action: 'appeal.pass', words })
      expect(passed.can).not.toContain('appeal.pass')
      await worker.call('appeal.pass', { id, words })
      await district.runJobs()
      expect((await feed()).map(({ label }) => label)).toEqual(['办理中'])
      const { steps } = await neighbour.call('appeal.info', { id })
      expect(steps.map(({ action }) => action)).toEqual(['appeal.submit', 'appeal.accept'])
      expect(await auditsAbout(district.db, id)).toContain('appeal.passed')
    })

    it('is for who leads the case, on words that are held', async () => {
      const id = await submit(RISKY)
      const village = await district.staff('village_secretary', grid.slice(0, 12))
      expect((await worker.call('appeal.info', { id })).can).toContain('appeal.pass')
      expect((await village.call('appeal.info', { id })).can).toContain('appeal.pass')
      expect(await resident.refused('appeal.pass', { id, words })).toMatchObject({ code: 'FORBIDDEN' })
      await hiddenFrom(neighbour, id)
      expect(await worker.refused('appeal.pass', { id: NO_ID, words })).toMatchObject({ code: 'NOT_FOUND' })
      expect(await worker.refused('appeal.pass', { id })).toMatchObject({
        code: 'INVALID',
        fields: { words: '请填写为什么可以公开' },
      })
    })

    it('is refused for words that are under check or already public', async () => {
      const conflict = { code: 'CONFLICT', reason: 'wrong_status' }
      const open = await submit()
      expect(await worker.refused('appeal.pass', { id: open, words })).toMatchObject(conflict)
      goSilent()
      const checking = await submit()
      expect(await worker.refused('appeal.pass', { id: checking, words })).toMatchObject(conflict)
    })
  })

  it('writes no words into the log', () => {
    expect(lines.some((line) => line.includes('"content"'))).toBe(true)
    expect(lines.filter((line) => /路灯|灯头|19900001234|测试/.test(line))).toEqual([])
  })
})
