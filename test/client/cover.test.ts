import { moved, placeOf, regionOf, type Patch } from '@/features/civility/cover'

describe('what is covered by hand in a picture', () => {
  const middle: Patch = { x: 0.5, y: 0.5, size: 'middle' }

  it.each([
    ['wide', 16 / 9],
    ['high', 3 / 4],
    ['square', 1],
  ])('is a square around the tap, in a %s picture too', (_, ratio) => {
    const { x, y, width, height } = regionOf(middle, ratio)
    expect(width * ratio).toBeCloseTo(height)
    expect(Math.max(width, height)).toBeCloseTo(0.18)
    expect(x + width / 2).toBeCloseTo(0.5)
    expect(y + height / 2).toBeCloseTo(0.5)
  })

  it('stays as large as it looks at the edge, and inside', () => {
    for (const at of [0, 1]) {
      const { x, y, width, height } = regionOf({ x: at, y: at, size: 'large' }, 4 / 3)
      expect([x, y].every((part) => part >= 0)).toBe(true)
      expect([x + width, y + height].every((part) => part <= 1 + 1e-9)).toBe(true)
      expect(height).toBeCloseTo(0.36)
    }
  })

  it('covers twice as much with each size', () => {
    const widths = (['small', 'middle', 'large'] as const).map(
      (size) => regionOf({ ...middle, size }, 1).width,
    )
    expect(widths.map((width) => width / (widths[0] ?? 1))).toEqual([1, 2, 4])
  })

  it('is pushed by a third of its side, and comes back from the edge at once', () => {
    expect(moved(middle, '右', 1)).toMatchObject({ x: 0.5 + 0.06, y: 0.5 })
    expect(moved(middle, '上', 0.5).y).toBeCloseTo(0.5 - 0.03)
    let patch: Patch = { ...middle, x: 0.02 }
    for (let n = 0; n < 9; n += 1) {
      patch = moved(patch, '左', 1)
    }
    expect(regionOf(patch, 1).x).toBe(0)
    expect(regionOf(moved(patch, '右', 1), 1).x).toBeCloseTo(0.06)
  })

  it('is told by its place to who cannot see it', () => {
    const place = (x: number, y: number) => placeOf({ x, y, size: 'small' })
    expect([place(0, 0), place(0.5, 0.5), place(1, 1), place(0.9, 0.1)]).toEqual([
      '左上',
      '中间',
      '右下',
      '右上',
    ])
  })
})
