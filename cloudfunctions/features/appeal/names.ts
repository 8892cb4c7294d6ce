import type { AppealRelation, AppealView } from '~/types/appeal'
import { APPEAL_LEVELS } from '~/types/appeal'
import { areaLevelOf, type AreaView } from '~/types/area'
import { maskName } from '../../core/masking'
import { isOutside } from './captured'
import type { AppealRow } from './repo'

/** What names are made from. */
export interface Naming {
  appeal: AppealRow
  relation: AppealRelation
  areas: Map<string, AreaView>
  departments: Map<string, string>
  submitter: { name: string; phoneEncrypted: string | null } | undefined
  workerName: string | undefined
}

/** The level that holds it: grid, village or town. */
export function levelOf(holderCode: string): AppealView['level'] {
  const level = areaLevelOf(holderCode)
  return APPEAL_LEVELS.find((one) => one === level) ?? 'town'
}

/** 村 · 网格, without the town that everybody knows. */
export function areaNameOf(areas: Map<string, AreaView>, code: string): string {
  return areas.get(code)?.fullName.split(' · ').slice(1).join(' · ') ?? ''
}

export function submitterName({ appeal, relation, submitter }: Naming): string {
  if (isOutside(appeal)) {
    return relation === 'staff' && appeal.contactName !== '' ? appeal.contactName : '一位邻居'
  }
  if (submitter === undefined || submitter.name === '') {
    return '一位邻居'
  }
  if (relation !== 'neighbour') {
    return submitter.name
  }
  return appeal.nameShown ? maskName(submitter.name) : '一位邻居'
}

/** Who of the resident's side took a step: who asked, or whom it was asked for. */
export function residentName(naming: Naming, stepBy: string | null, readerId: string): string {
  const { relation, appeal } = naming
  if (relation === 'neighbour') {
    return '反映人'
  }
  if (relation === 'own' && (appeal.behalfUserId === null || stepBy === readerId)) {
    return '您'
  }
  return stepBy !== null && stepBy === appeal.behalfUserId ? appeal.behalfName : submitterName(naming)
}

/** The body that acted, not the officer: towards the public an office answers, not a person. */
export function bodyName(naming: Naming, code: string, department: string | null = null): string {
  if (department !== null) {
    return naming.departments.get(department) ?? department
  }
  if (areaLevelOf(code) === 'grid') {
    return naming.workerName === undefined ? '网格员' : `网格员 ${naming.workerName}`
  }
  return naming.areas.get(code)?.name ?? ''
}
