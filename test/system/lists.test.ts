import type { Action } from '~/types/api'
import { openDistrict, type District } from '../support/district'
import { openScene, takeElsewhere, WHO, type Scene, type Who } from './people'

const PLACES = ['own', 'other_grid', 'other_village', 'other_town'] as const
type Place = (typeof PLACES)[number]
const LEVELS = ['grid', 'village', 'town'] as const
type Level = (typeof LEVELS)[number]

/** The places inside what somebody's role covers, by hand: the village holds two of the grids, the town three. */
const COVERED: Partial<Record<Who, readonly Place[]>> = {
  'grid_worker:own': ['own'],
  'grid_worker:other_grid': ['other_grid'],
  'grid_worker:other_village': ['other_village'],
  'grid_worker:other_town': ['other_town'],
  'village_secretary:own': ['own', 'other_grid'],
  'village_secretary:other_village': ['other_village'],
  'village_secretary:other_town': ['other_town'],
  'town_officer:own': ['own', 'other_grid', 'other_village'],
  'town_officer:other_town': ['other_town'],
  'district_officer:own': PLACES,
  'system_administrator:own': PLACES,
}
/** Which roles have a list at all, and the level of the cases on their workbench. */
const CASES = ['grid_worker', 'village_secretary', 'town_officer', 'district_officer']
const OFFICES = ['grid_worker', 'village_secretary', 'town_officer']
const CARDS = ['grid_worker', 'village_secretary']
const ROLES_HELD = ['village_secretary', 'town_officer', 'district_officer', 'system_administrator']
const DESK: Partial<Record<string, Level>> = {
  grid_worker: 'grid',
  village_secretary: 'village',
  town_officer: 'town',
}
/** Whose feed somebody sees when they name none. */
const feedOf = (who: Who): Place | undefined => {
  const [kind, place = 'own'] = who.split(':')
  const hasOne = ['submitter', 'resident', 'visitor'].includes(kind ?? '')
  const works = kind === 'grid_worker' && place !== 'ended'
  return hasOne || works ? (place as Place) : undefined
}

interface Item {
  id: string
  areaCode?: string
  area?: { code: string }
}
const textOf = (place: Place, level: Level) => `路灯坏了 ${place} ${level}`

describe('lists hold what is inside the scope, all of it and nothing else', () => {
  let district: District
  let scene: Scene
  /** The cases by place and level; what else hangs on a place is found by its code. */
  const cases = new Map<string, { place: Place; level: Level }>()
  const awards = new Map<string, Place>()

  beforeAll(async () => {
    district = await openDistrict()
    scene = await openScene(district, takeElsewhere(district))
    for (const place of PLACES) {
      const code = scene.places[place]
      const worker = scene.who(`grid_worker:${place}`)
      const resident = place === 'own' ? scene.who('submitter') : await district.resident(code)
      await district.group(code, worker)
      for (const level of LEVELS) {
        const { id } = await resident.call('appeal.submit', { text: textOf(place, level), urgency: 'soon' })
        await (level === 'grid'
          ? worker.call('appeal.accept', { id })
          : worker.call('appeal.escalate', { id, to: level, reason: '线路老化' }))
        cases.set(id, { place, level })
      }
      const member = await district.resident(code)
      const deed = { userId: member.userId, rule: 'honour', words: place } as const
      const { id } = await worker.call('points.propose', { requestId: `award-${place}`, ...deed })
      awards.set(id, place)
    }
    await district.runJobs()
  })
  afterAll(() => district.close())

  /** Every item of every page; nothing for whoever is refused the list. */
  async function readAll(who: Who, action: Action, input: object): Promise<Item[]> {
    const group = who === 'visitor' ? { group: { opengid: scene.opengid } } : {}
    const items: Item[] = []
    let cursor: string | undefined
    do {
      const { openid } = scene.who(who)
      const reply = await district.api(
        { action, input: { limit: 50, ...input, cursor }, ...group },
        { openid },
      )
      if (!reply.ok) {
        expect(reply.error.code).toBe('FORBIDDEN')
        return []
      }
      const page = reply.data as unknown as { items: Item[]; nextCursor?: string }
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    return items
  }

  const roleOf = (who: Who) => who.split(':')[0] ?? ''
  const covered = (who: Who, roles: readonly string[]): readonly Place[] =>
    roles.includes(roleOf(who)) ? (COVERED[who] ?? []) : []
  const casesOf = (may: (place: Place, level: Level) => boolean) =>
    [...cases].filter(([, { place, level }]) => may(place, level)).map(([id]) => id)
  const placeOf = (code: string | undefined) => PLACES.find((place) => scene.places[place] === code)
  const placesOf = (items: Item[]) =>
    [...new Set(items.flatMap(({ areaCode, area }) => placeOf(areaCode ?? area?.code) ?? []))].sort()

  it.each(WHO)('cases of the area, for %s', async (who) => {
    const ids = (await readAll(who, 'appeal.list', { list: 'area' })).map(({ id }) => id)
    const places = covered(who, CASES)
    expect(ids.filter((id) => cases.has(id)).sort()).toEqual(
      casesOf((place) => places.includes(place)).sort(),
    )
    // And of the whole district: every case of the area and no other.
    const codes = await district.db.selectFrom('appeal').select(['id', 'areaCode']).execute()
    const scopes = places.map((place) => scene.places[place])
    const digits = { grid_worker: 15, village_secretary: 12, town_officer: 9 }[roleOf(who)] ?? 6
    const inside = codes.filter(({ areaCode }) =>
      scopes.some((scope) => areaCode.startsWith(scope.slice(0, digits))),
    )
    expect([...ids].sort()).toEqual(inside.map(({ id }) => id).sort())
  })

  it.each(WHO)('the workbench of %s', async (who) => {
    const ids = (await readAll(who, 'appeal.list', { list: 'workbench' })).map(({ id }) => id)
    const places = covered(who, CASES)
    const wanted = casesOf((place, level) => places.includes(place) && level === DESK[roleOf(who)])
    expect(ids.filter((id) => cases.has(id)).sort()).toEqual(wanted.sort())
  })

  it.each(WHO)('the own cases of %s', async (who) => {
    const ids = (await readAll(who, 'appeal.list', { list: 'mine' })).map(({ id }) => id)
    expect([...ids].sort()).toEqual(who === 'submitter' ? casesOf((place) => place === 'own').sort() : [])
  })

  it.each(WHO)('points that wait for a second person, for %s', async (who) => {
    const ids = (await readAll(who, 'points.awards', { list: 'waiting' })).map(({ id }) => id)
    const places = covered(who, OFFICES)
    const wanted = [...awards].flatMap(([id, place]) => (places.includes(place) ? [id] : []))
    expect(ids.filter((id) => awards.has(id)).sort()).toEqual(wanted.sort())
  })

  it.each(WHO)('cards to share, for %s', async (who) => {
    const items = await readAll(who, 'delivery.mine', {})
    expect(placesOf(items)).toEqual([...covered(who, CARDS)].sort())
  })

  it.each(WHO)('roles held, for %s', async (who) => {
    const items = await readAll(who, 'assignment.list', { role: 'grid_worker' })
    expect(placesOf(items)).toEqual([...covered(who, ROLES_HELD)].sort())
  })

  it.each(WHO)('the feed of %s', async (who) => {
    const items = await readAll(who, 'feed.list', {})
    const place = feedOf(who)
    expect(placesOf(items)).toEqual(place === undefined ? [] : [place])
    expect(new Set(items.map(({ areaCode }) => areaCode)).size).toBe(place === undefined ? 0 : 1)
  })

  it.each(WHO)('what is kept about %s: of nobody else', async (who) => {
    const person = scene.who(who)
    const kept = JSON.stringify(await person.call('me.export', {}))
    expect(PLACES.filter((place) => kept.includes(textOf(place, 'grid')))).toEqual(
      who === 'submitter' ? ['own'] : [],
    )
    const { userId } = await person.call('me.enter', {})
    const row = district.db.selectFrom('appUser').select('id').where('openid', '=', person.openid)
    expect(userId).toBe((await row.executeTakeFirstOrThrow()).id)
  })
})
