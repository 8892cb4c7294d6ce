import { openDistrict, type District, type Person } from '../../support/district'
import { NO_ID } from '../../support/records'
import {
  at,
  northOf,
  openSearches,
  report,
  searchFor,
  takeSearchers,
  toldOf,
  type Searchers,
} from '../../support/searches'

const MINUTE = 60_000
const EXACT = { latitude: northOf(20.1).latitude, longitude: 117.001 }
const WITNESS_PHONE = '19900004321'

describe('missing.sight, missing.confirmSighting and missing.search', () => {
  let district: District
  let people: Searchers
  let id: string
  let restore: () => Promise<void>
  beforeAll(async () => {
    district = await openDistrict()
    ;({ restore } = await openSearches(district))
  })
  beforeEach(async () => {
    people = await takeSearchers(district)
    id = await searchFor(district, people)
  })
  afterAll(async () => {
    await restore()
    await district.close()
  })

  const minutesAgo = (minutes: number) =>
    new Date(district.clock.now().getTime() - minutes * MINUTE).toISOString()
  /** Somebody far away saw him ten minutes ago. */
  const sight = (who: Person, more: object = {}) =>
    who.call('missing.sight', {
      id,
      self: true,
      seenAt: minutesAgo(10),
      areaCode: at(3, 1, 1),
      ...EXACT,
      place: '12号院门口',
      direction: 'east',
      words: '推着车走得很慢',
      phone: WITNESS_PHONE,
      ...more,
    })
  const firstId = async () => (await people.worker.call('missing.info', { id })).sightings[0]?.id ?? ''
  const confirm = async (who: Person, confirmed = true, more: object = {}) =>
    who.call('missing.confirmSighting', { id, sightingId: await firstId(), confirmed, ...more })

  it('goes to the lead and the police first; nobody else learns that there is one', async () => {
    const seen = await sight(people.elsewhere)
    expect(seen.sightings).toEqual([])
    for (const who of [people.family, people.neighbour, people.elsewhere]) {
      expect((await who.call('missing.info', { id })).sightings).toEqual([])
    }
    for (const who of [people.worker, people.village, people.town, people.above, people.police]) {
      expect((await who.call('missing.info', { id })).sightings[0]).toMatchObject({
        status: 'received',
        point: EXACT,
        exactPlace: '12号院门口',
        words: '推着车走得很慢',
        hasPhone: true,
        can: ['missing.confirmSighting', 'missing.call'],
      })
    }
  })

  it('once checked is shown to all, coarse: the grid and the time, never the place, the words or the number', async () => {
    await sight(people.elsewhere)
    await confirm(people.worker, true, { place: '桥头往东' })
    const { sightings, counts, map } = await people.neighbour.call('missing.info', { id })
    expect(sightings).toHaveLength(1)
    expect(sightings[0]).toMatchObject({
      status: 'confirmed',
      place: '桥头往东',
      point: northOf(20),
      direction: 'east',
      exactPlace: '',
      words: '',
      hasPhone: false,
      can: [],
    })
    expect([counts.sightings, map?.heading]).toEqual([1, 'east'])
    const shown = JSON.stringify(await people.neighbour.call('missing.info', { id }))
    const kept = [
      '12号院',
      '推着车',
      WITNESS_PHONE,
      String(EXACT.latitude),
      String(EXACT.longitude),
      '钱测试',
    ]
    expect(kept.filter((secret) => shown.includes(secret))).toEqual([])
    const family = await people.family.call('missing.info', { id })
    expect(family.sightings[0]).toMatchObject({ words: '推着车走得很慢', exactPlace: '', hasPhone: false })
  })

  it('gives the number of a witness to the lead and the police alone', async () => {
    await sight(people.elsewhere)
    const sightingId = await firstId()
    expect(await people.police.call('missing.call', { id, sightingId })).toEqual({ phone: WITNESS_PHONE })
    for (const who of [people.family, people.neighbour]) {
      expect(await who.refused('missing.call', { id, sightingId })).toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await people.worker.refused('missing.call', { id, sightingId: NO_ID })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('never says that somebody was found', async () => {
    await sight(people.elsewhere)
    await confirm(people.worker)
    await confirm(people.family)
    expect(await people.neighbour.call('missing.info', { id })).toMatchObject({ status: 'searching' })
  })

  it('that holds moves the centre of the rings: the grids there are told; one that nobody checked does not', async () => {
    await district.runJobs()
    const before = await toldOf(district.db, id)
    await sight(people.elsewhere)
    await district.runJobs()
    expect(await toldOf(district.db, id)).toEqual(before)
    await confirm(people.worker)
    await district.runJobs()
    expect((await toldOf(district.db, id)).slice(before.length)).toEqual([at(3, 1, 1)])
    expect((await people.neighbour.call('missing.info', { id })).map?.centre).toEqual(northOf(20))
  })

  it('that the family says is another moves the centre back', async () => {
    await sight(people.elsewhere)
    await confirm(people.worker)
    await confirm(people.family, false)
    const seen = await people.worker.call('missing.info', { id })
    expect(seen.sightings[0]).toMatchObject({ status: 'confirmed', family: false })
    expect(seen.map?.centre).toEqual(northOf(0))
  })

  it('is judged by those who lead, and the family speaks only of what was checked', async () => {
    await sight(people.elsewhere)
    const sightingId = await firstId()
    const judged = { id, sightingId, confirmed: true }
    expect(await people.neighbour.refused('missing.confirmSighting', judged)).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await people.family.refused('missing.confirmSighting', judged)).toMatchObject({
      code: 'NOT_FOUND',
    })
    await confirm(people.police)
    await confirm(people.police)
    expect((await confirm(people.family)).sightings[0]).toMatchObject({ family: true })
    const { steps } = await people.worker.call('missing.info', { id })
    expect(steps.filter(({ action }) => action === 'missing.confirmSighting')).toHaveLength(2)
    expect((await confirm(people.town, false)).sightings[0]).toMatchObject({ status: 'rejected' })
    expect((await people.family.call('missing.info', { id })).sightings).toEqual([])
  })

  it('says at the field what is wrong, and takes ten an hour', async () => {
    const wrong = { id, self: true, seenAt: minutesAgo(-5), areaCode: at(3, 1, 1) }
    expect((await people.neighbour.refused('missing.sight', wrong)).fields).toEqual({
      seenAt: '看到的时间还没到,请检查',
    })
    const nowhere = { ...wrong, seenAt: minutesAgo(5), areaCode: at(9, 9, 9) }
    expect((await people.neighbour.refused('missing.sight', nowhere)).fields).toEqual({
      areaCode: '没有这个网格,请重新选',
    })
    expect((await people.neighbour.refused('missing.sight', { id })).fields).toMatchObject({
      self: '请选是不是亲眼看到的',
    })
    for (let n = 0; n < 10; n += 1) {
      await sight(people.neighbour)
    }
    const again = await people.neighbour.refused('missing.sight', { ...nowhere, areaCode: at(3, 1, 1) })
    expect(again).toMatchObject({ code: 'RATE_LIMITED', reason: 'sighted_often' })
  })

  it('is not for a report that nobody verified, nor for one that is over', async () => {
    const waiting = await people.family.call('missing.report', report(district))
    const input = { id: waiting.id, self: true, seenAt: minutesAgo(5), areaCode: at(3, 1, 1) }
    expect(await people.neighbour.refused('missing.sight', input)).toMatchObject({ code: 'NOT_FOUND' })
    await people.family.call('missing.found', { id, finding: 'found_safe' })
    expect(await people.neighbour.refused('missing.sight', { ...input, id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('gives out the nearest grid with the fewest people, so that not all look in one place', async () => {
    await district.runJobs()
    const mine = async (who: Person, more: object = {}) => {
      const { searching } = await who.call('missing.search', { id, ...more })
      return searching.find((part) => part.mine)?.areaCode
    }
    const helpers = await Promise.all([1, 2, 3].map(() => district.resident(at(1, 1, 3))))
    const given: (string | undefined)[] = []
    for (const helper of helpers) {
      given.push(await mine(helper))
    }
    expect(given).toEqual([at(1, 1, 1), at(1, 1, 2), at(1, 1, 1)])
    const [first] = helpers as [Person]
    expect(await mine(first)).toBe(at(1, 1, 1))
    expect(await mine(first, { areaCode: at(1, 2, 1), street: '村东大路' })).toBe(at(1, 2, 1))
    const streets = async (who: Person) =>
      (await who.call('missing.info', { id })).searching.flatMap((part) => part.streets)
    expect([await streets(people.neighbour), await streets(people.worker)]).toEqual([[], ['村东大路']])
    expect((await people.worker.call('missing.reach', { id })).counts.searchers).toBe(3)
    await first.call('missing.search', { id, done: true })
    expect((await people.worker.call('missing.reach', { id })).counts.searchers).toBe(2)
  })

  it('shows reach to the family and the lead: told, opened by how many people, sightings, searchers', async () => {
    await district.runJobs()
    for (const who of [people.neighbour, people.neighbour, people.elsewhere, people.worker]) {
      await who.call('missing.info', { id })
    }
    await sight(people.elsewhere)
    expect(await people.family.call('missing.reach', { id })).toMatchObject({
      counts: { told: 2, opened: 2, sightings: 0, searchers: 0 },
      pending: 0,
      unchecked: 1,
      towns: [{ areaCode: at(1), areaName: '北1镇', told: 2 }],
    })
    expect(await people.neighbour.refused('missing.reach', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })
})
