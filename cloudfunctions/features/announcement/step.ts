import type { AnnouncementStatus } from '~/types/announcement'
import type { Ctx } from '../../core/context'
import { forbidden } from '../../core/errors'
import { move } from '../../core/workflow'
import { fulfils } from './policy'
import { requireStanding, type Standing } from './queries'
import { lockAnnouncement, type AnnouncementRow } from './repo'
import { announcementWorkflow, type AnnouncementMove } from './workflow'

/** The announcement, locked, for a move of the caller. */
export async function openForAct(ctx: Ctx, id: string, action: AnnouncementMove): Promise<Standing> {
  const standing = await requireStanding(ctx, await lockAnnouncement(ctx.db, id))
  const { row } = standing
  ctx.trail = { target: id, areaCode: row.areaCode }
  if (!fulfils(ctx.actor, announcementWorkflow[action].rule, row)) {
    throw forbidden()
  }
  return standing
}

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

/** Moves it along the workflow. */
export const act = (
  ctx: At,
  row: AnnouncementRow,
  action: AnnouncementMove,
  { to, set }: { to?: AnnouncementStatus; set?: Partial<AnnouncementRow> } = {},
): Promise<AnnouncementRow> =>
  move(ctx, { table: 'announcement', workflow: announcementWorkflow, row, action, to, set })
