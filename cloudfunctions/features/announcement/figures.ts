import type { ReachFigures } from '~/types/announcement'
import { inScopes } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { sql } from 'kysely'
import { tallyTelling } from '../broadcast/queries'
import { countPeople } from './audience'
import type { AnnouncementRow } from './repo'
import { keyOf } from './telling'

const NONE: ReachFigures = {
  ...{ grids: 0, told: 0, stuck: 0, shared: 0, confirmed: 0 },
  ...{ people: 0, opened: 0, answered: 0 },
}

/** How far it has got in each part of an area; parts are codes of so many digits. A fixed number of statements. */
export async function reachIn(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  row: AnnouncementRow,
  within: { areaCode: string; digits: number },
): Promise<Map<string, ReachFigures>> {
  const { areaCode, digits } = within
  const readers = sql<{ area: string; opened: number; answered: number }>`
    SELECT left(area_code, ${digits}::int) AS area, count(*)::int AS opened, count(answered_at)::int AS answered
    FROM announcement_reader WHERE announcement_id = ${row.id} AND ${inScopes('area_code', [areaCode])}
    GROUP BY 1`.execute(db)
  const [telling, people, { rows }] = await Promise.all([
    tallyTelling(db, keyOf(row), within),
    countPeople(db, row, within, now),
    readers,
  ])
  const figures = new Map<string, ReachFigures>()
  for (const { area, ...counts } of [...telling, ...people, ...rows]) {
    figures.set(area, { ...(figures.get(area) ?? NONE), ...counts })
  }
  return figures
}

export const NO_FIGURES = NONE

/** The sum of what its parts have. */
export function total(parts: Iterable<ReachFigures>): ReachFigures {
  const sum = { ...NONE }
  for (const part of parts) {
    for (const name of Object.keys(NONE) as (keyof ReachFigures)[]) {
      sum[name] += part[name]
    }
  }
  return sum
}

/** What was answered inside an area: how often each choice, and the sum of the numbers. */
export async function tallyAnswers(
  { db }: Pick<Ctx, 'db'>,
  { id, choices }: AnnouncementRow,
  areaCode: string,
): Promise<{ choices: { label: string; count: number }[]; sum: number }> {
  const rows = await db
    .selectFrom('announcementReader')
    .select(({ fn }) => [
      'choice',
      fn.countAll<number>().as('count'),
      fn.sum<number | null>('number').as('sum'),
    ])
    .where('announcementId', '=', id)
    .where('answeredAt', 'is not', null)
    .where(inScopes('area_code', [areaCode]))
    .groupBy('choice')
    .execute()
  const counts = new Map(rows.map(({ choice, count }) => [choice, count]))
  return {
    choices: choices.map((label, place) => ({ label, count: counts.get(place) ?? 0 })),
    sum: rows.reduce((all, { sum }) => all + (sum ?? 0), 0),
  }
}
