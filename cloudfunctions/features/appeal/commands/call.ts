import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { judgeAside } from '../asides'
import { isOutside } from '../captured'
import { findPeople } from '../repo'
import { requireVisible } from '../surroundings'

/** The number to dial, for who handles the case now, or above them for who asks how it was handled. Not shown on any page; every look stands in the trail. */
export async function callSubmitter(
  ctx: Ctx,
  { id, behalf = false }: Input<'appeal.call'>,
): Promise<Output<'appeal.call'>> {
  const { appeal, around } = await requireVisible(ctx, id)
  if (!judgeAside(ctx.actor, 'appeal.call', appeal, around).may) {
    throw forbidden()
  }
  const [submitter] = await findPeople(ctx.db, [appeal.submitterId])
  const who = isOutside(appeal) ? appeal.contactPhoneEncrypted : submitter?.phoneEncrypted
  const sealed = behalf ? appeal.behalfPhoneEncrypted : who
  if (sealed == null) {
    const name = behalf && appeal.behalfName !== '' ? appeal.behalfName : '反映人'
    throw conflict('no_phone', `${name}没有留电话,请在这里回复他`)
  }
  ctx.trail = { target: appeal.id, areaCode: appeal.areaCode }
  return { phone: ctx.secrets.decrypt(sealed) }
}
