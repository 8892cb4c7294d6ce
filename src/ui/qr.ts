/**
 * QR code of eight digits: version 1 (21 × 21), level M, numeric, mask 2. One size is all that the organiser's code
 * needs, so a library for all forty would only make the sub-package larger. Source: ISO/IEC 18004, annex I.
 */
const SIDE = 21
const DATA = 16
const CHECK = 10
/** Level M with mask 2, with its own check bits. */
const FORMAT = 0b101111001111100

/** The sixteen data bytes: mode, length, digits by threes, end, and padding. */
export function dataBytes(digits: string): number[] {
  const groups = digits.match(/\d{1,3}/g) ?? []
  const bits = [
    '0001',
    digits.length.toString(2).padStart(10, '0'),
    ...groups.map((group) =>
      Number(group)
        .toString(2)
        .padStart([0, 4, 7, 10][group.length] ?? 0, '0'),
    ),
    '0000',
  ].join('')
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
  while (bytes.length < DATA) {
    bytes.push((bytes.length - bits.length / 8) % 2 < 1 ? 0xec : 0x11)
  }
  return bytes
}

/** Product in the field of 256 elements with the polynomial 0x11d. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

/** The generator of ten check bytes, without its leading one. */
function generator(): number[] {
  const result: number[] = Array.from({ length: CHECK }, (_none, n) => (n === CHECK - 1 ? 1 : 0))
  let root: number = 1
  for (let n = 0; n < CHECK; n += 1) {
    for (let at = 0; at < CHECK; at += 1) {
      result[at] = times(result[at] ?? 0, root) ^ (result[at + 1] ?? 0)
    }
    root = times(root, 2)
  }
  return result
}

/** The ten check bytes of Reed and Solomon. */
export function checkBytes(data: number[]): number[] {
  const divisor = generator()
  let rest = Array.from({ length: CHECK }, () => 0)
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0)
    rest = [...rest.slice(1), 0].map((value, at) => value ^ times(divisor[at] ?? 0, factor))
  }
  return rest
}

/** Finder patterns with their light border, timing lines, and the one dark point: what is the same in every code. */
function fixed(x: number, y: number): boolean | undefined {
  for (const [cx, cy] of [[3, 3] as const, [17, 3] as const, [3, 17] as const]) {
    const ring = Math.max(Math.abs(x - cx), Math.abs(y - cy))
    if (ring <= 4) {
      return ring !== 2 && ring !== 4
    }
  }
  if (x === 6 || y === 6) {
    return (x + y) % 2 === 0
  }
  return x === 8 && y === 13 ? true : formatBit(x, y)
}

/** Both copies of the format; undefined for all other points. */
function formatBit(x: number, y: number): boolean | undefined {
  const bit = (n: number) => ((FORMAT >> n) & 1) === 1
  if (x === 8 && (y < 9 || y > 12)) {
    return bit(y < 6 ? y : y < 9 ? y - 1 : y - 6)
  }
  if (y === 8 && (x < 9 || x > 12)) {
    return bit(x > 12 ? 20 - x : x > 6 ? 7 : 14 - x)
  }
  return undefined
}

/** Rows of points, true for dark. */
export function qrOf(digits: string): boolean[][] {
  const data = dataBytes(digits)
  const bytes = [...data, ...checkBytes(data)]
  const rows = Array.from({ length: SIDE }, (_row, y) =>
    Array.from({ length: SIDE }, (_point, x) => fixed(x, y) ?? false),
  )
  let n = 0
  for (let right = SIDE - 1; right > 0; right -= 2) {
    const column = right <= 6 ? right - 1 : right
    for (let step = 0; step < SIDE; step += 1) {
      const y = ((column + 1) & 2) === 0 ? SIDE - 1 - step : step
      for (const x of [column, column - 1]) {
        const row = rows[y]
        if (row !== undefined && fixed(x, y) === undefined) {
          const bit = (((bytes[n >> 3] ?? 0) >> (7 - (n & 7))) & 1) === 1
          row[x] = bit !== (x % 3 === 0)
          n += 1
        }
      }
    }
  }
  return rows
}
