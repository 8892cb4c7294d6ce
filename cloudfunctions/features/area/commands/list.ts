import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { presentArea } from '../present'
import { findArea, findWithAncestors, listChildren } from '../repo'

/** The areas directly below one; without a code, the district. */
export async function listAreas(ctx: Ctx, { code }: Input<'area.list'>): Promise<Output<'area.list'>> {
  const parent = code === undefined ? undefined : await findArea(ctx.db, code)
  if (code !== undefined && parent === undefined) {
    throw notFound('个地方')
  }
  const children = await listChildren(ctx.db, code)
  const above = code === undefined ? [] : await findWithAncestors(ctx.db, [code])
  const names = new Map(above.map((row) => [row.code, row.name]))
  return {
    parent: parent === undefined ? null : presentArea(parent, names),
    items: children.map((row) => presentArea(row, names)),
  }
}
