import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { presentArea } from '../present'
import { findWithAncestors, searchAreas } from '../repo'

const MOST = 50

/** "西柏店3" and "西柏店 3" mean the same: letters and digits are separate terms, a digit is the grid's number. */
export function termsOf(words: string): string[] {
  return words
    .replace(/第?(\d+)(网?格)?/g, ' 第$1网格 ')
    .split(/[\s,,·、]+/)
    .filter((term) => term !== '')
}

/** Areas by name or nearest first. */
export async function findAreas(ctx: Ctx, input: Input<'area.search'>): Promise<Output<'area.search'>> {
  const { latitude, longitude, level } = input
  const point = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined
  const rows = await searchAreas(ctx.db, { terms: termsOf(input.words ?? ''), level, point, limit: MOST })
  const above = await findWithAncestors(
    ctx.db,
    rows.map((row) => row.code),
  )
  const names = new Map(above.map((row) => [row.code, row.name]))
  return { items: rows.map((row) => presentArea(row, names, point)) }
}
