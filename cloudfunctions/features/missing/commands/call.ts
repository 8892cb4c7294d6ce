import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { fulfils } from '../policy'
import { findMissing } from '../repo'
import { lockSighting } from '../sightings'
import { requireRelation } from '../step'
import { isOpen } from '../workflow'

/** The number of the reporter or of a witness, for those who lead; it stands in the trail who looked. */
export async function callAboutMissing(
  ctx: Ctx,
  { id, sightingId }: Input<'missing.call'>,
): Promise<Output<'missing.call'>> {
  const { missing } = requireRelation(ctx, await findMissing(ctx.db, id))
  ctx.trail = { target: sightingId ?? id, areaCode: missing.areaCode }
  if (!fulfils(ctx.actor, 'lead', missing)) {
    throw forbidden('号码只给负责找人的同志')
  }
  const sealed = sightingId === undefined ? missing.contactPhone : await phoneOf(ctx, id, sightingId)
  if (!isOpen(missing) || sealed === null) {
    throw conflict('no_phone', '没有留号码,或者已经撤下了')
  }
  return { phone: ctx.secrets.decrypt(sealed) }
}

async function phoneOf(ctx: Ctx, id: string, sightingId: string): Promise<string | null> {
  const sighting = await lockSighting(ctx.db, sightingId)
  if (sighting?.missingId !== id) {
    throw notFound('条线索')
  }
  return sighting.phone
}
