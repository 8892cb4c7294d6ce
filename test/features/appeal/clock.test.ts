import { reminderAt } from '~/cloudfunctions/features/appeal/clock'
import { shanghaiDay } from '~/cloudfunctions/core/clock'
import { createRandom } from '~/local/seed/random'
import { openDistrict, type District, type Person } from '../../support/district'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SEED = Number(process.env.SEED ?? Date.now() % 100_000)

describe('the clock of a case', () => {
  let district: District
  let grid = ''
  let resident: Person
  let worker: Person
  let town: Person
  let officer: Person
  let leader: Person

  beforeEach(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    resident = await district.resident(grid)
    worker = await district.staff('grid_worker', grid)
    town = await district.staff('town_officer', grid.slice(0, 9))
    leader = await district.staff('district_officer', grid.slice(0, 6))
    officer = await district.staff('department_officer', grid.slice(0, 6), { departmentCode: 'power' })
  })
  afterEach(() => district.close())

  const submit = async (urgency: 'danger' | 'today' | 'soon' = 'soon') =>
    (await resident.call('appeal.submit', { text: '路灯坏了', urgency })).id
  const view = (id: string) => leader.call('appeal.info', { id })
  /** What the clock did to a case, in order. */
  const ticks = async (id: string) =>
    (await view(id)).steps
      .filter(({ action }) => action === 'appeal.remind' || action === 'appeal.overdue')
      .map(({ words }) => words)
  async function pass(ms: number) {
    district.clock.advance(ms)
    await district.runJobs()
  }

  it('reminds at half and four fifths of the time, and goes up a level when it is over', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, words: '收到,正在问' })
    await pass(3 * DAY)
    expect(await ticks(id)).toEqual([])
    await pass(DAY)
    expect(await ticks(id)).toEqual(['时间过了一半,已经提醒'])
    await pass(2 * DAY)
    expect(await ticks(id)).toHaveLength(2)
    expect(await view(id)).toMatchObject({ level: 'grid', status: 'accepted' })
    await pass(DAY + MINUTE)
    expect(await view(id)).toMatchObject({ level: 'village', status: 'escalated' })
  })

  it('makes up for a timer that was dead, each step once and in order', async () => {
    const id = await submit('danger')
    await worker.call('appeal.accept', { id, words: '收到,正在问' })
    await pass(6 * HOUR)
    const made = await ticks(id)
    expect(made.slice(0, 3)).toEqual([
      '时间过了一半,已经提醒',
      '时间只剩两成,已经提醒',
      '超过时限,已报上一级',
    ])
    expect(new Set((await view(id)).steps.map(({ id: step }) => step)).size).toBe(
      (await view(id)).steps.length,
    )
    await district.runJobs()
    expect(await ticks(id)).toEqual(made)
  })

  it('does each step once however many timers run', async () => {
    const id = await submit('today')
    await worker.call('appeal.accept', { id, words: '收到,正在问' })
    district.clock.advance(25 * HOUR)
    await Promise.all([district.runJobs(), district.runJobs(), district.runJobs()])
    expect(await ticks(id)).toEqual(['时间过了一半,已经提醒', '时间只剩两成,已经提醒', '超过时限,已报上一级'])
    const notices = await district.db
      .selectFrom('appealNotice')
      .selectAll()
      .where('appealId', '=', id)
      .execute()
    expect(notices).toHaveLength(3)
  })

  it('hands a case that nobody takes to the level above, up to the town', async () => {
    const id = await submit('danger')
    await pass(11 * MINUTE)
    expect(await view(id)).toMatchObject({ level: 'village', status: 'escalated' })
    await pass(11 * MINUTE)
    expect(await view(id)).toMatchObject({ level: 'town' })
    await pass(11 * MINUTE)
    expect((await ticks(id)).slice(-2)).toEqual(['没有按时接单,已报区里督办', '还没有联系反映人,已经提醒'])
  })

  it('returns to the town what a department neither takes nor objects to', async () => {
    const id = await submit('today')
    await town.call('appeal.dispatch', { id, department: 'power', words: '请去看看' })
    expect((await officer.call('appeal.info', { id })).can).toContain('appeal.accept')
    await pass(2 * HOUR + MINUTE)
    expect(await view(id)).toMatchObject({ status: 'escalated', level: 'town' })
    await expect(officer.call('appeal.accept', { id })).rejects.toThrow('FORBIDDEN')
  })

  it('takes an objection that nobody decides as denied', async () => {
    const id = await submit()
    await town.call('appeal.dispatch', { id, department: 'power', words: '请去看看' })
    await officer.call('appeal.object', { id, reason: '不归我们' })
    await pass(DAY + MINUTE)
    expect(await view(id)).toMatchObject({ status: 'accepted', objection: { upheld: false } })
    expect((await officer.call('appeal.info', { id })).can).toContain('appeal.finish')
  })

  it('takes a shelved case up again when the time to look has come', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, words: '收到,正在问' })
    await worker.call('appeal.shelve', { id, reason: '等开春' })
    await pass(29 * DAY)
    expect(await view(id)).toMatchObject({ status: 'shelved', waitingFor: 'season' })
    await pass(DAY + MINUTE)
    const seen = await view(id)
    expect(seen.waitingFor).toBeNull()
    expect(seen.status).not.toBe('shelved')
  })

  it('moves a deadline only by an extension that another grants, once', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, words: '收到,正在问' })
    const before = Date.parse((await view(id)).dueAt)
    await worker.call('appeal.extend', { id, days: 3, reason: '等材料' })
    expect(Date.parse((await view(id)).dueAt)).toBe(before)
    await town.call('appeal.decideExtension', { id, granted: true, words: '材料三天后到' })
    expect(Date.parse((await view(id)).dueAt)).toBe(before + 3 * DAY)
    expect(await resident.call('appeal.info', { id })).toMatchObject({ extension: { granted: true } })
    await expect(worker.call('appeal.extend', { id, days: 1, reason: '再等等' })).rejects.toThrow('CONFLICT')
  })

  it('says nothing any more of what is done, withdrawn or told another way', async () => {
    const done = await submit('danger')
    await worker.call('appeal.accept', { id: done })
    await worker.call('appeal.finish', { id: done, words: '修好了', withoutPicture: '没有能拍的东西' })
    const withdrawn = await submit('danger')
    await resident.call('appeal.withdraw', { id: withdrawn })
    await pass(5 * DAY)
    expect(await ticks(done)).toEqual([])
    expect(await ticks(withdrawn)).toEqual([])
  })

  it('asks the person when the time is over, whatever the offices say', async () => {
    const id = await submit('today')
    await worker.call('appeal.accept', { id, words: '收到,正在问' })
    const rating = { id, outcome: 'unsolved', satisfaction: 'dissatisfied' } as const
    await expect(resident.call('appeal.rate', rating)).rejects.toThrow('CONFLICT')
    await pass(25 * HOUR)
    expect((await resident.call('appeal.info', { id })).can).toContain('appeal.rate')
    await resident.call('appeal.rate', rating)
    expect(await view(id)).toMatchObject({ status: 'reopened' })
  })
})

describe(`deadlines at 100,000 random moments (seed ${SEED})`, () => {
  const { between } = createRandom(SEED, 'deadlines')
  const TERMS = [2 * HOUR, DAY, 7 * DAY, 15 * DAY]
  const CORNERS = ['2024-02-29T15:59:59.999Z', '2025-12-31T16:00:00.000Z', '2026-03-31T15:59:00.000Z'].map(
    (at) => Date.parse(at),
  )

  it('reminders come in order, inside the term and then evenly after it', () => {
    const begin = Date.parse('2024-01-01T00:00:00Z')
    for (let n = 0; n < 100_000; n += 1) {
      const from = new Date(n < CORNERS.length ? (CORNERS[n] ?? begin) : begin + between(0, 4 * 365 * DAY))
      const term = TERMS[between(0, TERMS.length - 1)] ?? DAY
      const due = new Date(from.getTime() + term)
      const at = [0, 1, 2, 3, 4].map((step) => reminderAt(from, due, step, 7200).getTime())
      const expected = [
        from.getTime() + term / 2,
        from.getTime() + term * 0.8,
        due.getTime(),
        due.getTime() + 7_200_000,
        due.getTime() + 14_400_000,
      ]
      if (at.some((moment, step) => Math.abs(moment - (expected[step] ?? 0)) > 1)) {
        throw new Error(`${from.toISOString()} ${term}: ${at.join()}`)
      }
    }
  })

  it('the day of a number begins at midnight in Shanghai', () => {
    for (let n = 0; n < 2000; n += 1) {
      const midnight = Date.parse('2024-01-01T16:00:00Z') + n * DAY
      expect(shanghaiDay(new Date(midnight - 1))).not.toBe(shanghaiDay(new Date(midnight)))
      expect(shanghaiDay(new Date(midnight))).toBe(shanghaiDay(new Date(midnight + DAY - 1)))
    }
  })
})
