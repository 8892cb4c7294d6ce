import type { Input } from '~/types/api'
import { can, scopesOf } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { AppError, invalid, notFound } from '../../core/errors'
import { requireConsent } from '../me/queries'
import { countReportedSince, livesWithin } from './repo'

/** More than this in a day is a mistake; the telephone is always there. */
const DAILY_MOST = 3
const DAY_MS = 86_400_000

/** The family itself, or whom a worker writes it down for; null when the program does not know them. */
export async function reporterOf(
  ctx: Ctx,
  input: Input<'missing.report'>,
  areaCode: string,
): Promise<string | null> {
  const { actor, db, now } = ctx
  if (input.consent !== undefined) {
    if (!can(actor, 'missing.lead', areaCode)) {
      throw notFound('个网格')
    }
    if (
      input.userId !== undefined &&
      !(await livesWithin(db, input.userId, scopesOf(actor, 'missing.lead')))
    ) {
      throw invalid({ userId: '这位邻居不在您管的地方' })
    }
    return input.userId ?? null
  }
  requireConsent(ctx)
  if ((await countReportedSince(db, actor.user.id, new Date(now.getTime() - DAY_MS))) >= DAILY_MOST) {
    const userMessage = '一天最多报三次,请直接打110,或者打网格员电话'
    throw new AppError('RATE_LIMITED', { userMessage, reason: 'reported_often' })
  }
  return actor.user.id
}
