import fc from 'fast-check'
import { placesOf, poolWeights, shrinkScores, shrinkShares } from '~/cloudfunctions/features/survey/ranking'

/** A share is so many of those who replied: none of them, or at least one. */
const share = fc
  .tuple(fc.integer({ min: 1, max: 600 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => ({ n, share: Math.round(part * n) / n }))
const score = fc.record({
  n: fc.integer({ min: 2, max: 600 }),
  mean: fc.double({ min: 0, max: 100, noNaN: true }),
  variance: fc.double({ min: 1, max: 2500, noNaN: true }),
})
const interval = fc
  .tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))

describe('figures drawn towards their class', () => {
  it('lie between what the area said and what its class said, nearer to the class the fewer replied', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 40 }), (units) => {
        const { mean, units: shrunk } = shrinkShares(units)
        units.forEach((unit, i) => {
          const { value = 0, low = 0, high = 0, reliability = 0 } = shrunk[i] ?? {}
          expect(value).toBeGreaterThanOrEqual(Math.min(unit.share, mean) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(unit.share, mean) + 1e-9)
          expect(low).toBeLessThanOrEqual(high)
          const smaller = units.findIndex((other) => other.n <= unit.n)
          expect(shrunk[smaller]?.reliability ?? 0).toBeLessThanOrEqual(reliability + 1e-12)
        })
      }),
    )
  })

  it('say higher or lower only from 95 % on, for scores as for shares', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 40 }), (units) => {
        shrinkScores(units).units.forEach(({ above, band }) => {
          expect(band).toBe(above >= 0.95 ? 'higher' : above <= 0.05 ? 'lower' : 'similar')
        })
      }),
    )
  })

  it('turn round when satisfied and dissatisfied change places', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 20 }), (units) => {
        const plain = shrinkShares(units).units
        const turned = shrinkShares(units.map((unit) => ({ n: unit.n, share: 1 - unit.share }))).units
        plain.forEach(({ value, low, high }, i) => {
          expect(turned[i]?.value ?? 0).toBeCloseTo(1 - value, 7)
          expect(turned[i]?.low ?? 0).toBeCloseTo(1 - high, 7)
          expect(turned[i]?.high ?? 0).toBeCloseTo(1 - low, 7)
        })
      }),
    )
  })

  it('are all tied, without a band, where chance explains all that lies between them', () => {
    const alike = [
      { n: 40, share: 0.9 },
      { n: 60, share: 0.88 },
      { n: 50, share: 0.92 },
    ]
    const { spread, strength, units } = shrinkShares(alike)
    expect([spread, strength]).toEqual([0, Infinity])
    expect(new Set(units.map(({ value }) => value)).size).toBe(1)
    expect(units.every(({ band, reliability }) => band === 'similar' && reliability === 0)).toBe(true)
  })

  it('need replies: an area without any stands at the mean of its class, an empty class has nothing to say', () => {
    const { mean, units } = shrinkScores([
      { n: 300, mean: 95, variance: 200 },
      { n: 300, mean: 70, variance: 500 },
      { n: 0, mean: 0 },
    ])
    expect(units[2]).toMatchObject({ value: mean, reliability: 0, band: 'similar' })
    expect(shrinkScores([]).units).toEqual([])
    expect(shrinkShares([{ n: 0, share: 0 }]).units).toHaveLength(1)
  })

  it('do not tell chance from merit where nobody knows how far single replies lie apart', () => {
    const single = [
      { n: 1, mean: 100 },
      { n: 1, mean: 0 },
    ]
    expect(shrinkScores(single)).toMatchObject({ mean: 50, spread: 0 })
  })
})

describe('places', () => {
  const overlap = (a: { low: number; high: number }, b: { low: number; high: number }) =>
    a.low <= b.high && b.low <= a.high

  it('are shared by those whose intervals overlap', () => {
    expect(
      placesOf([
        { low: 90, high: 96 },
        { low: 88, high: 92 },
        { low: 80, high: 85 },
        { low: 70, high: 79 },
        { low: 78, high: 81 },
      ]),
    ).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 2 },
      { from: 3, to: 4 },
      { from: 4, to: 5 },
      { from: 3, to: 5 },
    ])
  })

  it('are tied both ways, one who is wholly above stands before, and a place of its own has who overlaps nobody', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 40 }), (units) => {
        const places = placesOf(units)
        units.forEach((unit, i) => {
          const { from = 0, to = 0 } = places[i] ?? {}
          expect(to - from).toBe(units.filter((other, j) => j !== i && overlap(unit, other)).length)
          units.forEach((other, j) => {
            if (unit.low > other.high) {
              expect(from).toBeLessThan(places[j]?.to ?? 0)
            }
          })
        })
      }),
    )
  })

  it('turn round when the scale is turned round', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 40 }), (units) => {
        const turned = placesOf(units.map(({ low, high }) => ({ low: 0 - high, high: 0 - low })))
        placesOf(units).forEach(({ from, to }, i) =>
          expect(turned[i]).toEqual({ from: units.length + 1 - to, to: units.length + 1 - from }),
        )
      }),
    )
  })
})

describe('earlier rounds', () => {
  it('count half for every six months, and not at all after twelve', () => {
    expect(poolWeights([0, 6, 12, 12.1, 40])).toEqual([1, 0.5, 0.25, 0, 0])
    expect(poolWeights([-1])).toEqual([0])
  })
})
