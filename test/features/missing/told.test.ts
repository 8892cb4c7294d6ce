import type { Ring } from '~/types/missing'
import {
  adjoiningTowns,
  centreOf,
  gridsToTell,
  headingOf,
  leastSearched,
  spreadAt,
  type GridPoint,
  type Search,
} from '~/cloudfunctions/features/missing/rings'
import { at, grid, HERE, OWN, point, search, SETTINGS, TOWN } from './places'

describe('who is told', () => {
  const told = (ring: Ring, radiusKm: number, grids: GridPoint[], more: Partial<Search> = {}) =>
    gridsToTell(search(more), { ring, radiusKm }, grids, SETTINGS.rings)
  const [near, village, town, next, far] = [
    grid(`${TOWN}208001`, 0.9), // another village, but it touches the 0.8 km
    grid(`${TOWN}207009`, 1.5),
    grid(`${TOWN}230001`, 2.1),
    grid('110117105001001', 2.6), // 0.5 km from the town's last grid
    grid('110117118001001', 9),
  ] as const
  const own = grid(OWN, 0.05)
  const grids = [far, next, town, village, near, own]
  const origin = { ...HERE, code: OWN, at: at('12:00') }

  it('at first the own grid and the grids that touch 0.8 km, in whatever village', () => {
    expect(told('near', 21.7, grids)).toEqual([OWN, near.code])
  })

  it('then the village, the town, the adjoining towns, the district: nearest first', () => {
    expect(told('village', 21.7, grids)).toEqual([OWN, near.code, village.code])
    expect(told('town', 21.7, grids)).toEqual([OWN, near.code, village.code, town.code])
    expect(told('adjoining', 21.7, grids)).toEqual([OWN, near.code, village.code, town.code, next.code])
    expect(told('district', 21.7, grids)).toEqual([
      OWN,
      near.code,
      village.code,
      town.code,
      next.code,
      far.code,
    ])
  })

  it('only as far as the person may have come, whichever ring is open', () => {
    expect(told('district', 2, grids)).toEqual([OWN, near.code, village.code, town.code])
    expect(told('district', 0.8, grids)).toEqual([OWN, near.code])
  })

  it('on foot at night: half the waits, but the disc of a walker', () => {
    const walker = search({
      travel: 'foot',
      needsHelp: true,
      centreAt: at('20:00'),
      verifiedAt: at('21:00'),
    })
    // 21:15 is 15 minutes after: the town by the clock; 1 h 15 min at 2 km/h are 2.5 km.
    const spread = spreadAt(walker, at('21:15'), SETTINGS)
    expect(spread).toMatchObject({ ring: 'town', radiusKm: 2.5 })
    expect(gridsToTell(walker, spread, grids, SETTINGS.rings)).toEqual([
      OWN,
      near.code,
      village.code,
      town.code,
    ])
    // By day at the same moment the town would still wait.
    expect(
      spreadAt({ ...walker, verifiedAt: at('13:00'), centreAt: at('12:00') }, at('13:15'), SETTINGS).ring,
    ).toBe('village')
  })

  it('touching the edge counts, by the half width of a grid', () => {
    expect(told('village', 1.3, [grid(`${TOWN}207009`, 1.499)])).toHaveLength(1)
    expect(told('village', 1.3, [grid(`${TOWN}207009`, 1.501)])).toHaveLength(0)
  })

  it('always the own grid, also when its middle lies far from the last place', () => {
    expect(told('near', 0.8, [grid(OWN, 3)])).toEqual([OWN])
  })

  it('a sighting moves the centre: the disc is drawn around it, from then', () => {
    const seen = point(9)
    const centre = centreOf(origin, [{ ...seen, code: far.code, at: at('13:55') }], 0.8)
    expect(centre).toEqual({ ...seen, code: far.code, at: at('13:55') })
    const moved = search({ centre: seen, centreAt: at('13:55'), centreCode: far.code })
    const spread = spreadAt(moved, at('14:10'), SETTINGS)
    // A quarter of an hour on a bicycle is 2.5 km, not the 21.7 km from where he left.
    expect(spread).toMatchObject({ ring: 'town', radiusKm: 2.5 })
    const beside = grid('110117118002001', 10)
    expect(gridsToTell(moved, spread, [...grids, beside], SETTINGS.rings)).toEqual([far.code, beside.code])
  })

  it('a sighting close by, or older than what is known, does not; the newest far one does, in whatever order they come', () => {
    const seen = (north: number, clock: string) => ({ ...point(north), code: `seen ${clock}`, at: at(clock) })
    const codeOf = (places: ReturnType<typeof seen>[]) => centreOf(origin, places, 0.8).code
    expect(codeOf([seen(0.5, '13:55')])).toBe(OWN)
    expect(codeOf([seen(9, '11:55')])).toBe(OWN)
    expect(codeOf([seen(9, '14:02'), seen(4, '13:20')])).toBe('seen 14:02')
    expect(codeOf([seen(4, '13:20'), seen(4.5, '13:40')])).toBe('seen 13:20')
  })

  it('along a river of grids at the border of the district: up and down the river, nearest first, nothing beyond', () => {
    // Grids every 0.5 km along the border, of two towns that meet at the last place; nothing lies to the east.
    const upstream = Array.from({ length: 12 }, (_, n) =>
      grid(`110117105001${String(n + 1).padStart(3, '0')}`, (n + 1) * 0.5),
    )
    const downstream = Array.from({ length: 12 }, (_, n) =>
      grid(`${TOWN}207${String(n + 1).padStart(3, '0')}`, -n * 0.5 - 0.1),
    )
    const river = [...upstream, ...downstream]
    const here = { centreCode: `${TOWN}207001` }
    // 0.8 + 0.2 km: 0.1 and 0.6 down, 0.5 and 1.0 up.
    expect(told('near', 5, river, here)).toEqual([
      downstream[0]?.code,
      upstream[0]?.code,
      downstream[1]?.code,
      upstream[1]?.code,
    ])
    // The town opens downstream only: those within 5 + 0.2 km are eleven, beside the two neighbours upstream.
    const town = told('town', 5, river, here)
    expect(town.filter((code) => code.startsWith(TOWN))).toHaveLength(11)
    expect(town.filter((code) => !code.startsWith(TOWN))).toEqual([upstream[0]?.code, upstream[1]?.code])
    // The other bank's town adjoins, half a kilometre away.
    const both = told('adjoining', 5, river, here)
    expect(both.filter((code) => !code.startsWith(TOWN))).toHaveLength(10)
    expect(both.slice(0, 6)).toEqual([0, 1, 2].flatMap((n) => [downstream[n]?.code, upstream[n]?.code]))
  })
})

describe('towns that adjoin', () => {
  it('have grids at most so far apart', () => {
    const grids = [
      grid(OWN, 0),
      grid('110117105001001', 1),
      grid('110117106001001', 1.01),
      grid('110117107001001', 0, 0.9),
    ]
    expect([...adjoiningTowns(grids, TOWN, 1.005)].sort()).toEqual(['110117105', '110117107'])
  })
})

describe('who looks where', () => {
  it('the nearest grid in which the fewest look', () => {
    const codes = ['a', 'b', 'c']
    expect(leastSearched(codes, new Map())).toBe('a')
    expect(leastSearched(codes, new Map([['a', 1]]))).toBe('b')
    expect(
      leastSearched(
        codes,
        new Map([
          ['a', 2],
          ['b', 1],
          ['c', 1],
        ]),
      ),
    ).toBe('b')
    expect(leastSearched([], new Map())).toBeUndefined()
  })
})

describe('the direction', () => {
  it.each([
    [point(1), 'north'],
    [point(1, 1), 'northeast'],
    [point(0, 1), 'east'],
    [point(-1, 1), 'southeast'],
    [point(-1), 'south'],
    [point(-1, -1), 'southwest'],
    [point(0, -1), 'west'],
    [point(1, -1), 'northwest'],
    [point(-1, -0.3), 'south'],
    [HERE, null],
  ] as const)('to %j is %s', (to, direction) => {
    expect(headingOf(HERE, to)).toBe(direction)
  })
})
