import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { readSetting } from '../../../core/settings'
import { keywordsSetting } from '../schema'
import { suggestCategory } from '../suggest'

/** The category that the words point to, and why. */
export async function suggestForText(
  ctx: Ctx,
  { text }: Input<'appeal.suggest'>,
): Promise<Output<'appeal.suggest'>> {
  return suggestCategory(text, await readSetting(ctx.db, 'appeal.keywords', keywordsSetting, ctx.now))
}
