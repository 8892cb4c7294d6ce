import { openDistrict, type District, type Person } from '../../support/district'
import { NO_ID } from '../../support/records'

describe('me.enter', () => {
  let district: District
  let grid: string
  let worker: Person
  let opengid: string

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    opengid = await district.group(grid, worker)
  })
  afterAll(() => district.close())

  it('lets anybody in, makes one person of them and asks for nothing', async () => {
    const newcomer = district.stranger()
    const first = await newcomer.call('me.enter', {})
    expect(first).toMatchObject({
      name: '',
      consented: false,
      membership: null,
      group: null,
      grid: null,
      gridWorkers: [],
      assignments: [],
      can: [],
    })
    expect((await newcomer.call('me.enter', {})).userId).toBe(first.userId)
  })

  it('makes one person of somebody who opens the program several times at once', async () => {
    const newcomer = district.stranger()
    const views = await Promise.all(
      Array.from({ length: 6 }, () => newcomer.call('me.enter', {}, { opengid })),
    )
    expect(new Set(views.map((view) => view.userId)).size).toBe(1)
    expect(views.every((view) => view.membership?.area.code === grid)).toBe(true)
  })

  it('makes a newcomer a neighbour of the grid whose group they came from', async () => {
    const newcomer = district.stranger()
    const view = await newcomer.call('me.enter', {}, { opengid })
    expect(view).toMatchObject({
      membership: { area: { code: grid }, assurance: 'group' },
      group: { area: { code: grid }, can: [] },
      grid: { code: grid },
      gridWorkers: [{ name: '赵师傅', phone: '' }],
    })
    expect(await newcomer.call('me.enter', {})).toMatchObject({ membership: { area: { code: grid } } })
  })

  it('takes the group for better proof than what somebody says of themselves', async () => {
    const resident = await district.resident(district.newGrid(), { assurance: 'self' })
    expect(await resident.call('me.enter', {}, { opengid })).toMatchObject({
      membership: { area: { code: grid }, assurance: 'group' },
    })
  })

  it.each(['group', 'worker'] as const)(
    'leaves a home of assurance %s alone when the program is opened from the group of relatives',
    async (assurance) => {
      const home = district.newGrid()
      const guest = await district.resident(home, { assurance })
      expect(await guest.call('me.enter', {}, { opengid })).toMatchObject({
        membership: { area: { code: home }, assurance },
        group: { area: { code: grid }, can: ['membership.choose'] },
        grid: { code: grid },
      })
    },
  )

  it('offers to bind a group that is bound to nothing, to staff only', async () => {
    const unbound = `group-${NO_ID}-${grid}`
    expect(await worker.call('me.enter', {}, { opengid: unbound })).toMatchObject({
      group: { area: null, can: ['group.bind'] },
    })
    const resident = await district.resident(grid)
    expect(await resident.call('me.enter', {}, { opengid: unbound })).toMatchObject({
      group: { area: null, can: [] },
    })
  })

  it('lists the roles in force and the pages that come with them', async () => {
    const view = await worker.call('me.enter', {})
    expect(view.assignments).toMatchObject([{ role: 'grid_worker', area: { code: grid }, can: [] }])
    expect(view.can).toEqual([
      'workbench',
      'announcement.manage',
      'help.manage',
      'membership.manage',
      'group.bind',
      'survey.view',
      'evaluation.view',
      'points.propose',
      'civility.remind',
    ])
    const officer = await district.staff('district_officer', grid.slice(0, 6))
    expect((await officer.call('me.enter', {})).can).toEqual([
      'workbench',
      'announcement.manage',
      'delivery.retry',
      'assignment.view',
      'setting.propose',
      'survey.manage',
      'survey.view',
      'evaluation.manage',
      'evaluation.view',
      'party.view',
    ])
  })

  it('shows one’s own number masked', async () => {
    const resident = await district.resident(grid, { phone: '19900001234' })
    expect((await resident.call('me.enter', {})).phone).toBe('199****1234')
  })

  it('opens all the same when the card it came by is not there', async () => {
    const resident = await district.resident(grid)
    await resident.call('me.enter', { deliveryId: NO_ID }, { opengid })
  })

  it('says at the field that the id of a card is none', async () => {
    expect(await worker.refused('me.enter', { deliveryId: '7' })).toMatchObject({
      code: 'INVALID',
      fields: { deliveryId: '编号不对,请返回重试' },
    })
  })
})
