import type { MissingMapView, SightingView } from '~/types/missing'
import { drawMap } from '@/features/missing/drawing'
import { headline, looksWords, rangeWords, sightingTitle } from '@/features/missing/view'
import { northOf } from '../../support/searches'

const map = (more: Partial<MissingMapView> = {}): MissingMapView => ({
  centre: northOf(0),
  circles: [0.8, 2],
  told: [northOf(0.5), northOf(1)],
  heading: null,
  ...more,
})
const sighting = (km: number, more: Partial<SightingView> = {}): SightingView => ({
  ...{ id: String(km), status: 'confirmed', seenAt: '2026-11-23T06:02:00Z', self: true, place: '桥头' },
  ...{ point: northOf(km), direction: null, pictures: [], words: '', exactPlace: '', family: null },
  ...{ hasPhone: false, can: [] },
  ...more,
})
/** Heights of the marks of sightings, in the units of the drawing. */
const marksOf = (svg: string) => [...svg.matchAll(/cy="([-\d.]+)" r="6"/g)].map(([, y]) => Number(y))

describe('a search in words', () => {
  it('never calls the priority area the farthest that somebody can have come', () => {
    expect(rangeWords(map())).toBe('先在2公里内找')
    expect(rangeWords(map({ circles: [0.8, 2, 21.7] }))).toBe('先在2公里内找,最远可能到21.7公里')
  })

  it('says who it is as far as it is known', () => {
    expect(headline({ sex: 'male', age: 72 })).toBe('男,72岁')
    expect(headline({ sex: null, age: null })).toBe('')
    expect(looksWords({ looks: '深色外套', travel: 'bicycle' })).toBe('深色外套,自行车')
    expect(looksWords({ looks: '深色外套', travel: 'unknown' })).toBe('深色外套')
  })

  it('says when and where somebody was seen, by the clock of Shanghai', () => {
    expect(sightingTitle(sighting(1, { direction: 'southeast' }))).toBe('14:02 桥头,往东南')
    expect(sightingTitle(sighting(1))).toBe('14:02 桥头')
  })
})

describe('the drawn map', () => {
  it('shows every confirmed sighting inside the picture, however far, and none that nobody confirmed', () => {
    const far = [sighting(9), sighting(-6), sighting(3, { status: 'received' })]
    const marks = marksOf(drawMap(map({ circles: [0.8, 2, 21.7] }), far))
    expect(marks).toHaveLength(2)
    expect(marks.every((y) => y > 0 && y < 200)).toBe(true)
  })

  it('has north at the top and joins sightings from the oldest to the newest', () => {
    const svg = drawMap(map(), [sighting(1.5), sighting(-1)])
    const [older = 0, newer = 0] = marksOf(svg)
    expect([older > 100, newer < 100]).toEqual([true, true])
    expect(svg).toMatch(/polyline points="171.5,\d+/)
  })

  it('can be drawn before anybody was told', () => {
    expect(drawMap(map({ told: [], circles: [] }), [])).toMatch(/^<svg.*<\/svg>$/)
  })
})
