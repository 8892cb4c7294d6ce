import type { Input } from '~/types/api'
import { PRIVACY_VERSION, type MeView } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { getMeView, reloadActor } from '../queries'
import { updateUser } from '../repo'

/** Records that the person agreed to the privacy notice in the version they were shown. */
export async function consent(ctx: Ctx, { version }: Input<'me.consent'>): Promise<MeView> {
  if (version !== PRIVACY_VERSION) {
    throw invalid({ version: '隐私说明更新了,请重新看一看' })
  }
  await updateUser(ctx.db, ctx.actor.user.id, { privacyVersion: version, consentedAt: ctx.now })
  return getMeView(ctx, await reloadActor(ctx))
}
