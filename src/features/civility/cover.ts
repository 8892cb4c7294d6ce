import type { PictureRegion } from '~/types/picture'

/** Side of a patch as a part of the picture's shorter side: a face far off, one at a few steps, one close by. */
const SIDES = { small: 0.09, middle: 0.18, large: 0.36 } as const
export type PatchSize = keyof typeof SIDES
export const PATCH_SIZES: { value: PatchSize; label: string }[] = [
  { value: 'small', label: '小块' },
  { value: 'middle', label: '中块' },
  { value: 'large', label: '大块' },
]

/** A square that covers something; where its middle is, as parts of the picture's width and height. */
export interface Patch {
  x: number
  y: number
  size: PatchSize
}
export const DIRECTIONS = { 左: [-1, 0], 上: [0, -1], 下: [0, 1], 右: [1, 0] } as const
export type Direction = keyof typeof DIRECTIONS

const within = (value: number, most = 1) => Math.min(most, Math.max(0, value))
/** How much of the width and of the height a patch takes, of a picture whose width is `ratio` times its height. */
function partOf({ size }: Patch, ratio: number) {
  return { width: SIDES[size] / Math.max(1, ratio), height: SIDES[size] * Math.min(1, ratio) }
}

/** What the server is to cover; a patch at the edge is pushed inside, so that it stays as large as it looks. */
export function regionOf(patch: Patch, ratio: number): PictureRegion {
  const { width, height } = partOf(patch, ratio)
  const x = within(patch.x - width / 2, 1 - width)
  const y = within(patch.y - height / 2, 1 - height)
  return { x, y, width, height }
}

/** A third of its side further, never out of the picture. */
export function moved(patch: Patch, direction: Direction, ratio: number): Patch {
  const { width, height } = partOf(patch, ratio)
  const [right, down] = DIRECTIONS[direction]
  const { x, y } = regionOf(patch, ratio)
  return {
    ...patch,
    x: within(x + width / 2 + (right * width) / 3),
    y: within(y + height / 2 + (down * height) / 3),
  }
}

const THIRDS = [
  ['左上', '上边', '右上'],
  ['左边', '中间', '右边'],
  ['左下', '下边', '右下'],
]
/** Where it lies, for who cannot see it. */
export function placeOf({ x, y }: Patch): string {
  const third = (part: number) => Math.min(2, Math.floor(part * 3))
  return THIRDS[third(y)]?.[third(x)] ?? '中间'
}
