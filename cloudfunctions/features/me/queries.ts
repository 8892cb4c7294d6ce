import { PRIVACY_VERSION, type MeView } from '~/types/me'
import type { Ctx } from '../../core/context'
import { loadActor, type Actor } from '../../core/actor'
import { conflict, invalid } from '../../core/errors'
import { areaViews } from '../area/queries'
import { assignmentViewsOf } from '../assignment/queries'
import { presentMe, shownGridOf } from './present'
import { listGridWorkers, updateUser } from './repo'

export { shownGridOf }

/** The caller as stored now; loads again what the caller's own act has just changed. */
export async function reloadActor(ctx: Ctx): Promise<Actor> {
  const { openid } = ctx.actor.user
  return openid === null ? ctx.actor : loadActor(ctx.db, openid, ctx.actor.opengid, ctx.now, ctx.newId)
}

/** The caller's own view. */
export async function getMeView(ctx: Ctx, actor: Actor): Promise<MeView> {
  const grid = shownGridOf(actor)
  const codes = [actor.membership?.areaCode, actor.groupAreaCode, grid].filter((code) => code !== undefined)
  const [areas, gridWorkers, assignments] = await Promise.all([
    areaViews(ctx.db, codes),
    grid === undefined ? [] : listGridWorkers(ctx.db, grid, ctx.now),
    assignmentViewsOf(ctx.db, actor),
  ])
  return presentMe({ actor, areas, assignments, gridWorkers, secrets: ctx.secrets, now: ctx.now })
}

/** Personal data comes after the privacy notice, never before it (PIPL art. 14, 17). */
export function requireConsent(ctx: Ctx): void {
  if (ctx.actor.user.privacyVersion < PRIVACY_VERSION) {
    throw conflict('consent_needed', '请先看一看隐私说明,同意后再填写')
  }
}

/** A name is asked for the first time somebody speaks, after the privacy notice. INVALID at `name` without one. */
export async function introduceFirst(
  ctx: Ctx,
  { name, phone }: { name?: string | undefined; phone?: string | undefined },
): Promise<void> {
  if (ctx.actor.user.name === '' && name === undefined) {
    throw invalid({ name: '请告诉我们怎么称呼您' })
  }
  if (name !== undefined || phone !== undefined) {
    requireConsent(ctx)
    await introduce(ctx, { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) })
  }
}

/** Keeps what a person says of themselves; the number is encrypted, with a keyed hash to find it again. */
export async function introduce(ctx: Ctx, { name, phone }: { name?: string; phone?: string }): Promise<void> {
  await updateUser(ctx.db, ctx.actor.user.id, {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && {
      phoneEncrypted: ctx.secrets.encrypt(phone),
      phoneHash: ctx.secrets.keyedHash('phone', phone),
    }),
  })
}
