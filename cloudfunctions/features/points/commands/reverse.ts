import type { Input } from '~/types/api'
import type { AwardView } from '~/types/points'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { lockAccount, post, villageAccount } from '../ledger'
import type { AwardRow } from '../repo'
import { act, openAward, viewAward, type Opened } from '../step'

/** Takes back by a counter-entry what was credited by mistake. What has been spent since is not taken back. */
export async function reverseAward(ctx: Ctx, { id, reason }: Input<'points.reverse'>): Promise<AwardView> {
  const isDone = ({ award }: Opened) => award.reversedBy === ctx.actor.user.id
  const { award, repeated } = await openAward(ctx, id, 'points.reverse', isDone)
  if (repeated) {
    return viewAward(ctx, award)
  }
  ctx.trail.reason = reason
  const view = await act(ctx, award, 'points.reverse', {
    reversedBy: ctx.actor.user.id,
    reversedAt: ctx.now,
    reason,
  })
  await takeBack(ctx, award, reason)
  return view
}

async function takeBack(ctx: Ctx, award: AwardRow, words: string): Promise<void> {
  const { id, userId, rule, category, points, proposedAt, accountId } = award
  const account = await lockAccount(ctx.db, accountId)
  if (account.balance < points) {
    throw conflict('points_spent', '这些积分他家已经用掉了,不能再收回')
  }
  await post(ctx, {
    kind: 'reversal',
    sourceType: 'reversal',
    sourceId: id,
    rule,
    category,
    userId,
    words,
    madeBy: ctx.actor.user.id,
    lines: [
      { accountId, amount: -points, earnedAt: proposedAt },
      { accountId: await villageAccount(ctx, account.areaCode, 'issued'), amount: points },
    ],
  })
}
