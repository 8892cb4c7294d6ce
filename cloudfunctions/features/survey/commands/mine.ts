import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { onRollOf, receiptFor, requireRelation } from '../queries'
import { findSurvey } from '../repo'

/**
 * Whether the caller's ballot is there, and its code while the box is open. What was answered is shown to nobody, not
 * even to who answered it: what cannot be shown cannot be bought or forced.
 */
export async function readMine(ctx: Ctx, { id }: Input<'survey.mine'>): Promise<Output<'survey.mine'>> {
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  const onRoll = await onRollOf(ctx, survey)
  const receipt = await receiptFor(ctx, survey, onRoll)
  return { voted: onRoll.roll !== undefined, ...(receipt !== undefined && { receipt }) }
}
