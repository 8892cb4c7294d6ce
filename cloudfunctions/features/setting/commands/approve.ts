import type { Input } from '~/types/api'
import type { SettingView } from '~/types/setting'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { openProposal } from '../decide'
import { viewSetting } from '../queries'
import { getNewest, insertVersion, updateProposal, type ProposalRow } from '../repo'
import { checkValue } from '../value'

/** The second person agrees: the next version is in force from the next call on. */
export async function approveSetting(ctx: Ctx, { id }: Input<'setting.approve'>): Promise<SettingView> {
  const { proposal, again } = await openProposal(ctx, id, true)
  if (!again) {
    await takeEffect(ctx, proposal)
    const set = { decidedBy: ctx.actor.user.id, decidedAt: ctx.now, approved: true }
    await updateProposal(ctx.db, id, set)
  }
  return viewSetting(ctx, proposal.name)
}

async function takeEffect(ctx: Ctx, { name, baseVersion, ...proposal }: ProposalRow): Promise<void> {
  const newest = await getNewest(ctx.db, name)
  // Checked again: the program may have been updated since, and its idea of the setting with it.
  const value = JSON.stringify(checkValue(name, proposal.value))
  const version = baseVersion + 1
  const made =
    newest.version === baseVersion &&
    (await insertVersion(ctx.db, { name, version, value, validFrom: ctx.now }))
  if (!made) {
    throw conflict('setting_changed', '这项设置后来又变过,这个改动不能用了,请按新的重新提')
  }
}
