import type { Input, Output } from '~/types/api'
import { can, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { listRechecks, lockRecheck } from '../doors'
import { insertFlag } from '../flags'
import { requireRelation } from '../queries'
import { findSurvey } from '../repo'
import { presentRecheck } from '../reviewing'

/** The sample of ballots on paper, without those that the caller entered. */
export async function readRechecks(
  ctx: Ctx,
  { id, cursor, limit = PAGE.usual }: Input<'survey.rechecks'>,
): Promise<Output<'survey.rechecks'>> {
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  const [after] = decodeCursor(cursor, 1) ?? []
  const scopes = scopesOf(ctx.actor, 'survey.recheck')
  const page = { surveyId: survey.id, scopes, after, limit, notBy: ctx.actor.user.id }
  return toPage(await listRechecks(ctx.db, page), limit, (row) => [row.id], presentRecheck)
}

/** What somebody said who was asked again: whether they filled the sheet in themselves. A no raises a flag. */
export async function writeRecheck(
  ctx: Ctx,
  { id, result, words = '' }: Input<'survey.recheck'>,
): Promise<Output<'survey.recheck'>> {
  const row = await lockRecheck(ctx.db, id)
  if (row === undefined || !can(ctx.actor, 'survey.recheck', row.areaCode)) {
    throw notFound('张选票')
  }
  if (row.castBy === ctx.actor.user.id) {
    throw forbidden('自己收的票请别的同志回访')
  }
  ctx.trail = { target: row.surveyId, areaCode: row.areaCode }
  if (row.result === result && row.byUser === ctx.actor.user.id) {
    return presentRecheck(row)
  }
  if (row.result !== null && row.result !== 'unreached') {
    throw conflict('rechecked', '这张票已经回访过了')
  }
  const set = { result, words, byUser: ctx.actor.user.id, at: ctx.now }
  await ctx.db.updateTable('surveyRecheck').set(set).where('id', '=', id).execute()
  if (result === 'denied') {
    const { surveyId, areaCode } = row
    await insertFlag(ctx, { surveyId, kind: 'recheck_denied', areaCode: areaCode.slice(0, 12), ballots: 1 })
  }
  return presentRecheck({ ...row, ...set })
}
