import { areaCodeAt, type AreaView } from '~/types/area'
import type { HelpRowView } from '~/types/help'
import { maskName } from '../../core/masking'
import type { Around } from './around'

/** Somebody whose name is not told. */
export const NOBODY = '一位邻居'

/** 西柏店村 · 第3网格, without the town that everybody knows. */
export const areaNameOf = (areas: Map<string, AreaView>, code: string) =>
  areas.get(code)?.fullName.split(' · ').slice(1).join(' · ') ?? ''

/** How near one grid is to another. */
export function nearness(code: string, grid: string | undefined): HelpRowView['near'] {
  if (grid === code) {
    return 'grid'
  }
  const sameVillage = grid !== undefined && areaCodeAt(grid, 'village') === areaCodeAt(code, 'village')
  return sameVillage ? 'village' : 'town'
}

/** The two and the staff read a name whole, neighbours its beginning; empty for nobody. */
export function nameOf({ people, relation }: Around, userId: string | null, whole: boolean): string {
  if (userId === null) {
    return ''
  }
  const name = people.get(userId)?.name ?? ''
  return (whole || relation === 'staff' ? name : maskName(name)) || NOBODY
}
