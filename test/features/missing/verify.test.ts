import { openDistrict, type District } from '../../support/district'
import { auditsAbout } from '../../support/records'
import {
  at,
  openSearches,
  report,
  searchFor,
  takeSearchers,
  toldOf,
  type Searchers,
} from '../../support/searches'

const MINUTE = 60_000
const DAY = 86_400_000
/** 12:00 in Shanghai of the next day: the rings are slow by day. */
const untilNoon = (now: Date) => DAY - ((now.getTime() - 4 * 3_600_000) % DAY)

describe('missing.verify', () => {
  let district: District
  let people: Searchers
  let restore: () => Promise<void>
  beforeAll(async () => {
    district = await openDistrict()
    ;({ restore } = await openSearches(district))
    district.clock.advance(untilNoon(district.clock.now()))
  })
  beforeEach(async () => {
    people = await takeSearchers(district)
  })
  afterAll(async () => {
    await restore()
    await district.close()
  })

  const pass = async (minutes: number) => {
    district.clock.advance(minutes * MINUTE)
    await district.runJobs()
  }

  it('tells the own grid and its neighbours at once, then ring after ring, nearest first, each grid once', async () => {
    // A bicycle for an hour: 10 km, far enough for both towns.
    const id = await searchFor(district, people)
    await district.runJobs()
    expect(await toldOf(district.db, id)).toEqual([at(1, 1, 1), at(1, 1, 2)])
    await pass(5)
    expect(await toldOf(district.db, id)).toEqual([at(1, 1, 1), at(1, 1, 2), at(1, 1, 3)])
    await pass(24)
    expect(await toldOf(district.db, id)).toHaveLength(3)
    await pass(1)
    expect((await toldOf(district.db, id)).slice(3)).toEqual([at(1, 2, 1), at(1, 2, 2)])
    await pass(30)
    expect((await toldOf(district.db, id)).slice(5)).toEqual([at(2, 1, 1), at(2, 1, 2)])
    // Two hours after: the district is open, and a bicycle has come 30 km in the three hours.
    await pass(60)
    await Promise.all([district.runJobs(), district.runJobs()])
    expect((await toldOf(district.db, id)).slice(7)).toEqual([at(3, 1, 1)])
    expect((await people.family.call('missing.info', { id })).ring).toBe('district')
  })

  it('waits for nobody who cannot be there yet: a slow walker', async () => {
    const id = await searchFor(district, people, { travel: 'foot', needsHelp: true })
    // 1 h 40 min at 2 km/h are 3.3 km, and half a grid more: the town is open, its farthest grid is not reached.
    await pass(40)
    expect(await toldOf(district.db, id)).toEqual([at(1, 1, 1), at(1, 1, 2), at(1, 1, 3), at(1, 2, 1)])
  })

  it('goes faster in frost, from the moment that the lead says so', async () => {
    const id = await searchFor(district, people)
    await pass(16)
    expect(await toldOf(district.db, id)).toHaveLength(3)
    await people.worker.call('missing.extend', { id, weather: 'cold' })
    await district.runJobs()
    expect(await toldOf(district.db, id)).toHaveLength(5)
    expect((await people.family.call('missing.info', { id })).weather).toBe('cold')
  })

  it('tells the whole district at once of somebody who took a bus', async () => {
    const id = await searchFor(district, people, { travel: 'bus' })
    await district.runJobs()
    expect(await toldOf(district.db, id)).toHaveLength(8)
  })

  it('makes a card without a name, and the page open to whoever has it', async () => {
    const id = await searchFor(district, people, { name: '李测试' })
    await district.runJobs()
    const { items } = await people.neighbour.call('feed.list', {})
    expect(items[0]).toMatchObject({
      title: '爱心寻人:男,72岁,骑自行车',
      body: '深色外套,中等身材,在村东头小卖部走失。看到请点这里',
      label: '正在寻找',
      tone: 'urgent',
      path: `features/missing/detail/index?id=${id}`,
    })
    const seen = await district.stranger().call('missing.info', { id })
    expect(seen).toMatchObject({
      relation: 'public',
      name: '李**',
      contactName: '',
      kinship: null,
      steps: [],
    })
    expect(seen.can).toEqual(['missing.sight', 'missing.search'])
    expect((await people.neighbour.call('missing.list', { list: 'near' })).items[0]?.id).toBe(id)
    const farAway = (await people.elsewhere.call('missing.list', { list: 'near' })).items
    expect(farAway.map((item) => item.id)).not.toContain(id)
  })

  it('again by the same person changes nothing; by another it is too late', async () => {
    const id = await searchFor(district, people)
    await people.worker.call('missing.verify', { id, words: '又打了一次' })
    expect(await people.village.refused('missing.verify', { id, words: '我来' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
    expect(await auditsAbout(district.db, id)).toEqual([
      'missing.reported',
      'missing.verified',
      'missing.verified',
    ])
    const { steps } = await people.family.call('missing.info', { id })
    expect(steps.map(({ action, by }) => [action, by])).toEqual([
      ['missing.report', '家属'],
      ['missing.verify', '网格员'],
    ])
  })

  it('may correct what was written down; needs words of what the reporter said', async () => {
    const { id } = await people.family.call('missing.report', report(district))
    expect((await people.worker.refused('missing.verify', { id, words: ' ' })).fields).toEqual({
      words: '请填写核实的情况',
    })
    const seen = await people.worker.call('missing.verify', {
      id,
      words: '核实',
      looks: '灰棉袄',
      weather: 'cold',
    })
    expect(seen).toMatchObject({
      status: 'searching',
      looks: '灰棉袄',
      weather: 'cold',
      place: '村东头小卖部',
    })
  })

  it('is for those in whose area it happened, and for the police', async () => {
    const { id } = await people.family.call('missing.report', report(district))
    const other = await district.staff('grid_worker', at(1, 1, 2))
    expect(await other.refused('missing.verify', { id, words: '核实' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await people.neighbour.refused('missing.verify', { id, words: '核实' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    const power = await district.staff('department_officer', at(1).slice(0, 6), { departmentCode: 'power' })
    expect(await power.refused('missing.verify', { id, words: '核实' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await people.police.call('missing.verify', { id, words: '核实' })).toMatchObject({
      status: 'searching',
    })
  })

  describe.each([
    ['a child', { age: 9, travel: 'foot' as const }],
    ['a minor', { age: 17 }],
    ['somebody taken away perhaps', { abduction: true }],
  ])('of %s', (_name, who) => {
    it('goes to the police, and nothing is broadcast without them', async () => {
      const { id, policeFirst } = await people.family.call('missing.report', report(district, who))
      expect(policeFirst).toBe(true)
      const handed = await people.worker.call('missing.verify', { id, words: '给家属打过电话' })
      expect(handed).toMatchObject({ status: 'with_police', ring: null })
      expect(handed.can).not.toContain('missing.verify')
      await pass(300)
      expect(await toldOf(district.db, id)).toEqual([])
      for (const one of [people.village, people.town, people.above]) {
        expect(await one.refused('missing.verify', { id, words: '我来' })).toMatchObject({
          reason: 'police_first',
        })
      }
      expect(await people.neighbour.refused('missing.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
      expect(
        (await people.police.call('missing.list', { list: 'desk' })).items.map((item) => item.id),
      ).toContain(id)
      const seen = await people.police.call('missing.verify', { id, words: '立案,请大家帮着找' })
      expect(seen).toMatchObject({ status: 'searching' })
      await district.runJobs()
      expect((await toldOf(district.db, id)).slice(0, 2)).toEqual([at(1, 1, 1), at(1, 1, 2)])
    })
  })

  it('of a minor shows neighbours no name at all', async () => {
    const { id } = await people.family.call('missing.report', report(district, { age: 9, name: '李小测' }))
    await people.police.call('missing.verify', { id, words: '立案' })
    expect((await people.neighbour.call('missing.info', { id })).name).toBe('')
  })

  it('expires after its term unless it is prolonged', async () => {
    const [short, long] = [await searchFor(district, people), await searchFor(district, people)]
    district.clock.advance(29 * DAY)
    await people.family.call('missing.extend', { id: long })
    district.clock.advance(2 * DAY)
    await district.runJobs()
    expect(await people.family.call('missing.info', { id: short })).toMatchObject({
      status: 'expired',
      looks: '',
    })
    expect(await people.family.call('missing.info', { id: long })).toMatchObject({ status: 'searching' })
    expect(await people.neighbour.refused('missing.extend', { id: long })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await people.family.refused('missing.extend', { id: short })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
