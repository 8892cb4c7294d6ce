import type { FreeTime, HelpKind } from '~/types/help'
import { askFirst, hasTime, reasonsFor, type Able, type Needed } from '~/cloudfunctions/features/help/fit'

const GRID = '990001001001001'
const needed: Needed = { areaCode: GRID, kind: 'ride', day: null, part: 'any' }
const able = (userId: string, change: Partial<Able> = {}): Able => ({
  userId,
  areaCode: GRID,
  reachCode: GRID,
  kinds: ['ride'],
  times: [],
  thankCount: 0,
  ...change,
})
const VILLAGER = { areaCode: '990001001001002', reachCode: '990001001001' }

describe('who has time', () => {
  // 2026-11-27 is a Friday, 2026-11-28 a Saturday.
  it.each<[FreeTime[], string | null, Needed['part'], boolean]>([
    [[], '2026-11-27', 'morning', true],
    [['weekday_day'], '2026-11-27', 'morning', true],
    [['weekday_day'], '2026-11-27', 'afternoon', true],
    [['weekday_day'], '2026-11-27', 'evening', false],
    [['weekday_evening'], '2026-11-27', 'evening', true],
    [['weekday_day'], '2026-11-28', 'morning', false],
    [['weekend_day'], '2026-11-28', 'morning', true],
    [['weekend_day'], null, 'morning', true],
    [['weekend_day'], null, 'evening', false],
    [['weekend_evening'], null, 'any', true],
    [['weekday_evening', 'weekend_day'], '2026-11-28', 'any', true],
  ])('%j on %s, %s: %s', (times, day, part, expected) => {
    expect(hasTime(times, { day, part })).toBe(expected)
  })
})

describe('who is asked first', () => {
  it('is whoever can do it, has time and comes as far', () => {
    const fits = askFirst({ ...needed, day: '2026-11-27', part: 'morning' }, [
      able('other things', { kinds: ['lend'] }),
      able('no time', { times: ['weekend_day'] }),
      able('not so far', { ...VILLAGER, reachCode: VILLAGER.areaCode }),
      able('fits', { times: ['weekday_day'] }),
    ])
    expect(fits).toEqual([{ userId: 'fits', reasons: ['same_grid', 'skill', 'time'] }])
  })

  it('is the nearer before the further, then who was thanked more, then who said so earlier', () => {
    const fits = askFirst(needed, [
      able('village, thanked', { ...VILLAGER, thankCount: 9 }),
      able('grid, early'),
      able('grid, late'),
      able('grid, thanked', { thankCount: 1 }),
    ])
    expect(fits.map(({ userId }) => userId)).toEqual([
      'grid, thanked',
      'grid, early',
      'grid, late',
      'village, thanked',
    ])
  })

  it('is at most five', () => {
    expect(
      askFirst(
        needed,
        Array.from({ length: 9 }, (_, n) => able(String(n))),
      ),
    ).toHaveLength(5)
  })
})

describe('what speaks for somebody', () => {
  const kinds: HelpKind[] = ['ride']
  it.each([
    [{ areaCode: GRID, thankCount: 0, able: undefined }, ['same_grid']],
    [{ areaCode: VILLAGER.areaCode, thankCount: 2, able: undefined }, ['same_village', 'thanked']],
    [{ areaCode: '990001002001001', thankCount: 0, able: { kinds, times: [] } }, ['skill']],
    [
      { areaCode: null, thankCount: 0, able: { kinds, times: ['weekday_day'] as FreeTime[] } },
      ['skill', 'time'],
    ],
    [{ areaCode: null, thankCount: 0, able: undefined }, []],
  ])('%j', (who, expected) => {
    expect(reasonsFor(needed, who)).toEqual(expected)
  })
})
