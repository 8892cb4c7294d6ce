import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import { getAreaView } from '../../area/queries'
import { attachDocument } from '../../attachment/queries'
import { attachPictures } from '../../picture/queries'
import { ASKED } from '../deliver'
import { manages, needsSecond } from '../policy'
import { requireStanding, viewAnnouncement } from '../queries'
import { insertSeries } from '../repeats'
import { insertAnnouncement } from '../repo'
import { checkSeries, endOf } from '../term'

/** Writes an announcement for an area. One that wakes people up or speaks to the whole district waits for a second person. */
export async function createAnnouncement(
  ctx: Ctx,
  input: Input<'announcement.create'>,
): Promise<AnnouncementView> {
  const { areaCode, urgency, pictureId, attachmentId, series, choices = [], unit = '', ...rest } = input
  if (!manages(ctx.actor, { areaCode })) {
    throw notFound('个地方')
  }
  await getAreaView(ctx.db, areaCode)
  const expiresAt = endOf(input, ctx.now)
  checkSeries(input, ctx.now)
  if (pictureId !== undefined) {
    await attachPictures(ctx, [pictureId])
  }
  if (attachmentId !== undefined) {
    await attachDocument(ctx, attachmentId)
  }
  const id = ctx.newId()
  ctx.trail = { target: id, areaCode }
  const waits = needsSecond(areaCode, urgency)
  const none = { decidedBy: null, startsAt: null, publishedAt: null, remindedAt: null }
  const row = await insertAnnouncement(ctx.db, {
    ...{ ...rest, ...none, id, areaCode, urgency, expiresAt },
    ...{ choices, unit: input.answer === 'number' ? unit : '', pictureId: pictureId ?? null, attachmentId },
    status: waits ? 'waiting' : 'ready',
    createdBy: ctx.actor.user.id,
    createdAt: ctx.now,
  })
  if (series !== undefined) {
    await insertSeries(ctx.db, { ...series, announcementId: id, nextAt: null, stoppedAt: null })
  }
  if (waits) {
    await emit(ctx, ASKED, { id }, `${ASKED}:${id}`)
  }
  return viewAnnouncement(ctx, await requireStanding(ctx, row))
}
