import { RINGS, type Ring } from '~/types/missing'
import {
  isNight,
  paceOf,
  reachKm,
  spreadAt,
  waitsOf,
  type Search,
} from '~/cloudfunctions/features/missing/rings'
import { at, MINUTE, search, SETTINGS } from './places'

describe('how far somebody may have come', () => {
  it('on a bicycle after 2 h 10 min: 21.7 km', () => {
    expect(reachKm(search(), at('12:00'), at('14:10'), SETTINGS)).toBeCloseTo(21.667, 3)
  })

  it.each([
    ['who needs help, on foot, after 90 minutes', { needsHelp: true, travel: 'foot' }, 90, 3],
    ['who needs help, on foot, after a day: the cap', { needsHelp: true, travel: 'foot' }, 1440, 5],
    ['an elder on foot after two hours', { travel: 'foot' }, 120, 7],
    ['an elder on foot after four hours: the cap', { travel: 'foot' }, 240, 10],
    ['a child of six after an hour', { age: 6, travel: 'foot' }, 60, 1.5],
    ['a child of six after three hours: the cap', { age: 6, travel: 'foot' }, 180, 3],
    ['a child of seven after an hour', { age: 7, travel: 'foot' }, 60, 3],
    ['a child of thirteen after five hours: the cap', { age: 13, travel: 'foot' }, 300, 10],
    ['an adult on foot after half an hour', { age: 40, travel: 'foot' }, 30, 2],
    ['an adult on foot after five hours: the cap', { age: 40, travel: 'foot' }, 300, 15],
    ['a bicycle after four hours: the cap', {}, 240, 30],
    ['a tricycle after an hour', { travel: 'tricycle' }, 60, 10],
    ['an electric bicycle after an hour', { travel: 'e_bike' }, 60, 25],
    ['an electric bicycle after three hours: the cap', { travel: 'e_bike' }, 180, 60],
    ['a moment before they were last seen', {}, -5, 0],
  ] as const)('%s', (_name, who, minutes, km) => {
    const now = new Date(at('12:00').getTime() + minutes * MINUTE)
    expect(reachKm(search(who), at('12:00'), now, SETTINGS)).toBeCloseTo(km, 9)
  })

  it('by bus or car: no disc follows, the whole district at once', () => {
    expect(paceOf(search({ travel: 'bus' }))).toBeUndefined()
    expect(spreadAt(search({ travel: 'car' }), at('13:36'), SETTINGS)).toMatchObject({
      ring: 'district',
      radiusKm: Infinity,
    })
  })
})

describe('when the rings open', () => {
  const ringAfter = (minutes: number, more: Partial<Search> = {}): Ring => {
    const verifiedAt = more.verifiedAt ?? at('13:36')
    return spreadAt(search(more), new Date(verifiedAt.getTime() + minutes * MINUTE), SETTINGS).ring
  }

  it.each<[number, Ring]>([
    [0, 'near'],
    [4, 'near'],
    [5, 'village'],
    [29, 'village'],
    [30, 'town'],
    [34, 'town'],
    [59, 'town'],
    [60, 'adjoining'],
    [119, 'adjoining'],
    [120, 'district'],
  ])('by day, %i minutes after it was verified: %s', (minutes, ring) => {
    expect(ringAfter(minutes)).toBe(ring)
  })

  it.each<[number, Ring]>([
    [2, 'near'],
    [3, 'village'],
    [15, 'town'],
    [30, 'adjoining'],
    [60, 'district'],
  ])('at night, in frost and in heat in half the time: after %i minutes %s', (minutes, ring) => {
    expect(ringAfter(minutes, { verifiedAt: at('21:00') })).toBe(ring)
    expect(ringAfter(minutes, { weather: 'cold' })).toBe(ring)
    expect(ringAfter(minutes, { weather: 'hot' })).toBe(ring)
  })

  it('night is by the clock of Shanghai, across midnight', () => {
    const night = (clock: string) => isNight(at(clock), SETTINGS.rings)
    expect(['19:59', '20:00', '23:59', '00:00', '05:59', '06:00', '12:00'].map(night)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
    const noon = { ...SETTINGS.rings, nightFrom: 11, nightUntil: 13 }
    expect([isNight(at('12:30'), noon), isNight(at('13:00'), noon)]).toEqual([true, false])
  })

  it('the rings open in their order', () => {
    const waits = waitsOf('mild', at('13:36'), SETTINGS)
    expect(RINGS.map((ring) => waits[ring] / MINUTE)).toEqual([0, 5, 30, 60, 120])
  })

  it('looks again when the next ring opens, at the latest after a quarter of an hour', () => {
    const nextAfter = (minutes: number) => {
      const now = new Date(at('13:36').getTime() + minutes * MINUTE)
      return (spreadAt(search(), now, SETTINGS).nextAt.getTime() - at('13:36').getTime()) / MINUTE
    }
    expect([0, 5, 20, 30, 50, 119, 120, 500].map(nextAfter)).toEqual([5, 20, 30, 45, 60, 120, 135, 515])
  })

  it('never looks closer than the first priority area, since nobody knows the last place to the metre', () => {
    const walker = search({ travel: 'foot', needsHelp: true, centreAt: at('13:30') })
    expect(spreadAt(walker, at('13:36'), SETTINGS).radiusKm).toBe(0.8)
  })
})
