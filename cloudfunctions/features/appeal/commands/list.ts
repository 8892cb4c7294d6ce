import type { Input, Output } from '~/types/api'
import { can, departmentsOf, scopesOf, type Actor } from '../../../core/actor'
import { shanghaiMidnight } from '../../../core/clock'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { forbidden, notFound } from '../../../core/errors'
import { viewAppealRows } from '../queries'
import { countWorkbench, listAppeals, listCallbacks, listWorkbench, type Desk } from '../lists'
import type { AppealRow } from '../repo'

type ListInput = Input<'appeal.list'>

/** Own cases, the workbench, or everything in an area; see APPEAL_LISTS. */
export async function listCases(ctx: Ctx, input: ListInput): Promise<Output<'appeal.list'>> {
  const { limit = PAGE.usual } = input
  if (input.list === 'workbench') {
    return readWorkbench(ctx, input, limit)
  }
  if (input.list === 'callbacks') {
    return readCallbacks(ctx, input, limit)
  }
  const before = decodeCursor(input.cursor, 2)
  const where = input.list === 'mine' ? { submitterId: ctx.actor.user.id } : { scopes: scopesFor(ctx, input) }
  const rows = await listAppeals(ctx.db, { where, open: input.open ?? false, before, limit })
  return present(ctx, rows, limit, (row) => row.submittedAt)
}

function scopesFor(ctx: Ctx, { areaCode }: ListInput): string[] {
  const scopes = scopesOf(ctx.actor, 'appeal.view')
  if (scopes.length === 0) {
    throw forbidden()
  }
  if (areaCode !== undefined && !can(ctx.actor, 'appeal.view', areaCode)) {
    throw notFound('个地方')
  }
  return areaCode === undefined ? scopes : [areaCode]
}

/** Where the caller works. */
function deskOf(actor: Actor): Desk {
  return {
    areas: scopesOf(actor, 'appeal.handle'),
    departments: departmentsOf(actor, 'appeal.handle'),
    decides: scopesOf(actor, 'appeal.decide'),
  }
}

async function readWorkbench(ctx: Ctx, input: ListInput, limit: number): Promise<Output<'appeal.list'>> {
  const desk = deskOf(ctx.actor)
  if ([desk.areas, desk.departments, desk.decides].every((places) => places.length === 0)) {
    throw forbidden()
  }
  const after = decodeCursor(input.cursor, 2)
  const [rows, counts] = await Promise.all([
    listWorkbench(ctx.db, { desk, now: ctx.now, after, limit }),
    countWorkbench(ctx.db, desk, ctx.now, shanghaiMidnight(ctx.now)),
  ])
  return { ...(await present(ctx, rows, limit, (row) => row.dueAt)), counts }
}

/** Whoever handles cases anywhere above somebody; what the person's level cannot ask about is left out by `can`. */
async function readCallbacks(ctx: Ctx, input: ListInput, limit: number): Promise<Output<'appeal.list'>> {
  const areas = [...scopesOf(ctx.actor, 'appeal.handle'), ...scopesOf(ctx.actor, 'appeal.decide')]
  if (areas.length === 0) {
    throw forbidden()
  }
  const rows = await listCallbacks(ctx.db, { areas, after: decodeCursor(input.cursor, 2), limit })
  return present(ctx, rows, limit, (row) => row.handledAt ?? row.submittedAt)
}

async function present(ctx: Ctx, rows: AppealRow[], limit: number, sortedBy: (row: AppealRow) => Date) {
  const views = await viewAppealRows(ctx, rows.slice(0, limit))
  const page = toPage(
    rows,
    limit,
    (row) => [sortedBy(row).toISOString(), row.id],
    (row) => views.get(row.id),
  )
  return { ...page, items: page.items.filter((view) => view !== undefined) }
}
