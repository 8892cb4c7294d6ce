import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { conflict, forbidden } from '../../../core/errors'
import { requireRelation } from '../queries'
import { findSurvey } from '../repo'
import { listSaid } from '../reviewing'

/** Words to a question with a short text, for the makers, once the box is sealed; nobody knows whose. */
export async function readSaid(
  ctx: Ctx,
  { id, question, cursor, limit = PAGE.usual }: Input<'survey.said'>,
): Promise<Output<'survey.said'>> {
  const { survey, relation } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  if (relation !== 'maker') {
    throw forbidden()
  }
  if (survey.closedAt === null) {
    throw conflict('wrong_status', '截止以后才能看')
  }
  const [after] = decodeCursor(cursor, 1) ?? []
  const rows = await listSaid(ctx.db, id, question + 1, { after, limit })
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    ({ areaName, words }) => ({ areaName, words }),
  )
}
