import type { Input } from '~/types/api'
import type { CivilityView } from '~/types/civility'
import type { Ctx } from '../../../core/context'
import { invalid, notFound } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import { attachPictures } from '../../picture/queries'
import { pointsByNumber } from '../naming'
import { isStaff } from '../policy'
import { REMINDED, viewReminder } from '../queries'
import { insertReminder, namesSomebody } from '../repo'

/** Reminds a grid of a place, never of a person: no name, no number, and nobody to be recognised in the picture. */
export async function remindGrid(ctx: Ctx, input: Input<'civility.remind'>): Promise<CivilityView> {
  const { kind, words, areaCode, pictureId } = input
  if (!isStaff(ctx.actor, areaCode)) {
    throw notFound('个网格')
  }
  if (pointsByNumber(words)) {
    throw invalid({ words: '不写电话和车牌,只说这件事' })
  }
  if (await namesSomebody(ctx.db, areaCode, words)) {
    throw invalid({ words: '不点名,只说这件事' })
  }
  if (pictureId !== undefined) {
    await attachPictures(ctx, [pictureId])
  }
  const id = ctx.newId()
  ctx.trail = { target: id, areaCode }
  const row = { id, areaCode, kind, words, pictureId: pictureId ?? null, status: 'posted' as const }
  const reminder = await insertReminder(ctx.db, { ...row, postedBy: ctx.actor.user.id, at: ctx.now })
  await emit(ctx, REMINDED, { id }, `${REMINDED}:${id}`)
  return viewReminder(ctx, reminder)
}
