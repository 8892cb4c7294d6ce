import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { fulfils } from '../policy'
import { requireRelation } from '../surroundings'
import { findAppeal, findPeople } from '../repo'

/** The number to dial, for who handles the case now. Not shown on any page; every look stands in the trail. */
export async function callSubmitter(ctx: Ctx, { id }: Input<'appeal.call'>): Promise<Output<'appeal.call'>> {
  const { appeal } = requireRelation(ctx, await findAppeal(ctx.db, id))
  if (!fulfils(ctx.actor, 'lead', appeal)) {
    throw forbidden()
  }
  const [submitter] = await findPeople(ctx.db, [appeal.submitterId])
  if (submitter?.phoneEncrypted == null) {
    throw conflict('no_phone', '反映人没有留电话,请在这里回复他')
  }
  ctx.trail = { target: appeal.id, areaCode: appeal.areaCode }
  return { phone: ctx.secrets.decrypt(submitter.phoneEncrypted) }
}
