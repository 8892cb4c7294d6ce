import type { Output } from '~/types/api'
import { SETTING_NAMES } from '~/types/setting'
import type { Ctx } from '../../../core/context'
import { viewSettings } from '../queries'

/** What the district has set, and what waits for a second person. */
export async function listSettings(ctx: Ctx): Promise<Output<'setting.list'>> {
  return { items: await viewSettings(ctx, SETTING_NAMES) }
}
