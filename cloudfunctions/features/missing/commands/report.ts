import type { Input } from '~/types/api'
import type { AreaView } from '~/types/area'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { shownGridOf } from '../../me/queries'
import { attachPictures } from '../../picture/queries'
import { viewMissing } from '../queries'
import { insertMissing } from '../repo'
import { reporterOf } from '../reporter'
import { readTerms } from '../settings'
import { recordStep } from '../step'

/** Takes down who is missing. Nobody is told before somebody has called back. */
export async function reportMissing(ctx: Ctx, input: Input<'missing.report'>): Promise<MissingView> {
  const { actor, now, db } = ctx
  const area = await placeOf(ctx, input.areaCode)
  const lastSeenAt = new Date(input.lastSeenAt)
  if (lastSeenAt > now) {
    throw invalid({ lastSeenAt: '最后看到的时间还没到,请检查' })
  }
  const reporterId = await reporterOf(ctx, input, area.code)
  await attachPictures(ctx, input.pictureIds ?? [])
  const { confirm, expire } = await readTerms(ctx)
  const { name = '', sex, age, needsHelp = false, abduction = false, looks, travel, place, kinship } = input
  const missing = await insertMissing(db, {
    id: ctx.newId(),
    areaCode: area.code,
    status: 'reported',
    reporterId,
    capturedBy: input.consent === undefined ? null : actor.user.id,
    consent: input.consent ?? '',
    contactName: input.contactName,
    contactPhone: ctx.secrets.encrypt(input.contactPhone),
    ...{ kinship, name, sex, age, needsHelp, abduction, looks, travel, place, lastSeenAt },
    pictureId: input.pictureIds?.[0] ?? null,
    latitude: input.latitude ?? area.latitude,
    longitude: input.longitude ?? area.longitude,
    reportedAt: now,
    verifyDueAt: new Date(now.getTime() + confirm * 1000),
    expiresAt: new Date(now.getTime() + expire * 1000),
  })
  ctx.trail = { target: missing.id, areaCode: area.code }
  await recordStep(ctx, missing, 'missing.report')
  return viewMissing(ctx, missing)
}

async function placeOf(ctx: Ctx, asked: string | undefined): Promise<AreaView> {
  const code = asked ?? shownGridOf(ctx.actor)
  const area = code === undefined ? undefined : (await areaViews(ctx.db, [code])).get(code)
  if (area === undefined) {
    throw invalid({ areaCode: code === undefined ? '请选最后看到他的网格' : '没有这个网格,请重新选' })
  }
  return area
}
