import { POINTS_RULE_CATEGORY, type PointsRule } from '~/types/points'
import { roomFor } from './caps'
import { credit, listEarned, openHolder, type AccountRow, type Writer } from './ledger'
import { monthsFrom } from './lots'
import { findHome, listPendingPoints } from './repo'
import { readLimits, readRules } from './terms'

/** How many points of a rule's category a person may still earn now. The account is locked. */
export async function readRoom(
  ctx: Writer,
  account: AccountRow,
  userId: string,
  rule: PointsRule,
): Promise<number> {
  // Longer than any month, so that the day the month began is inside.
  const since = monthsFrom(ctx.now, -1)
  const [limits, earned, pending] = await Promise.all([
    readLimits(ctx),
    listEarned(ctx.db, account.id, since),
    listPendingPoints(ctx.db, account.id, since),
  ])
  const category = POINTS_RULE_CATEGORY[rule]
  return roomFor(limits, [...earned, ...pending], { userId, category, at: ctx.now })
}

interface Deed {
  rule: PointsRule
  userId: string
  /** What it comes from, for ever credited once. */
  sourceType: string
  sourceId: string
  words: string
}

/**
 * Credits at once what was confirmed elsewhere, as far as the limits leave room; the rest is not made up for later.
 * Who belongs to no grid has no account. False when it was credited before or could not be.
 */
export async function creditDeed(ctx: Writer, { rule, userId, ...deed }: Deed): Promise<boolean> {
  const home = await findHome(ctx.db, userId)
  if (home === undefined) {
    return false
  }
  const account = await openHolder(ctx, userId, home)
  const rules = await readRules(ctx)
  const points = Math.min(rules[rule], await readRoom(ctx, account, userId, rule))
  const category = POINTS_RULE_CATEGORY[rule]
  return credit(ctx, { account, userId, rule, category, points, earnedAt: ctx.now, madeBy: null, ...deed })
}
