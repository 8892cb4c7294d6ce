import type { Input } from '~/types/api'
import { ANNOUNCEMENT_LIMITS, type AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { invalid, notFound } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import { getAreaView } from '../../area/queries'
import { attachPictures } from '../../picture/queries'
import { ASKED } from '../deliver'
import { manages, needsSecond } from '../policy'
import { requireStanding, viewAnnouncement } from '../queries'
import { insertAnnouncement } from '../repo'

const DAY_MS = 86_400_000

/** The end, after now and within the longest term. INVALID at `expiresAt`. */
function endOf(ctx: Ctx, text: string): Date {
  const expiresAt = new Date(text)
  const most = ctx.now.getTime() + ANNOUNCEMENT_LIMITS.days * DAY_MS
  if (expiresAt <= ctx.now) {
    throw invalid({ expiresAt: '截止时间要在现在以后' })
  }
  if (expiresAt.getTime() > most) {
    throw invalid({ expiresAt: `最长留${ANNOUNCEMENT_LIMITS.days}天` })
  }
  return expiresAt
}

/** Writes an announcement for an area. One that wakes people up or speaks to the whole district waits for a second person. */
export async function createAnnouncement(
  ctx: Ctx,
  input: Input<'announcement.create'>,
): Promise<AnnouncementView> {
  const { areaCode, urgency, pictureId, choices = [], unit = '', ...rest } = input
  if (!manages(ctx.actor, { areaCode })) {
    throw notFound('个地方')
  }
  await getAreaView(ctx.db, areaCode)
  const expiresAt = endOf(ctx, input.expiresAt)
  if (pictureId !== undefined) {
    await attachPictures(ctx, [pictureId])
  }
  const id = ctx.newId()
  ctx.trail = { target: id, areaCode }
  const waits = needsSecond(areaCode, urgency)
  const none = { decidedBy: null, startsAt: null, publishedAt: null, remindedAt: null }
  const row = await insertAnnouncement(ctx.db, {
    ...{ ...rest, ...none, id, areaCode, urgency, expiresAt },
    ...{ choices, unit: input.answer === 'number' ? unit : '', pictureId: pictureId ?? null },
    status: waits ? 'waiting' : 'ready',
    createdBy: ctx.actor.user.id,
    createdAt: ctx.now,
  })
  if (waits) {
    await emit(ctx, ASKED, { id }, `${ASKED}:${id}`)
  }
  return viewAnnouncement(ctx, await requireStanding(ctx, row))
}
