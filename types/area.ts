/** Areas: district → town → village → grid. The code is the materialised path (see docs/adr/0001). */

export const AREA_LEVELS = ['district', 'town', 'village', 'grid'] as const
export type AreaLevel = (typeof AREA_LEVELS)[number]

/** Number of digits of the code at each level (national statistical codes; the grid adds three). */
export const AREA_CODE_LENGTH: Record<AreaLevel, number> = { district: 6, town: 9, village: 12, grid: 15 }

/** Level of a code, or undefined when its length fits none. */
export function areaLevelOf(code: string): AreaLevel | undefined {
  return AREA_LEVELS.find((level) => AREA_CODE_LENGTH[level] === code.length)
}

/** The code of the area at `level` that contains `code`; `code` itself when it is already that high. */
export function areaCodeAt(code: string, level: AreaLevel): string {
  return code.slice(0, AREA_CODE_LENGTH[level])
}

/** True when `code` is `scope` or lies below it. */
export function isWithin(code: string, scope: string): boolean {
  return code.startsWith(scope)
}

export interface AreaView {
  code: string
  level: AreaLevel
  /** 第3网格, 西柏店村, 大兴庄镇 */
  name: string
  /** Names from the town down, joined by " · ": 大兴庄镇 · 西柏店村 · 第3网格 */
  fullName: string
  latitude: number
  longitude: number
  /** Kilometres from the point asked about; absent when no point was given. */
  distanceKm?: number
}

export interface AreaApi {
  /** Areas by name (also across levels: "西柏店 3") or nearest first; at most 50. */
  'area.search': {
    input: { words?: string; level?: AreaLevel; latitude?: number; longitude?: number }
    output: { items: AreaView[] }
  }
  /** The areas directly below `code`; without one, the towns (the districts where there are several). */
  'area.list': { input: { code?: string }; output: { parent: AreaView | null; items: AreaView[] } }
}
