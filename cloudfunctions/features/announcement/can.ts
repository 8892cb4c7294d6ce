import type { AnnouncementAction } from '~/types/announcement'
import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { nextActions } from '../../core/workflow'
import { fulfils, manages, partsOf } from './policy'
import { announcementWorkflow } from './workflow'

/** What the actor may do with it now. */
export function allowedActions(
  actor: Actor,
  row: Row<'announcement'>,
  grid: string | undefined,
  /** Whether it comes again. */
  repeats: boolean,
): AnnouncementAction[] {
  const moves = nextActions(announcementWorkflow, row.status, (rule) => fulfils(actor, rule, row))
  const on = row.status === 'published'
  return [
    ...(moves as AnnouncementAction[]),
    ...(on && manages(actor, row) ? (['announcement.remind'] as const) : []),
    ...(row.publishedAt !== null && partsOf(actor, row).length > 0 ? (['announcement.reach'] as const) : []),
    ...(repeats && manages(actor, row) ? (['announcement.stop'] as const) : []),
    ...(on && grid !== undefined && row.answer !== 'read' ? (['announcement.answer'] as const) : []),
  ]
}
