import type { AnnouncementUrgency } from '~/types/announcement'
import { areaLevelOf, isWithin } from '~/types/area'
import { can, publicGridsOf, scopesOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import type { AnnouncementRule } from './workflow'

type Announcement = Row<'announcement'>

/** Whoever wakes people up, or speaks to all of them, is looked at by a second person first. */
export const needsSecond = (areaCode: string, urgency: AnnouncementUrgency) =>
  urgency === 'emergency' || areaLevelOf(areaCode) === 'district'

export const manages = (actor: Actor, { areaCode }: Pick<Announcement, 'areaCode'>) =>
  can(actor, 'announcement.manage', areaCode)

/** The parts of it that the actor looks after: whole scopes inside, or its place when a scope contains it. */
export const partsOf = (actor: Actor, { areaCode }: Pick<Announcement, 'areaCode'>): string[] =>
  scopesOf(actor, 'announcement.manage').flatMap((scope) =>
    isWithin(areaCode, scope) ? [areaCode] : isWithin(scope, areaCode) ? [scope] : [],
  )

/** The grid by which the actor is of those it is meant for, if they are. `party`: whether a confirmed member. */
export function audienceGrid(actor: Actor, row: Announcement, party: boolean): string | undefined {
  const works = actor.assignments.filter(({ role }) => role === 'grid_worker').map(({ areaCode }) => areaCode)
  const own = actor.membership === null ? [] : [actor.membership.areaCode]
  const grids = {
    everyone: publicGridsOf(actor),
    party: party ? own : [],
    workers: works,
  }[row.audience]
  return grids.find((grid) => isWithin(grid, row.areaCode))
}

/** Before it is told it exists for its senders alone, and one that never was told stays so. */
export function isVisible(actor: Actor, row: Announcement, grid: string | undefined): boolean {
  return (
    manages(actor, row) ||
    (row.publishedAt !== null && (grid !== undefined || partsOf(actor, row).length > 0))
  )
}

export function fulfils(actor: Actor, rule: AnnouncementRule, row: Announcement): boolean {
  const second = row.createdBy !== actor.user.id && can(actor, 'announcement.approve', row.areaCode)
  return rule === 'second' ? second : rule === 'manage' && manages(actor, row)
}
