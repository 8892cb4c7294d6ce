import { invalid } from './errors'

/** Rows on a page when the caller names no number, and the most that is given. */
export const PAGE = { usual: 20, most: 50 }

/** Keyset cursor: the sort keys of the last row, opaque to the client. */
export function encodeCursor(keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** The keys in a cursor, or INVALID at the field `cursor`. */
export function decodeCursor(cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined) {
    return undefined
  }
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string')) {
      return keys
    }
  } catch {
    // falls through: not one of ours
  }
  throw invalid({ cursor: '列表位置不对,请从头看起' })
}

/** Cuts the one row too many that was read to know whether there is a next page. */
export function toPage<R, V>(rows: R[], limit: number, keysOf: (row: R) => string[], present: (row: R) => V) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : undefined
  return { items: page.map(present), ...(nextCursor !== undefined && { nextCursor }) }
}
