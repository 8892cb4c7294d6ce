import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../core/context'
import { notFound } from '../../core/errors'
import { getAreaView } from '../area/queries'
import { readyAt } from '../broadcast/queries'
import { isConfirmedMember } from '../party/queries'
import { pictureViews } from '../picture/queries'
import { attachmentView } from '../attachment/queries'
import { audienceGrid, isVisible, manages } from './policy'
import { presentAnnouncement } from './present'
import { findSeries } from './repeats'
import { templatesSetting } from './schema'
import { findName, findReader, type AnnouncementRow } from './repo'

export { keeper } from './kept'

/** Shapes of the settings of announcements. */
export const settingSchemas = { 'announcement.templates': templatesSetting }

export interface Standing {
  row: AnnouncementRow
  /** The grid by which the caller is of those it is meant for. */
  grid: string | undefined
}

/** A loaded announcement and how the caller stands to it; NOT_FOUND when for them there is none. */
export async function requireStanding(ctx: Ctx, row: AnnouncementRow | undefined): Promise<Standing> {
  const party = row?.audience === 'party' && (await isConfirmedMember(ctx.db, ctx.actor.user.id))
  const grid = row && audienceGrid(ctx.actor, row, party)
  if (row === undefined || !isVisible(ctx.actor, row, grid)) {
    throw notFound('条通知')
  }
  return { row, grid }
}

/** One announcement as the caller may see it. */
export async function viewAnnouncement(ctx: Ctx, { row, grid }: Standing): Promise<AnnouncementView> {
  const sender = manages(ctx.actor, row)
  const [area, reader, pictures, attachment, series, authorName, ready] = await Promise.all([
    getAreaView(ctx.db, row.areaCode),
    findReader(ctx.db, row.id, ctx.actor.user.id),
    pictureViews(ctx, row.pictureId === null ? [] : [row.pictureId], sender ? 'people' : 'neighbour'),
    attachmentView(ctx, row.attachmentId),
    sender ? findSeries(ctx.db, row) : undefined,
    sender ? findName(ctx.db, row.createdBy) : '',
    readyAt({ db: ctx.db, now: row.publishedAt ?? ctx.now }, row.urgency),
  ])
  const on = row.status === 'ready' || row.status === 'published'
  return presentAnnouncement(row, {
    actor: ctx.actor,
    areaName: area.fullName === '' ? area.name : area.fullName,
    grid,
    reader,
    picture: pictures.get(row.pictureId ?? ''),
    attachment,
    series,
    authorName,
    quietUntil: on && row.audience === 'everyone' && ready > ctx.now ? ready : undefined,
  })
}
