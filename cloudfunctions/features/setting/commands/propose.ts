import { isDeepStrictEqual } from 'node:util'
import type { Input } from '~/types/api'
import type { SettingView } from '~/types/setting'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { conflict, invalid } from '../../../core/errors'
import { viewSetting } from '../queries'
import { getNewest, insertProposal, listWaiting } from '../repo'
import { checkValue } from '../value'

/** Writes a change down for a second person to look at; nothing is in force yet. */
export async function proposeSetting(ctx: Ctx, input: Input<'setting.propose'>): Promise<SettingView> {
  const { name, reason } = input
  const value = checkValue(name, input.value)
  const newest = await getNewest(ctx.db, name)
  if (isDeepStrictEqual(value, newest.value)) {
    throw invalid({ value: '和现在的一样,没有改动' })
  }
  const made = await insertProposal(ctx.db, {
    id: ctx.newId(),
    name,
    reason,
    value: JSON.stringify(value),
    baseVersion: newest.version,
    proposedBy: ctx.actor.user.id,
    proposedAt: ctx.now,
    decidedBy: null,
    decidedAt: null,
    approved: null,
  })
  const [waiting] = await listWaiting(ctx.db, [name])
  const same = waiting?.proposedBy === ctx.actor.user.id && isDeepStrictEqual(waiting.value, value)
  if (waiting === undefined || (!made && !same)) {
    throw conflict('setting_waiting', '这项已经有一个改动在等人同意,定了以后再提')
  }
  const [areaCode] = scopesOf(ctx.actor, 'setting.propose')
  ctx.trail = { target: waiting.id, ...(areaCode !== undefined && { areaCode }), reason }
  return viewSetting(ctx, name)
}
