import type { AreaView } from '~/types/area'
import type { MissingStepView } from '~/types/missing'
import { areaLevelOf } from '~/types/area'
import type { Row } from '../../core/schema'

interface Naming {
  areas: Map<string, AreaView>
  departments: Map<string, string>
}

/** The office that acted, never the officer: 家属, 网格员, 村名, 部门名, or the clock. */
function byWhom({ areas, departments }: Naming, code: string | null): string {
  if (code === null) {
    return '系统'
  }
  if (code === '') {
    return '家属'
  }
  return areaLevelOf(code) === 'grid' ? '网格员' : (areas.get(code)?.name ?? departments.get(code) ?? '')
}

/** What was done, oldest first, for the family and those who lead. */
export function presentSteps(naming: Naming & { steps: Row<'missingStep'>[] }): MissingStepView[] {
  return naming.steps.map(({ id, action, byCode, words, at }) => {
    return { id, action, by: byWhom(naming, byCode), words, at: at.toISOString() }
  })
}
