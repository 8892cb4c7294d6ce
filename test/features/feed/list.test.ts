import { openDistrict, type District, type Person } from '../../support/district'

describe('feed.list', () => {
  let district: District
  let grid: string
  let worker: Person
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    resident = await district.resident(grid, { name: '秦测试', phone: '19900001234' })
  })
  afterAll(() => district.close())

  const submit = async (text = '路灯坏了三天', more: { private?: boolean } = {}) =>
    (await resident.call('appeal.submit', { text, urgency: 'soon', ...more })).id
  const labelsOf = async (person: Person, options?: { opengid?: string }) =>
    (await person.call('feed.list', {}, options)).items.map((item) => item.label)

  it('tells the grid every step of a case as it was then, even when the timer is late, without who asked', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id })
    await worker.call('appeal.escalate', { id, to: 'village', reason: '要动主线路' })
    const village = await district.staff('village_secretary', grid.slice(0, 12))
    await village.call('appeal.answer', { id, words: '换了新线' })
    await resident.call('appeal.rate', {
      id,
      outcome: 'unsolved',
      satisfaction: 'dissatisfied',
      words: '家里还黑',
    })
    const town = await district.staff('town_officer', grid.slice(0, 9))
    await town.call('appeal.answer', { id, words: '镇里换了变压器' })
    await resident.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'satisfied' })
    await district.runJobs()
    const { items } = await resident.call('feed.list', {})
    expect([...items].reverse().map((item) => [item.label, item.tone])).toEqual([
      ['办理中', 'progress'],
      ['上报村里', 'progress'],
      ['已答复', 'good'],
      ['接着办', 'urgent'],
      ['已答复', 'good'],
      ['已评价', 'good'],
    ])
    expect(items[2]?.body).toBe('反映人评价:还没解决 · 不满意')
    expect(items.every((item) => item.title === '路灯坏了三天' && item.path.endsWith(id))).toBe(true)
    expect(JSON.stringify(items)).not.toMatch(/秦|19900001234|家里还黑/)
  })

  it('tells each step once, however often the timer runs', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id })
    await Promise.all([district.runJobs(), district.runJobs()])
    await district.runJobs()
    expect(await labelsOf(resident)).toEqual(['办理中'])
  })

  it('says nothing of private cases and of those that nobody has looked at', async () => {
    await submit()
    const id = await submit('邻居家的事', { private: true })
    await worker.call('appeal.answer', { id, words: '已上门调解' })
    await district.runJobs()
    expect(await labelsOf(resident)).toEqual([])
  })

  it('shows the grid of the opened group, else the own one, else the one worked in', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id })
    await district.runJobs()
    const opengid = await district.group(grid, worker)
    const guest = await district.resident(district.newGrid())
    expect(await labelsOf(guest)).toEqual([])
    expect(await labelsOf(guest, { opengid })).toEqual(['办理中'])
    expect(await labelsOf(worker)).toEqual(['办理中'])
    expect(await labelsOf(district.stranger())).toEqual([])
  })

  it('goes through everything page by page, and gives what is new since a moment', async () => {
    for (const text of ['路灯坏了', '井盖没了', '垃圾满了']) {
      const id = await submit(text)
      district.clock.advance(1000)
      await worker.call('appeal.accept', { id })
      await district.runJobs()
    }
    const one = await resident.call('feed.list', { limit: 2 })
    const two = await resident.call('feed.list', { limit: 2, cursor: one.nextCursor })
    expect([...one.items, ...two.items].map((item) => item.title)).toEqual([
      '垃圾满了',
      '井盖没了',
      '路灯坏了',
    ])
    expect(two.nextCursor).toBeUndefined()
    const since = one.items[1]?.at
    const fresh = await resident.call('feed.list', { since })
    expect(fresh.items.map((item) => item.title)).toEqual(['垃圾满了'])
  })

  it('is for the people of the grid and its staff: other grids do not exist', async () => {
    const elsewhere = district.newGrid()
    expect(await resident.refused('feed.list', { areaCode: elsewhere })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await worker.refused('feed.list', { areaCode: elsewhere })).toMatchObject({ code: 'NOT_FOUND' })
    const village = await district.staff('village_secretary', grid.slice(0, 12))
    await village.call('feed.list', { areaCode: elsewhere })
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await resident.refused('feed.list', { areaCode: '1', since: 'yesterday' })).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: '请选到具体的网格', since: '时间不对' },
    })
    expect(await resident.refused('feed.list', { cursor: 'x' })).toMatchObject({
      code: 'INVALID',
      fields: { cursor: '列表位置不对,请从头看起' },
    })
  })
})
