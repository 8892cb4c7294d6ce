import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { conflict } from '../../../core/errors'
import { requireRelation } from '../queries'
import { countReceipts, listReceipts } from '../receipts'
import { findSurvey } from '../repo'

/** Codes of all ballots that were counted, by which everybody can see that theirs is among them; no choices. */
export async function readReceipts(
  ctx: Ctx,
  { id, code, cursor, limit = PAGE.most }: Input<'survey.receipts'>,
): Promise<Output<'survey.receipts'>> {
  const { survey } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  if (survey.status !== 'closed' && survey.status !== 'published') {
    throw conflict('wrong_status', '截止以后才有回执名单')
  }
  const [after] = decodeCursor(cursor, 1) ?? []
  const [rows, { total, found }] = await Promise.all([
    listReceipts(ctx.db, id, { after: Number(after ?? 0) || 0, limit }),
    countReceipts(ctx.db, id, code ?? ''),
  ])
  const page = toPage(
    rows,
    limit,
    (row) => [String(row.number)],
    (row) => row.code,
  )
  return { total, ...(code !== undefined && { found: found > 0 }), ...page }
}
