import type { Input } from '~/types/api'
import { POINTS_RULE_CATEGORY, type AwardView } from '~/types/points'
import type { Ctx } from '../../../core/context'
import { AppError, conflict, notFound } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import { readRoom } from '../earning'
import { openHolder } from '../ledger'
import { recipientHome } from '../recipient'
import { findRequested, insertAward, versionOf, type AwardRow } from '../repo'
import { publishedUntil } from '../publication'
import { viewAward } from '../step'
import { readLimits, readRules } from '../terms'

type ProposeInput = Input<'points.propose'>

/** Proposes points for what a neighbour did. Few are published at once; from ten on a second person must agree. */
export async function proposeAward(ctx: Ctx, input: ProposeInput): Promise<AwardView> {
  const made = await findRequested(ctx.db, ctx.actor.user.id, input.requestId)
  if (made !== undefined) {
    return repeat(ctx, input, made)
  }
  const home = await recipientHome(ctx, input.userId)
  const account = await openHolder(ctx, input.userId, home)
  const [limits, rules, ruleVersion, room] = [
    await readLimits(ctx),
    await readRules(ctx),
    await versionOf(ctx.db, 'points.rules', ctx.now),
    await readRoom(ctx, account, input.userId, input.rule),
  ]
  const points = rules[input.rule]
  if (points > room) {
    const left = room === 0 ? '已经满了' : `还能得${room}分`
    const userMessage = `按每日、每月和每类的上限,他家这一类${left},这次的${points}分先不能提`
    throw new AppError('LIMIT_REACHED', { userMessage, reason: 'points_cap', fields: { rule: userMessage } })
  }
  const direct = points < limits.approveFrom
  const { requestId, userId, rule, words } = input
  const id = ctx.newId()
  ctx.trail = { target: id, areaCode: home }
  await insertAward(ctx.db, {
    id,
    requestId,
    areaCode: home,
    accountId: account.id,
    userId,
    rule,
    category: POINTS_RULE_CATEGORY[rule],
    points,
    ruleVersion,
    words,
    status: direct ? 'published' : 'proposed',
    proposedBy: ctx.actor.user.id,
    proposedAt: ctx.now,
    ...(direct && { publishedUntil: publishedUntil(ctx.now, limits) }),
  })
  if (direct) {
    await emit(ctx, 'points.published', { id }, `points.published:${id}:1`)
  }
  return viewRequested(ctx, requestId)
}

async function repeat(ctx: Ctx, { userId, rule, words }: ProposeInput, made: AwardRow): Promise<AwardView> {
  if (made.userId !== userId || made.rule !== rule || made.words !== words) {
    throw conflict('request_reused', '这次提交和上次的内容不一样,请返回重新提交')
  }
  ctx.trail = { target: made.id, areaCode: made.areaCode }
  return viewAward(ctx, made)
}

async function viewRequested(ctx: Ctx, requestId: string): Promise<AwardView> {
  const made = await findRequested(ctx.db, ctx.actor.user.id, requestId)
  if (made === undefined) {
    throw notFound('笔积分')
  }
  return viewAward(ctx, made)
}
