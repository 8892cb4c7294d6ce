import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { monthOf } from '../caps'
import { listReserved } from '../goods'
import { readExpiry } from '../expiry'
import { findHolder, listEarned, listLines, listPeople } from '../ledger'
import { monthsFrom } from '../lots'
import { presentLine } from '../present'
import { viewAwards } from '../queries'
import { listPending } from '../repo'
import { viewRedemptions } from '../shelf'
import { readLimits } from '../terms'

/** The points of the caller's household, or of the caller alone who stands in no household's ledger. */
export async function readAccount(
  ctx: Ctx,
  { cursor, limit = PAGE.usual }: Input<'points.account'>,
): Promise<Output<'points.account'>> {
  const [before] = decodeCursor(cursor, 1) ?? []
  const [account, limits] = await Promise.all([findHolder(ctx.db, ctx.actor.user.id), readLimits(ctx)])
  const month = { earned: 0, limit: limits.householdMonth }
  if (account === undefined) {
    return {
      balance: 0,
      household: false,
      people: [],
      month,
      lots: [],
      pending: [],
      redemptions: [],
      items: [],
    }
  }
  const [people, earned, pending, lines, expiry, reserved] = await Promise.all([
    listPeople(ctx.db, account.id),
    listEarned(ctx.db, account.id, monthsFrom(ctx.now, -1)),
    listPending(ctx.db, account.id),
    listLines(ctx.db, account.id, before, limit),
    readExpiry(ctx, account.id, limits),
    listReserved(ctx.db, account.id),
  ])
  const thisMonth = earned.filter(({ earnedAt }) => monthOf(earnedAt) === monthOf(ctx.now))
  return {
    balance: account.balance,
    household: account.householdId !== null,
    people: people.map(({ id, name, earned: points }) => ({
      name: name === '' ? '家里人' : name,
      earned: points,
      mine: id === ctx.actor.user.id,
    })),
    month: { ...month, earned: thisMonth.reduce((sum, { points }) => sum + points, 0) },
    ...expiry,
    pending: await viewAwards(ctx, pending),
    redemptions: await viewRedemptions(ctx, reserved, 'household'),
    ...toPage(lines, limit, ({ id }) => [id], presentLine),
  }
}
