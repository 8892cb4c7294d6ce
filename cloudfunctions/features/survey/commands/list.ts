import type { Input, Output } from '~/types/api'
import { publicGridsOf, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { forbidden } from '../../../core/errors'
import { viewRows } from '../queries'
import { listSurveys, type Where } from '../repo'

/** Surveys asked of the caller, of the places they look after, or made at their level; see SURVEY_LISTS. */
export async function listOfSurveys(ctx: Ctx, input: Input<'survey.list'>): Promise<Output<'survey.list'>> {
  const { limit = PAGE.usual } = input
  const before = decodeCursor(input.cursor, 2)
  const rows = await listSurveys(ctx.db, { where: whereFor(ctx, input.list), before, limit })
  const views = new Map((await viewRows(ctx, rows.slice(0, limit))).map((view) => [view.id, view]))
  const page = toPage(
    rows,
    limit,
    (row) => [row.closesAt.toISOString(), row.id],
    (row) => views.get(row.id),
  )
  return { ...page, items: page.items.filter((view) => view !== undefined) }
}

function whereFor({ actor }: Ctx, list: Input<'survey.list'>['list']): Where {
  if (list === 'mine') {
    return { grids: publicGridsOf(actor) }
  }
  const scopes = scopesOf(actor, list === 'made' ? 'survey.manage' : 'survey.view')
  if (scopes.length === 0) {
    throw forbidden()
  }
  return list === 'made' ? { madeIn: scopes } : { around: scopes }
}
