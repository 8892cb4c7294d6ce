import { merge, nextWait, PACE } from '@/hooks/live'

describe('the pace of who watches', () => {
  it('is quick when something has happened, whatever it was before', () => {
    expect(nextWait(PACE.slow, true)).toBe(PACE.quick)
  })

  it('is slower and slower when nothing does, and never slower than the slowest', () => {
    const waits = [PACE.quick as number]
    for (let n = 0; n < 12; n += 1) {
      waits.push(nextWait(waits.at(-1)!, false))
    }
    expect(waits.slice(0, 4)).toEqual([2000, 3000, 4500, 6750])
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits.at(-1)).toBe(PACE.slow)
  })
})

describe('what is watched', () => {
  const at = (second: number) => `2026-11-25T12:00:0${second}.000Z`
  const post = (id: string, second: number, words = id) => ({ id, at: at(second), words })

  it('stands in the order in which it was said, however it came', () => {
    const have = [post('b', 2)]
    expect(merge(have, [post('c', 3), post('a', 1)]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(have).toHaveLength(1)
  })

  it('is replaced by what changed, and stays in its place', () => {
    const merged = merge([post('a', 1), post('b', 2)], [post('a', 1, 'hidden')])
    expect(merged.map(({ words }) => words)).toEqual(['hidden', 'b'])
  })

  it('has an order also within one moment, so that it does not jump', () => {
    expect(merge([post('b', 1)], [post('a', 1)])).toEqual(merge([post('a', 1)], [post('b', 1)]))
  })
})
