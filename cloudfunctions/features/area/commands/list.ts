import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { presentArea } from '../present'
import { findArea, findWithAncestors, listChildren } from '../repo'

/** The areas directly below one; without a code, the towns, or the districts where there are several. */
export async function listAreas(ctx: Ctx, { code }: Input<'area.list'>): Promise<Output<'area.list'>> {
  const roots = code === undefined ? await listChildren(ctx.db, undefined) : []
  const parent =
    code === undefined ? (roots.length === 1 ? roots[0] : undefined) : await findArea(ctx.db, code)
  if (code !== undefined && parent === undefined) {
    throw notFound('个地方')
  }
  const children = parent === undefined ? roots : await listChildren(ctx.db, parent.code)
  const above = parent === undefined ? [] : await findWithAncestors(ctx.db, [parent.code])
  const names = new Map(above.map((row) => [row.code, row.name]))
  return {
    parent: parent === undefined ? null : presentArea(parent, names),
    items: children.map((row) => presentArea(row, names)),
  }
}
