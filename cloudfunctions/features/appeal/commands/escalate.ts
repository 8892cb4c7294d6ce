import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import { AREA_CODE_LENGTH, areaCodeAt } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { signDueAfter } from '../clock'
import { viewAppeal } from '../queries'
import type { AppealRow } from '../repo'
import { act, openForAct } from '../step'

/** Sends it up with a reason. Never down: who received it first cannot push it onto those below (art. 14, 17). */
export async function escalateAppeal(
  ctx: Ctx,
  { id, to, reason }: Input<'appeal.escalate'>,
): Promise<AppealView> {
  const isThere = ({ holderCode }: AppealRow) => holderCode.length === AREA_CODE_LENGTH[to]
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.escalate', isThere)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (appeal.holderCode.length <= AREA_CODE_LENGTH[to]) {
    throw conflict('not_upward', to === 'town' ? '这件事已经在镇里了' : '这件事已经在村里或镇里了')
  }
  const signDueAt = await signDueAfter(ctx, appeal.urgency)
  const set = { holderCode: areaCodeAt(appeal.areaCode, to), handlerId: null, signDueAt }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.escalate', set, words: reason }))
}
