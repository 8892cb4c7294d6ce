import { codeAt, judgeScan, metresBetween } from '~/cloudfunctions/features/activity/proof'
import { countedInterval, minutesOf, splitByDay } from '~/cloudfunctions/features/activity/hours'
import { ageOn } from '~/cloudfunctions/features/activity/ages'
import { expandShifts } from '~/cloudfunctions/features/activity/expand'
import { createSecrets } from '~/cloudfunctions/core/crypto'

const at = (text: string) => new Date(`${text}+08:00`)
const shift = { startsAt: at('2026-11-26T08:00:00'), endsAt: at('2026-11-26T10:00:00') }
const stay = (from: string, to: string | null) =>
  minutesOf(
    countedInterval({
      ...shift,
      arrivedAt: at(`2026-11-26T${from}:00`),
      leftAt: to === null ? null : at(`2026-11-26T${to}:00`),
    }),
  )

describe('hours', () => {
  it.each([
    ['who stays the whole time', '08:00', '10:00', 120],
    ['who comes late', '08:40', '10:00', 80],
    ['who leaves early', '08:00', '08:45', 45],
    ['who stays longer, up to a quarter more than planned', '08:00', '10:20', 140],
    ['who stays much longer', '08:00', '12:00', 150],
    ['who comes early and stays much longer', '07:30', '12:00', 150],
    ['who never checks out', '08:10', null, 110],
    ['who checks in after the end and out never', '10:30', null, 0],
  ])('of %s', (_who, from, to, minutes) => {
    expect(stay(from, to)).toBe(minutes)
  })

  it('are split at midnight in Shanghai, not in UTC', () => {
    const night = { from: at('2026-11-26T22:30:00'), to: at('2026-11-27T02:00:00') }
    expect(splitByDay(night)).toEqual([
      { day: '2026-11-26', minutes: 90 },
      { day: '2026-11-27', minutes: 120 },
    ])
    const morning = { from: at('2026-11-26T07:00:00'), to: at('2026-11-26T09:00:00') }
    expect(splitByDay(morning)).toEqual([{ day: '2026-11-26', minutes: 120 }])
  })

  it('are cut at the end when the organiser counts less', () => {
    const night = { from: at('2026-11-26T23:00:00'), to: at('2026-11-27T02:00:00') }
    expect(splitByDay(night, 70)).toEqual([
      { day: '2026-11-26', minutes: 60 },
      { day: '2026-11-27', minutes: 10 },
    ])
    expect(splitByDay({ from: night.from, to: night.from })).toEqual([])
  })
})

describe('an age', () => {
  it.each([
    ['2008-11-27', 17],
    ['2008-11-26', 18],
    ['2008-02-29', 18],
  ])('of somebody born on %s is %d on the day of the shift', (bornOn, age) => {
    expect(ageOn(bornOn, at('2026-11-26T00:30:00'))).toBe(age)
  })
})

describe('a repeating rule', () => {
  const now = at('2026-11-25T12:00:00')
  const rule = { from: '08:00', to: '10:00', firstDay: '2026-11-25', lastDay: '2026-12-08', capacity: 2 }

  it('makes a shift on each of its weekdays that is still to come', () => {
    const days = expandShifts({ repeat: { ...rule, weekdays: [3, 7] } }, now).map(({ startsAt }) =>
      startsAt.toISOString(),
    )
    // Wednesday the 25th at eight is over already.
    expect(days).toEqual(['2026-11-29T00:00:00.000Z', '2026-12-02T00:00:00.000Z', '2026-12-06T00:00:00.000Z'])
  })

  it('refuses to make none, or too many', () => {
    expect(() => expandShifts({ repeat: { ...rule, weekdays: [1], lastDay: '2026-11-26' } }, now)).toThrow()
    const all = { ...rule, weekdays: [1, 2, 3, 4, 5, 6, 7], lastDay: '2027-03-01' }
    expect(() => expandShifts({ repeat: all }, now)).toThrow()
  })
})

describe('the changing code', () => {
  const secrets = createSecrets(Buffer.alloc(32, 1).toString('base64'))
  const shown = at('2026-11-26T08:00:20')
  const later = (seconds: number) => new Date(shown.getTime() + seconds * 1000)
  const judge = (seconds: number, more: object = {}) =>
    judgeScan(secrets, {
      shiftId: 'a',
      code: codeAt(secrets, 'a', shown).code,
      at: later(seconds),
      now: later(seconds),
      deliver: 86_400,
      ...more,
    })

  it('changes every minute and is another one for each shift', () => {
    expect(codeAt(secrets, 'a', shown)).toEqual({
      code: expect.stringMatching(/^\d{8}$/) as unknown,
      until: at('2026-11-26T08:01:00'),
    })
    const codes = [0, 60, 120].map((seconds) => codeAt(secrets, 'a', later(seconds)).code)
    expect(new Set([...codes, codeAt(secrets, 'b', shown).code]).size).toBe(4)
  })

  it('is taken in its minute and the next, and then no more', () => {
    expect([0, 39, 60, 99].map((seconds) => judge(seconds))).toEqual([0, 0, 0, 0])
    expect([100, 200, 3600, -25].map((seconds) => judge(seconds))).toEqual([null, null, null, null])
  })

  it('is taken later from a phone without a network when it was scanned in time, and says how late', () => {
    expect(judge(10, { now: later(3610) })).toBe(3600)
    expect(judge(110, { now: later(3610) })).toBeNull()
    expect(judge(10, { now: later(86_411) })).toBeNull()
  })

  it('is not taken for another shift, nor from a clock that runs far ahead', () => {
    expect(judge(0, { shiftId: 'b' })).toBeNull()
    expect(judge(0, { now: later(-121) })).toBeNull()
  })
})

it('the distance on the ground is right to a metre in a hundred', () => {
  const village = { latitude: 40.14, longitude: 117.1 }
  expect(metresBetween(village, village)).toBe(0)
  expect(metresBetween(village, { latitude: 40.149, longitude: 117.1 })).toBeCloseTo(1000.8, 0)
  expect(metresBetween(village, { latitude: 40.14, longitude: 117.11 })).toBeCloseTo(850, -1)
})
