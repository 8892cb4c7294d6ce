import type { Input, Output } from '~/types/api'
import { AREA_LEVELS, areaCodeAt } from '~/types/area'
import { publicGridsOf, scopesOf, type Actor } from '../../../core/actor'
import { shanghaiMidnight } from '../../../core/clock'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { viewActivityRows } from '../queries'
import { listManaged, listOpen, type ActivityRow, type ShiftRow } from '../repo'

const DAY_MS = 86_400_000

/** What I may join, where somebody is needed today, or what I look after. */
export async function listActivities(
  ctx: Ctx,
  input: Input<'activity.list'>,
): Promise<Output<'activity.list'>> {
  const { limit = PAGE.usual } = input
  if (input.list === 'manage') {
    const [before] = decodeCursor(input.cursor, 1) ?? []
    const where = { userId: ctx.actor.user.id, scopes: scopesOf(ctx.actor, 'activity.manage') }
    const rows = await listManaged(ctx.db, { ...where, ...(before !== undefined && { before }), limit })
    return present(ctx, rows, { limit, keysOf: ({ id }) => [id] })
  }
  const tomorrow = new Date(shanghaiMidnight(ctx.now).getTime() + DAY_MS)
  const rows = await listOpen(ctx.db, {
    areas: areasOf(ctx.actor),
    scopes: scopesOf(ctx.actor, 'activity.manage'),
    now: ctx.now,
    after: decodeCursor(input.cursor, 2),
    limit,
    ...(input.list === 'today' && { neededBefore: tomorrow }),
  })
  const needed = ({ startsAt, taken, capacity }: ShiftRow) => startsAt < tomorrow && taken < capacity
  const counts = input.list === 'today' ? needed : undefined
  return present(ctx, rows, { limit, keysOf: ({ nextAt, id }) => [nextAt.toISOString(), id], counts })
}

/** The grids somebody belongs to or works in, each with everything above it. */
function areasOf(actor: Actor): string[] {
  const places = [...publicGridsOf(actor), ...scopesOf(actor, 'activity.manage')]
  const codes = places.flatMap((place) => AREA_LEVELS.map((level) => areaCodeAt(place, level)))
  return [...new Set(codes)]
}

interface Shown {
  limit: number
  keysOf(row: ActivityRow): string[]
  counts?: ((shift: ShiftRow) => boolean) | undefined
}
async function present(ctx: Ctx, rows: ActivityRow[], { limit, keysOf, counts }: Shown) {
  const views = await viewActivityRows(ctx, rows.slice(0, limit), counts)
  const page = toPage(rows, limit, keysOf, (row) => views.get(row.id))
  return { ...page, items: page.items.filter((view) => view !== undefined) }
}
