import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { requireVisible } from '../around'
import { judge, otherOf } from '../can'
import { findHelp } from '../repo'

/** The number of the other of the two, while they have agreed. Shown on no page; every look stands in the trail. */
export async function callOther(ctx: Ctx, { id }: Input<'help.call'>): Promise<Output<'help.call'>> {
  const { help, around } = await requireVisible(ctx, await findHelp(ctx.db, id))
  ctx.trail = { target: help.id, areaCode: help.areaCode }
  const { may, now } = judge('help.call', help, around)
  if (!may) {
    throw forbidden('只有来帮忙的邻居和本人能互相打电话')
  }
  const sealed = around.people.get(otherOf(help, around) ?? '')?.phoneEncrypted
  if (!now || sealed == null) {
    throw sealed == null
      ? conflict('no_phone', '对方没有留电话,请在下面留言')
      : conflict('wrong_status', '这件事已经过去了,不再显示电话')
  }
  return { phone: ctx.secrets.decrypt(sealed) }
}
