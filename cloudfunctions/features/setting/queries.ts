import type { SettingName, SettingView } from '~/types/setting'
import type { Ctx } from '../../core/context'
import { notFound } from '../../core/errors'
import { presentSetting } from './present'
import { listNewest, listRefused, listWaiting } from './repo'

/** Settings in the order asked for, each with what waits for a second person. */
export async function viewSettings(ctx: Ctx, names: readonly SettingName[]): Promise<SettingView[]> {
  const [rows, waiting, refused] = await Promise.all([
    listNewest(ctx.db, names),
    listWaiting(ctx.db, names),
    listRefused(ctx.db, names, ctx.actor.user.id),
  ])
  return names.flatMap((name) => {
    const row = rows.find((one) => one.name === name)
    if (row === undefined) {
      return []
    }
    const parts = {
      row,
      waiting: waiting.find((one) => one.name === name),
      refused: refused.find((one) => one.name === name && one.baseVersion === row.version),
    }
    return [presentSetting(parts, ctx.actor)]
  })
}

export async function viewSetting(ctx: Ctx, name: SettingName): Promise<SettingView> {
  const [view] = await viewSettings(ctx, [name])
  if (view === undefined) {
    throw notFound('项设置')
  }
  return view
}
