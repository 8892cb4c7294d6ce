import { z } from 'zod'
import {
  AUTOMATIC_POINTS_RULES,
  MANUAL_POINTS_RULES,
  POINTS_LIMITS,
  type PointsLimit,
  type PointsRule,
} from '~/types/points'
import type { Ctx } from '../../core/context'
import { readSetting } from '../../core/settings'

const whole = z.int('请填一个整数')
const between = (least: number, most: number) => whole.min(least, `最少填${least}`).max(most, `最多填${most}`)

/** What the program credits by itself is small: from ten points on a second person must look (domain rules 2.3). */
const AUTOMATIC_MOST = 9
const MANUAL_MOST = 100

/** Shape of the setting `points.rules`: points by what earns them. */
export const rulesSetting = z.strictObject({
  ...(Object.fromEntries(AUTOMATIC_POINTS_RULES.map((rule) => [rule, between(0, AUTOMATIC_MOST)])) as Record<
    (typeof AUTOMATIC_POINTS_RULES)[number],
    z.ZodInt
  >),
  ...(Object.fromEntries(MANUAL_POINTS_RULES.map((rule) => [rule, between(1, MANUAL_MOST)])) as Record<
    (typeof MANUAL_POINTS_RULES)[number],
    z.ZodInt
  >),
})

const BOUNDS: Record<PointsLimit, [least: number, most: number]> = {
  day: [1, 1000],
  month: [1, 1000],
  householdMonth: [1, 5000],
  share: [1, 100],
  approveFrom: [1, 100],
  publishDays: [1, 30],
  decideDays: [1, 30],
  expiryMonths: [1, 120],
  warnDays: [1, 365],
  redeemDay: [1, 1000],
  collectDays: [1, 90],
}

/** Shape of the setting `points.limits`. */
export const limitsSetting = z.strictObject(
  Object.fromEntries(POINTS_LIMITS.map((limit) => [limit, between(...BOUNDS[limit])])) as Record<
    PointsLimit,
    z.ZodInt
  >,
)

type At = Pick<Ctx, 'db' | 'now'>

export function readRules({ db, now }: At): Promise<Record<PointsRule, number>> {
  return readSetting(db, 'points.rules', rulesSetting, now)
}

export function readLimits({ db, now }: At): Promise<Record<PointsLimit, number>> {
  return readSetting(db, 'points.limits', limitsSetting, now)
}
