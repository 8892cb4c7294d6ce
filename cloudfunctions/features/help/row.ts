import { areaLevelOf, type AreaView } from '~/types/area'
import type { HelpRowView } from '~/types/help'
import { titleOf } from '../../core/title'
import type { Around } from './around'
import { allowedActions } from './can'
import { areaNameOf, nearness } from './names'
import type { HelpRow } from './repo'
import { sharedThanks } from './said'

export interface RowParts {
  help: HelpRow
  around: Around
  areas: Map<string, AreaView>
  /** The grid that the caller looks at. */
  grid: string | undefined
  postCount: number
}

const iso = (date: Date) => date.toISOString()

/** One line of a list, which is also the head of the whole. */
export function presentHelpRow({ help, around, areas, grid, postCount }: RowParts): HelpRowView {
  const { id, kind, status, urgent, forFamily, way, part, day, content, reachCode, alertAt } = help
  const level = reachCode === null ? undefined : areaLevelOf(reachCode)
  return {
    id,
    kind,
    title: titleOf(help.text),
    status,
    urgent,
    forFamily,
    way,
    part,
    ...(day !== null && { day }),
    areaName: areaNameOf(areas, help.areaCode),
    reach: level === 'grid' || level === 'village' || level === 'town' ? level : 'asked',
    near: nearness(help.areaCode, grid),
    relation: around.relation,
    content,
    offerCount: around.offers.length,
    postCount,
    ...(around.invite !== undefined && { askedFirst: around.invite.reasons }),
    ...(alertAt !== null && status === 'open' && { alertAt: iso(alertAt) }),
    ...(around.relation === 'staff' && {
      reportCount: around.reports.filter(({ handledAt }) => handledAt === null).length,
    }),
    thanks: sharedThanks(around),
    askedAt: iso(help.askedAt),
    can: allowedActions(help, around),
  }
}
