import type { AreaView } from '~/types/area'
import type { DbOrTx } from '../../core/db'
import { notFound } from '../../core/errors'
import { presentArea } from './present'
import { findWithAncestors } from './repo'

export { distanceKm } from './present'
export { listChildren as childrenOf, listGridPoints } from './repo'

/** Views of the areas with these codes; unknown codes are left out. */
export async function areaViews(db: DbOrTx, codes: string[]): Promise<Map<string, AreaView>> {
  const rows = await findWithAncestors(db, codes)
  const names = new Map(rows.map((row) => [row.code, row.name]))
  return new Map(rows.map((row) => [row.code, presentArea(row, names)]))
}

/** View of one area; NOT_FOUND when there is none. */
export async function getAreaView(db: DbOrTx, code: string): Promise<AreaView> {
  const view = (await areaViews(db, [code])).get(code)
  if (view === undefined) {
    throw notFound('个地方')
  }
  return view
}
