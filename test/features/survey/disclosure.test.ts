import fc from 'fast-check'
import { DISCLOSURE, mayFollow, shownScore } from '~/cloudfunctions/features/survey/cell'
import { disclose } from '~/cloudfunctions/features/survey/disclosure'
import { meanScore, momentsOf } from '~/cloudfunctions/features/survey/scoring'
import type { CellTree, Disclosure, Scale } from '~/types/survey-scores'

const FIVE: Scale = {
  points: [100, 80, 60, 30, 0, null],
  satisfied: [true, true, true, false, false, false],
}
const THREE: Scale = { points: [100, 60, 0], satisfied: [true, true, false] }

const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0)
const leaf = (code: string, population: number, counts: number[]): CellTree => ({
  code,
  population,
  counts,
  parts: [],
})
/** An area made up of the given ones. */
const over = (code: string, parts: CellTree[]): CellTree => ({
  code,
  population: total(parts.map(({ population }) => population)),
  counts: (parts[0]?.counts ?? []).map((_, i) => total(parts.map(({ counts }) => counts[i] ?? 0))),
  parts,
})
const all = (tree: CellTree): CellTree[] => [tree, ...tree.parts.flatMap(all)]

/** What a reader sees of one area. */
function published(
  { counts, population }: { counts: readonly number[]; population: number },
  shown: Disclosure,
  scale: Scale,
): string {
  const mean = meanScore([momentsOf(counts, scale.points)], { population })
  const scored = total(counts.filter((_, i) => scale.points[i] != null))
  const yes = total(counts.filter((_, i) => scale.satisfied[i]))
  const exact = shown.score === 'tenth' || shown.score === 'whole'
  const seen = (value: number | undefined) => (value === undefined ? '' : shownScore(value, shown.score))
  return JSON.stringify([
    total(counts),
    counts.map((count, i) => (shown.counts[i] ? count : 'hidden')),
    seen(mean?.value),
    exact ? [seen(mean?.low), seen(mean?.high)] : [],
    shown.share && scored > 0 ? Math.round((1000 * yes) / scored) : '',
  ])
}

/** All ways in which `n` replies can be spread over the answers. */
function spreads(n: number, answers: number): number[][] {
  return answers === 1
    ? [[n]]
    : Array.from({ length: n + 1 }, (_, first) =>
        spreads(n - first, answers - 1).map((rest) => [first, ...rest]),
      ).flat()
}

/** Every table of the parts that would have been published in the same way, found by trying all of them. */
function lookalikes({ parts, counts }: CellTree, shown: Map<string, Disclosure>, scale: Scale): number[][][] {
  const options = parts.map((part) => {
    const view = shown.get(part.code)
    if (view === undefined) {
      throw new Error(part.code)
    }
    const seen = published(part, view, scale)
    return spreads(total(part.counts), scale.points.length).filter(
      (spread) => published({ counts: spread, population: part.population }, view, scale) === seen,
    )
  })
  const tables: number[][][] = []
  const grow = (rows: number[][], left: readonly number[]): void => {
    const next = options[rows.length]
    if (next === undefined) {
      if (left.every((n) => n === 0)) {
        tables.push(rows)
      }
      return
    }
    for (const row of next) {
      const rest = left.map((n, i) => n - (row[i] ?? 0))
      if (rest.every((n) => n >= 0)) {
        grow([...rows, row], rest)
      }
    }
  }
  grow([], counts)
  return tables
}

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }))
const village = (answers: number, most: fc.Arbitrary<number>) =>
  fc.record({
    population: fc.constantFrom(60, 400, 900, 1500),
    counts: fc.array(most, { minLength: answers, maxLength: answers }),
  })

describe('what is shown of one area', () => {
  it('is nothing but how many, below ten replies', () => {
    const shown = disclose(leaf('v', 5000, [5, 2, 2, 0, 0, 0]), FIVE).get('v')
    expect(shown).toMatchObject({ score: 'none', share: false, reason: 'few' })
    expect(shown?.counts).toEqual([false, false, false, false, false, false])
  })

  it('is the band of ten points alone when all gave the same answer', () => {
    const shown = disclose(leaf('v', 5000, [40, 0, 0, 0, 0, 0]), FIVE).get('v')
    expect(shown).toMatchObject({ score: 'band', share: false, reason: 'unanimous' })
    expect(shown?.counts).not.toContain(true)
  })

  it('hides counts from one to four and the next-lowest where at most a thousand were asked', () => {
    const shown = disclose(leaf('v', 1000, [90, 40, 12, 3, 0, 0]), FIVE).get('v')
    expect(shown?.counts).toEqual([true, true, false, false, true, true])
    expect(shown?.score).not.toBe('tenth')
    expect(disclose(leaf('v', 1001, [90, 40, 12, 3, 0, 0]), FIVE).get('v')).toEqual({
      score: 'tenth',
      share: true,
      counts: [true, true, true, true, true, true],
    })
  })

  it('is everything where nobody stands out', () => {
    const shown = disclose(leaf('v', 800, [90, 40, 12, 6, 5, 9]), FIVE).get('v')
    expect(shown).toEqual({ score: 'tenth', share: true, counts: [true, true, true, true, true, true] })
  })

  it('rounds a score as far as it may be shown', () => {
    expect([87.449, 87.45].map((score) => shownScore(score, 'tenth'))).toEqual([87.4, 87.5])
    expect([87.5, 100, 0].map((score) => shownScore(score, 'whole'))).toEqual([88, 100, 0])
    expect([0, 89.9, 90, 100].map((score) => shownScore(score, 'band'))).toEqual([0, 80, 90, 90])
    expect(shownScore(50, 'none')).toBeUndefined()
  })
})

describe('published totals', () => {
  it('do not give away a village with few replies: a neighbour is closed as well', () => {
    const shown = disclose(
      over('t', [
        leaf('few', 300, [4, 2, 1, 0, 0, 0]),
        leaf('small', 2000, [30, 20, 10, 6, 5, 9]),
        leaf('large', 3000, [60, 50, 40, 20, 10, 9]),
      ]),
      FIVE,
    )
    expect(shown.get('t')?.score).toBe('tenth')
    expect(shown.get('few')?.score).toBe('none')
    expect(shown.get('small')).toMatchObject({ reason: 'beside' })
    expect(shown.get('small')?.counts).not.toContain(true)
    expect(shown.get('large')).toMatchObject({ score: 'tenth', share: true })
  })

  it('do not give away the only village that replied: then the town says less, too', () => {
    const shown = disclose(
      over('t', [leaf('v', 600, [40, 30, 8, 2, 0, 0]), leaf('silent', 600, [0, 0, 0, 0, 0, 0])]),
      FIVE,
    )
    expect(shown.get('t')?.counts).not.toContain(true)
    expect(shown.get('v')?.counts).not.toContain(true)
  })

  it('of a village that hides something are not made up of grids that show it', () => {
    const village = over('v', [leaf('g1', 300, [40, 30, 8, 2, 0, 0]), leaf('g2', 300, [30, 25, 7, 0, 0, 0])])
    const shown = disclose(village, FIVE)
    expect(shown.get('v')?.reason).toBe('small_counts')
    expect(shown.get('g2')).toMatchObject({ score: 'none', share: false })
  })

  it('leave every hidden count open, as trying all tables shows', () => {
    const town = fc.array(village(3, count), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(town, (villages) => {
        const tree = over(
          't',
          villages.map(({ population, counts }, i) => leaf(`v${i}`, population, counts)),
        )
        const shown = disclose(tree, THREE)
        // Of a town that says less nothing is published below, so there is nothing to subtract.
        if (shown.get('t')?.score !== 'tenth') {
          expect(tree.parts.every(({ code }) => shown.get(code)?.score === 'none')).toBe(true)
          return
        }
        const tables = lookalikes(tree, shown, THREE)
        tree.parts.forEach(({ code, counts }, row) =>
          counts.forEach((n, answer) => {
            if (shown.get(code)?.counts[answer] === false && n > 0) {
              expect(new Set(tables.map((table) => table[row]?.[answer])).size).toBeGreaterThan(1)
            }
          }),
        )
      }),
      { numRuns: 400, seed: 20_261_125 },
    )
  })

  it('leave no line with a single hidden count, at any level, whatever the district', () => {
    const amount = fc.oneof(count, fc.integer({ min: 5, max: 120 }))
    const towns = fc.array(fc.array(village(6, amount), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(towns, (district) => {
        const tree = over(
          'd',
          district.map((town, i) =>
            over(
              `t${i}`,
              town.map(({ population, counts }, j) => leaf(`t${i}v${j}`, population, counts)),
            ),
          ),
        )
        const shown = disclose(tree, FIVE)
        for (const area of all(tree)) {
          const view = shown.get(area.code)
          const replies = total(area.counts)
          // The rules of one area.
          expect(replies >= DISCLOSURE.least || view?.counts.every((visible) => !visible)).toBe(true)
          expect(
            area.population > DISCLOSURE.smallPopulation ||
              area.counts.every((n, answer) => n === 0 || n > 4 || view?.counts[answer] === false),
          ).toBe(true)
          expect(view?.counts.filter((visible) => !visible)).not.toHaveLength(1)
          // What the shown parts leave of a shown total.
          if (view?.score !== 'tenth') {
            expect(area.parts.every(({ code }) => !shown.get(code)?.counts.includes(true))).toBe(true)
            continue
          }
          area.counts.forEach((_, answer) => {
            const hiding = area.parts.filter(({ code }) => shown.get(code)?.counts[answer] === false)
            const others = hiding.filter((part) => total(part.counts) > 0)
            expect(others.length !== 1 || others[0]?.counts[answer] === 0).toBe(true)
          })
          const closed = area.parts.filter(
            (part) => total(part.counts) > 0 && shown.get(part.code)?.counts.every((visible) => !visible),
          )
          const together = total(closed.map(({ counts }) => total(counts)))
          expect(closed.length === 0 || together >= 10).toBe(true)
        }
      }),
      { numRuns: 200, seed: 20_261_125 },
    )
  })

  it('still show most of an ordinary district: every village its score, hardly one its band only', () => {
    const dice = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    const random = dice(7)
    const parts = Array.from({ length: 18 }, (_, t) =>
      over(
        `t${t}`,
        Array.from({ length: 18 }, (__, v) => {
          const counts = [0, 0, 0, 0, 0, 0]
          for (let i = 0, n = 150 + random() * 300; i < n; i += 1) {
            const draw = random()
            const answer = [0.55, 0.85, 0.95, 0.98, 0.99, 1].findIndex((edge) => draw < edge)
            counts[answer] = (counts[answer] ?? 0) + 1
          }
          return leaf(`t${t}v${v}`, 700 + Math.floor(random() * 1500), counts)
        }),
      ),
    )
    const shown = disclose(over('d', parts), FIVE)
    const villages = parts.flatMap((town) => town.parts.map(({ code }) => shown.get(code)))
    const exact = villages.filter((view) => view?.score === 'tenth' || view?.score === 'whole').length
    const counted = villages.flatMap((view) => view?.counts ?? []).filter((visible) => visible).length
    expect(parts.every(({ code }) => shown.get(code)?.score === 'tenth')).toBe(true)
    expect(exact / villages.length).toBeGreaterThan(0.9)
    expect(counted / (villages.length * 6)).toBeGreaterThan(0.8)
  })
})

describe('two releases of nearly the same replies', () => {
  it('stand beside each other only when what they differ by is nobody or ten and more', () => {
    expect(mayFollow(0, 0)).toBe(true)
    expect(mayFollow(10, 0)).toBe(true)
    expect(mayFollow(9, 0)).toBe(false)
    expect(mayFollow(40, 3)).toBe(false)
  })
})
