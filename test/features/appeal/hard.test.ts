import { openDistrict, type District, type Person } from '../../support/district'

const MINUTE = 60_000

describe('the whole life of one hard appeal', () => {
  let district: District
  const people = {} as Record<
    'resident' | 'neighbour' | 'worker' | 'town' | 'leader' | 'power' | 'police' | 'roads',
    Person
  >
  let id = ''
  let grid = ''
  const view = (who: keyof typeof people) => people[who].call('appeal.info', { id })
  const whistleOf = async (who: 'power' | 'police' | 'roads') => {
    const { whistles } = await view(who)
    return whistles.find(({ department }) => department === who)?.id ?? ''
  }

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    people.resident = await district.resident(grid, { name: '钱测试', phone: '19900001234' })
    people.neighbour = await district.resident(grid)
    people.worker = await district.staff('grid_worker', grid)
    people.town = await district.staff('town_officer', grid.slice(0, 9))
    people.leader = await district.staff('district_officer', grid.slice(0, 6))
    for (const departmentCode of ['power', 'police', 'roads'] as const) {
      people[departmentCode] = await district.staff('department_officer', grid.slice(0, 6), {
        departmentCode,
      })
    }
  })
  afterAll(() => district.close())

  it('begins with a line that sparks: two hours, taken by the grid worker, sent up to the town', async () => {
    const made = await people.resident.call('appeal.submit', {
      text: '幼儿园门口电线冒火花,孩子马上放学',
      urgency: 'danger',
    })
    id = made.id
    expect(Date.parse(made.dueAt) - Date.parse(made.submittedAt)).toBe(120 * MINUTE)
    expect(made.signDueAt).toBeDefined()
    await people.worker.call('appeal.accept', { id })
    expect((await view('worker')).signDueAt).toBeUndefined()
    await people.worker.call('appeal.escalate', { id, to: 'town', reason: '要马上断电,网格办不了' })
    await people.town.call('appeal.accept', { id })
  })

  it('is found by a neighbour who writes the same, and joined instead of repeated', async () => {
    const { items } = await people.neighbour.call('appeal.similar', { text: '幼儿园门口的电线在冒火花' })
    expect(items[0]).toMatchObject({ id, joined: false })
    const joined = await people.neighbour.call('appeal.join', { id })
    expect(joined).toMatchObject({ joinCount: 1, joined: true })
    expect(await people.neighbour.call('appeal.join', { id })).toEqual(joined)
    const mine = await people.neighbour.call('appeal.list', { list: 'mine' })
    expect(mine.items.map((item) => item.id)).toContain(id)
  })

  it('brings three departments by an emergency whistle, each with thirty minutes', async () => {
    await expect(view('power')).rejects.toThrow('NOT_FOUND')
    const whistled = await people.town.call('appeal.whistle', {
      id,
      kind: 'emergency',
      departments: ['power', 'police', 'roads'],
      words: '请马上到场断电、警戒、封路',
    })
    expect(whistled.whistles).toHaveLength(3)
    const [first] = whistled.whistles
    expect(Date.parse(first?.answerDueAt ?? '') - Date.parse(first?.blownAt ?? '')).toBe(30 * MINUTE)
    const desk = await people.power.call('appeal.list', { list: 'workbench' })
    expect(desk.items.map((item) => item.id)).toContain(id)
    const again = { id, kind: 'hard', departments: ['power'], words: '再来一次' } as const
    expect(await people.town.refused('appeal.whistle', again)).toMatchObject({ reason: 'whistle_running' })
  })

  it('lets one department object, and the district decide', async () => {
    const whistleId = await whistleOf('roads')
    await people.roads.call('appeal.object', { id, whistleId, reason: '不在职责清单' })
    const wanted = { id, whistleId, upheld: true, words: '路面没有受损,不用到场' }
    expect(await people.town.refused('appeal.decideObjection', wanted)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await view('leader')).can).toContain('appeal.decideObjection')
    const decided = await people.leader.call('appeal.decideObjection', wanted)
    expect(decided.whistles.find(({ id: one }) => one === whistleId)).toMatchObject({ status: 'dropped' })
  })

  it('keeps who arrived until the town lets them go, with scores on both sides', async () => {
    for (const who of ['power', 'police'] as const) {
      const whistleId = await whistleOf(who)
      await people[who].call('appeal.arrive', { id, whistleId, words: '已到现场', justified: 5 })
      expect((await view(who)).can).not.toContain('appeal.release')
      const release = { id, whistleId, useful: 4 }
      expect(await people[who].refused('appeal.release', release)).toMatchObject({ code: 'FORBIDDEN' })
      await people.town.call('appeal.release', release)
    }
    const staff = await view('town')
    expect(staff.whistles.filter(({ status }) => status === 'released')).toHaveLength(2)
    expect(staff.whistles[0]).toMatchObject({ useful: 4, justified: 5 })
    const neighbour = await view('neighbour')
    expect(JSON.stringify(neighbour)).not.toMatch(/useful|justified|不在职责清单|断电、警戒/)
  })

  it('is reported done, not solved for the resident, taken up again and solved', async () => {
    await people.town.call('appeal.finish', { id, words: '已换新线并测试', withoutPicture: '没有能拍的东西' })
    await people.resident.call('appeal.rate', {
      id,
      outcome: 'unsolved',
      satisfaction: 'dissatisfied',
      words: '晚上又冒了一次',
    })
    expect(await view('resident')).toMatchObject({ status: 'reopened', level: 'town' })
    await people.town.call('appeal.accept', { id })
    await people.town.call('appeal.finish', {
      id,
      words: '整段换成地埋电缆',
      withoutPicture: '没有能拍的东西',
    })
    const closed = await people.resident.call('appeal.rate', {
      id,
      outcome: 'solved',
      satisfaction: 'very_satisfied',
    })
    expect(closed).toMatchObject({ status: 'closed', can: ['appeal.reopen'] })
    // One neighbour who joined has not rated yet: until then nobody else sees the score.
    expect(await view('town')).toMatchObject({ rating: null, callback: { frozen: false } })
    await people.neighbour.call('appeal.rate', { id, outcome: 'partly', satisfaction: 'satisfied' })
    expect(await view('town')).toMatchObject({
      rating: { outcome: 'solved' },
      neighbourRatings: { solved: 0, partly: 1, unsolved: 0 },
    })
  })

  it('told the group each step that neighbours care about, once', async () => {
    await district.runJobs()
    const { items } = await people.neighbour.call('feed.list', {})
    const labels = items.map(({ label }) => label).reverse()
    expect(labels.filter((label) => label === '部门报到')).toHaveLength(2)
    expect(labels.filter((label) => label === '已办结')).toHaveLength(2)
    expect(labels).toEqual(expect.arrayContaining(['办理中', '上报镇里', '接着办', '已评价']))
  })
})
