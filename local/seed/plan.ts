import type { Row } from '~/cloudfunctions/core/schema'
import { areaCodeAt } from '~/types/area'
import { drawSize, drawSizes } from './households'
import { createRandom } from './random'

export type Scale = 'demo' | 'full'

/** The areas of the district by level, each in the order of its code. */
export interface Ground {
  district: Row<'area'>
  towns: Row<'area'>[]
  villages: Row<'area'>[]
  grids: Row<'area'>[]
}

/** What is put into one grid. */
export interface GridPlan {
  grid: Row<'area'>
  villageName: string
  /** People of each household. */
  sizes: number[]
  /** Number of households of the village before this grid, for its doors. */
  firstDoor: number
  /** Number of residents before this grid, for their phone numbers. */
  firstResident: number
}

export const FULL_HOUSEHOLDS = 197_000
export const FULL_RESIDENTS = 450_000
/** Grids of the demonstration with more than the grid worker's own house. */
const LIVELY_GRIDS = 600
const SHOWCASE_HOUSEHOLDS = 20
const SHOWCASE = { village: '西柏店村', town: '大兴庄镇', grid: '003' }

/** How many households of which size each grid gets; exact sums at full scale. */
export function planGrids(ground: Ground, scale: Scale, seed: number): GridPlan[] {
  const villageNames = new Map(ground.villages.map(({ code, name }) => [code, name]))
  const sizesOf = scale === 'full' ? planFull(ground, seed) : planDemo(ground, seed)
  const doors = new Map<string, number>()
  let firstResident = 0
  return ground.grids.map((grid, index) => {
    const village = areaCodeAt(grid.code, 'village')
    const sizes = sizesOf(index)
    const plan = {
      grid,
      villageName: villageNames.get(village) ?? '',
      sizes,
      firstDoor: doors.get(village) ?? 0,
      firstResident,
    }
    doors.set(village, plan.firstDoor + sizes.length)
    firstResident += sizes.reduce((sum, size) => sum + size, 0)
    return plan
  })
}

/** The grid that the first look goes to: 西柏店村's third one, else the first there is. */
export function showcaseGrid({ towns, villages, grids }: Ground): string | undefined {
  const village = villages.find(
    ({ name, parentCode }) =>
      name === SHOWCASE.village &&
      towns.some((town) => town.code === parentCode && town.name === SHOWCASE.town),
  )
  const inVillage = village === undefined ? [] : grids.filter(({ parentCode }) => parentCode === village.code)
  return (inVillage.find(({ code }) => code.endsWith(SHOWCASE.grid)) ?? inVillage[0] ?? grids[0])?.code
}

function planDemo(ground: Ground, seed: number): (index: number) => number[] {
  const showcase = showcaseGrid(ground)
  const share = Math.min(1, LIVELY_GRIDS / ground.grids.length)
  return (index) => {
    const code = ground.grids[index]?.code ?? ''
    const random = createRandom(seed, `sizes:${code}`)
    if (code === showcase) {
      return Array.from({ length: SHOWCASE_HOUSEHOLDS }, () => drawSize(random))
    }
    // Evenly spread, so that every town and nearly every village has somebody to play.
    const isLively = Math.floor((index + 1) * share) > Math.floor(index * share)
    return isLively ? Array.from({ length: random.between(2, 3) }, () => drawSize(random)) : [1]
  }
}

function planFull({ grids }: Ground, seed: number): (index: number) => number[] {
  const random = createRandom(seed, 'weights')
  const weights = grids.map(() => 0.5 + random.next())
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  // Rounding the running sums instead of the single numbers keeps the total exact.
  let weight = 0
  const ends = weights.map((own) => Math.round(((weight += own) / whole) * FULL_HOUSEHOLDS))
  const residentsUpTo = (households: number) => Math.round((households * FULL_RESIDENTS) / FULL_HOUSEHOLDS)
  return (index) => {
    const end = ends[index] ?? 0
    const start = ends[index - 1] ?? 0
    const total = residentsUpTo(end) - residentsUpTo(start)
    return drawSizes(createRandom(seed, `sizes:${grids[index]?.code}`), end - start, total)
  }
}
