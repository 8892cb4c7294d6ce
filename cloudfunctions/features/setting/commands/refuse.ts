import type { Input } from '~/types/api'
import type { SettingView } from '~/types/setting'
import type { Ctx } from '../../../core/context'
import { openProposal } from '../decide'
import { viewSetting } from '../queries'
import { updateProposal } from '../repo'

/** The second person does not agree, or the first takes it back, and says why; the way is free for another. */
export async function refuseSetting(ctx: Ctx, { id, words }: Input<'setting.refuse'>): Promise<SettingView> {
  const { proposal, again } = await openProposal(ctx, id, false)
  if (!again) {
    const set = { decidedBy: ctx.actor.user.id, decidedAt: ctx.now, approved: false, words }
    await updateProposal(ctx.db, id, set)
    ctx.trail.reason = words
  }
  return viewSetting(ctx, proposal.name)
}
