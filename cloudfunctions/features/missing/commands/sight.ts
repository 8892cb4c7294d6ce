import type { Input } from '~/types/api'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { AppError, invalid } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { requireConsent } from '../../me/queries'
import { attachPictures } from '../../picture/queries'
import { viewMissing } from '../queries'
import { countSightedSince, insertSighting } from '../sightings'
import { openAside } from '../step'

/** More than this in an hour helps nobody. */
const HOURLY_MOST = 10
const HOUR_MS = 3_600_000

/**
 * Somebody saw the person. It goes to who leads the search and to the police; it never says that the person was
 * found, and nobody is put in touch with the family by it.
 */
export async function sightMissing(ctx: Ctx, input: Input<'missing.sight'>): Promise<MissingView> {
  const { missing } = await openAside(ctx, input.id, 'missing.sight', () => true)
  const { db, now, actor } = ctx
  const seenAt = new Date(input.seenAt)
  if (seenAt > now) {
    throw invalid({ seenAt: '看到的时间还没到,请检查' })
  }
  if (!(await areaViews(db, [input.areaCode])).has(input.areaCode)) {
    throw invalid({ areaCode: '没有这个网格,请重新选' })
  }
  if (input.phone !== undefined) {
    requireConsent(ctx)
  }
  if ((await countSightedSince(db, actor.user.id, new Date(now.getTime() - HOUR_MS))) >= HOURLY_MOST) {
    const userMessage = '线索报得有点多了,有急事请打110'
    throw new AppError('RATE_LIMITED', { userMessage, reason: 'sighted_often' })
  }
  await attachPictures(ctx, input.pictureIds ?? [])
  await insertSighting(db, {
    id: ctx.newId(),
    missingId: missing.id,
    userId: actor.user.id,
    status: 'received',
    self: input.self,
    seenAt,
    areaCode: input.areaCode,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    exactPlace: input.place ?? '',
    direction: input.direction ?? null,
    words: input.words ?? '',
    pictureId: input.pictureIds?.[0] ?? null,
    phone: input.phone === undefined ? null : ctx.secrets.encrypt(input.phone),
    at: now,
  })
  return viewMissing(ctx, missing)
}
