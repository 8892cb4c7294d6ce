import { simulate } from '~/bench/ranking'

describe('a simulated district whose truth is known', () => {
  const design = { name: '', units: 323, people: 616, response: 0.3, mean: 0.9, spread: 0.05 }
  const villages = simulate(design, 4)
  const grids = simulate({ ...design, units: 1000, people: 62 }, 2)

  it('finds about two thirds of the truly best villages, and of the grids far fewer', () => {
    expect(villages.best.shrunk).toBeGreaterThan(0.55)
    expect(villages.best.shrunk).toBeLessThan(0.8)
    expect(grids.best.shrunk).toBeLessThan(0.45)
  })

  it('lies nearer to the truth when drawn towards the class, the more so the fewer reply', () => {
    expect(villages.error.shrunk).toBeLessThan(villages.error.raw)
    expect(grids.error.shrunk).toBeLessThan(0.7 * grids.error.raw)
  })

  it('is right wherever it says that a village stands above the mean, in at least nineteen cases of twenty', () => {
    expect(villages.higher.right).toBeGreaterThan(0.95)
  })
})
