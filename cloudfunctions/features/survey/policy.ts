import { AREA_CODE_LENGTH, isWithin } from '~/types/area'
import type { SurveySubject } from '~/types/survey'
import { can, publicGridsOf, scopesOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'

type Survey = Row<'survey'>
/** maker: of the level that asks · staff: looks after some of the places · asked: belongs to one of them. */
export type SurveyRelation = 'maker' | 'staff' | 'asked'

export const isAsked = (areaCode: string, { areaCodes }: Pick<Survey, 'areaCodes'>) =>
  areaCodes.some((asked) => isWithin(areaCode, asked))

/** The parts of the places asked that lie in the scopes; whole scopes where more is asked; none twice. */
export function sharedAreas(scopes: string[], { areaCodes }: Pick<Survey, 'areaCodes'>): string[] {
  const shared = scopes.flatMap((scope) =>
    areaCodes.flatMap((asked) => (isWithin(asked, scope) ? [asked] : isWithin(scope, asked) ? [scope] : [])),
  )
  return [...new Set(shared)].filter((one) => !shared.some((other) => other !== one && isWithin(one, other)))
}

/** How the actor stands to a survey; undefined means that for them it does not exist. Drafts are for their makers. */
export function relationTo(actor: Actor, survey: Survey): SurveyRelation | undefined {
  if (can(actor, 'survey.manage', survey.ownerCode)) {
    return 'maker'
  }
  if (survey.status === 'draft') {
    return undefined
  }
  if (sharedAreas(scopesOf(actor, 'survey.view'), survey).length > 0) {
    return 'staff'
  }
  return publicGridsOf(actor).some((grid) => isAsked(grid, survey)) ? 'asked' : undefined
}

/** Longest area code of the level that may ask about somebody: never the judged level itself. */
const ASKED_BY: Record<SurveySubject, number> = {
  village_organisation: AREA_CODE_LENGTH.town,
  grid_worker: AREA_CODE_LENGTH.village,
  service: AREA_CODE_LENGTH.village,
  other: AREA_CODE_LENGTH.village,
}
export const mayAskAbout = (subject: SurveySubject, ownerCode: string) =>
  ownerCode.length <= ASKED_BY[subject]

type Roles = Pick<Actor, 'assignments'>
/** Somebody of these roles is of the body that is judged in this grid; who is judged never helps with a ballot. */
export function isJudged({ assignments }: Roles, subject: SurveySubject, gridCode: string): boolean {
  return assignments.some(({ role, areaCode }) => {
    switch (subject) {
      case 'village_organisation':
        return areaCode.length >= AREA_CODE_LENGTH.village && isWithin(gridCode, areaCode.slice(0, 12))
      case 'grid_worker':
        return role === 'grid_worker' && areaCode === gridCode
      case 'service':
        return role === 'department_officer' && isWithin(gridCode, areaCode)
      case 'other':
        return false
    }
  })
}
