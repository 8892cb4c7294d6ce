import fc from 'fast-check'
import { decodeCursor, encodeCursor, toPage } from '~/cloudfunctions/core/cursor'

describe('cursor', () => {
  it('gives back the keys it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (keys) => {
        expect(decodeCursor(encodeCursor(keys), keys.length)).toEqual(keys)
      }),
    )
  })

  it('means the first page when it is absent', () => {
    expect(decodeCursor(undefined, 2)).toBeUndefined()
  })

  it('is refused in the user’s words when it is none of ours, whatever was sent', () => {
    const refusal = expect.objectContaining({
      code: 'INVALID',
      fields: { cursor: '列表位置不对,请从头看起' },
    })
    const refused = (cursor: string, length = 2) => {
      try {
        decodeCursor(cursor, length)
      } catch (error) {
        return error
      }
      return 'allowed'
    }
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const value of [['a'], ['a', 'b', 'c'], ['a', 1], { 0: 'a', 1: 'b' }, null, 'ab']) {
      expect(refused(encoded(value))).toEqual(refusal)
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(refused(text, 1)).toEqual(refusal)
      }),
    )
  })
})

describe('toPage', () => {
  const keysOf = (n: number) => [String(n)]
  const present = (n: number) => n * 10

  it('cuts the row too many and points behind the last row that is shown', () => {
    const { items, nextCursor } = toPage([1, 2, 3], 2, keysOf, present)
    expect(items).toEqual([10, 20])
    expect(decodeCursor(nextCursor, 1)).toEqual(['2'])
  })

  it('has no next page when nothing is left', () => {
    expect(toPage([1, 2], 2, keysOf, present)).toEqual({ items: [10, 20] })
    expect(toPage([], 2, keysOf, present)).toEqual({ items: [] })
  })
})
