import type { Input, Output } from '~/types/api'
import { can, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { notFound } from '../../../core/errors'
import { requireRelation } from '../queries'
import { findSurvey } from '../repo'
import { listFlags, lockFlag, presentFlag } from '../reviewing'

/** What of a survey somebody should look at, inside what the caller looks after. */
export async function readFlags(
  ctx: Ctx,
  { id, cursor, limit = PAGE.usual }: Input<'survey.flags'>,
): Promise<Output<'survey.flags'>> {
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  const [after] = decodeCursor(cursor, 1) ?? []
  const rows = await listFlags(ctx.db, survey.id, scopesOf(ctx.actor, 'survey.recheck'), { after, limit })
  return toPage(rows, limit, (row) => [row.id], presentFlag)
}

/** What the reviewer found; the ballots stay as they are. */
export async function reviewFlag(
  ctx: Ctx,
  { id, words }: Input<'survey.review'>,
): Promise<Output<'survey.review'>> {
  const row = await lockFlag(ctx.db, id)
  if (row === undefined || !can(ctx.actor, 'survey.recheck', row.areaCode)) {
    throw notFound('条提示')
  }
  ctx.trail = { target: row.surveyId, areaCode: row.areaCode, reason: words }
  const set = { words, reviewedBy: ctx.actor.user.id, reviewedAt: ctx.now }
  await ctx.db.updateTable('surveyFlag').set(set).where('id', '=', id).execute()
  return presentFlag({ ...row, ...set })
}
