import type { Input } from '~/types/api'
import type { ReachView } from '~/types/announcement'
import { AREA_CODE_LENGTH, AREA_LEVELS, areaLevelOf, isWithin } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { forbidden, notFound } from '../../../core/errors'
import { childrenOf, getAreaView } from '../../area/queries'
import { NO_FIGURES, reachIn, tallyAnswers, total } from '../figures'
import { partsOf } from '../policy'
import { requireStanding } from '../queries'
import { findAnnouncement } from '../repo'

/** How far it has got at this moment in one place and its parts; staff sees the places that are theirs. */
export async function readReach(ctx: Ctx, input: Input<'announcement.reach'>): Promise<ReachView> {
  const { row } = await requireStanding(ctx, await findAnnouncement(ctx.db, input.id))
  const parts = partsOf(ctx.actor, row)
  const [first] = parts
  if (first === undefined) {
    throw forbidden()
  }
  const { areaCode = first } = input
  if (!parts.some((part) => isWithin(areaCode, part))) {
    throw notFound('个地方')
  }
  const area = await getAreaView(ctx.db, areaCode)
  const level = areaLevelOf(areaCode) ?? 'grid'
  const below = AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? 'grid'
  const [figures, children, answers] = await Promise.all([
    reachIn(ctx, row, { areaCode, digits: AREA_CODE_LENGTH[below] }),
    level === 'grid' ? [] : childrenOf(ctx.db, areaCode),
    tallyAnswers(ctx, row, areaCode),
  ])
  return {
    areaCode,
    areaName: area.name,
    answer: row.answer,
    total: total(figures.values()),
    items: children.map(({ code, name }) => ({
      areaCode: code,
      areaName: name,
      ...(figures.get(code) ?? NO_FIGURES),
    })),
    choices: answers.choices,
    ...(row.answer === 'number' && { sum: answers.sum }),
    now: ctx.now.toISOString(),
  }
}
