import type { AwardView, AwardObjectionView, PointsEntryView, PointsRule } from '~/types/points'
import { POINTS_RULES } from '~/types/points'
import { maskName } from '../../core/masking'
import { nextActions } from '../../core/workflow'
import type { LineRow } from './ledger'
import { fulfils, isTimely, relationTo, type Asker } from './policy'
import type { AwardRow, ObjectionRow } from './repo'
import { awardWorkflow } from './workflow'

/** Who has left, or never said, has no name. */
const nameOr = (name: string) => (name === '' ? '一位居民' : name)

function presentObjection({ reason, at, decideBy, upheld, words }: ObjectionRow): AwardObjectionView {
  return {
    reason,
    at: at.toISOString(),
    decideBy: decideBy.toISOString(),
    ...(upheld !== null && { upheld, words }),
  }
}

/** The name is whole for who gets it and for the staff; everybody else reads 王** (domain rules 5.3). */
export function presentAward(
  award: AwardRow,
  asker: Asker,
  areaName: string,
  objection: ObjectionRow | undefined,
): AwardView {
  const { id, rule, category, points, words, status, publishedUntil, reason } = award
  const near = relationTo(asker, award) !== 'neighbour'
  const can = nextActions(
    awardWorkflow,
    status,
    (needed, action) => fulfils(asker, needed, award, objection) && isTimely(action, award, asker.now),
  )
  return {
    id,
    name: nameOr(near ? award.name : maskName(award.name)),
    areaName,
    rule,
    category,
    points,
    words,
    status,
    proposedAt: award.proposedAt.toISOString(),
    ...(publishedUntil !== null && { publishedUntil: publishedUntil.toISOString() }),
    ...(near && objection !== undefined && { objection: presentObjection(objection) }),
    ...(near && reason !== '' && { reason }),
    can: can.filter((action) => action !== 'points.credit'),
  }
}

export function presentLine({ id, kind, rule, words, at, amount, name }: LineRow): PointsEntryView {
  const known = POINTS_RULES.find((one): one is PointsRule => one === rule)
  return { id, kind, ...(known && { rule: known }), name: name ?? '', words, amount, at: at.toISOString() }
}
