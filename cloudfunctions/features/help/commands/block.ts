import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { blockPerson } from '../../block/queries'
import { requireVisible } from '../around'
import { judge, otherOf } from '../can'
import { findHelp } from '../repo'

/** The caller and the other of the request are no longer shown each other. Blocking twice is blocking once. */
export async function blockOther(ctx: Ctx, { id }: Input<'help.block'>): Promise<Output<'help.block'>> {
  const { help, around } = await requireVisible(ctx, await findHelp(ctx.db, id))
  ctx.trail = { target: help.id, areaCode: help.areaCode }
  if (!judge('help.block', help, around).may) {
    throw forbidden('工作人员不能屏蔽居民')
  }
  const other = otherOf(help, around)
  if (other === null) {
    throw conflict('wrong_status', '还没有人来帮,没有可以屏蔽的人')
  }
  await blockPerson(ctx, other)
  return { blocked: true }
}
