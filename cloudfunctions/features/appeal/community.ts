import { z } from 'zod'
import { APPEAL_CATEGORIES, type AppealCategory, type UrgencyClass } from '~/types/appeal'
import { AREA_CODE_LENGTH, areaCodeAt } from '~/types/area'
import type { DbOrTx } from '../../core/db'
import { readSetting } from '../../core/settings'

/** Shape of `appeal.community`: 1 for what grid and village may lead, 0 for what the town must. */
export const communitySetting = z.record(
  z.enum(APPEAL_CATEGORIES),
  z.int('请填1或0').min(0, '请填1或0').max(1, '请填1或0'),
)

interface Matter {
  category: AppealCategory
  urgency: UrgencyClass
  holderCode: string
}

/**
 * The area that must lead a matter which `holderCode` has or is about to have: the same, or the town for what a
 * community may only help with (regulation on appeals, art. 17). Danger stays with who is nearest, until it is over.
 */
export async function leadFor(
  { db, now }: { db: DbOrTx; now: Date },
  { category, urgency, holderCode }: Matter,
): Promise<string> {
  if (urgency === 'danger' || holderCode.length <= AREA_CODE_LENGTH.town) {
    return holderCode
  }
  const list = await readSetting(db, 'appeal.community', communitySetting, now)
  return list[category] === 1 ? holderCode : areaCodeAt(holderCode, 'town')
}
