import type { Input, Output } from '~/types/api'
import { AUTOMATIC_POINTS_RULES, POINTS_RULE_CATEGORY, POINTS_RULES } from '~/types/points'
import type { Ctx } from '../../../core/context'
import { readLimits, readRules } from '../terms'

/** What earns how many points here, and up to what. */
export async function listRules(ctx: Ctx, _input: Input<'points.rules'>): Promise<Output<'points.rules'>> {
  const [points, limits] = await Promise.all([readRules(ctx), readLimits(ctx)])
  const automatic: readonly string[] = AUTOMATIC_POINTS_RULES
  return {
    limits,
    rules: POINTS_RULES.map((rule) => ({
      rule,
      category: POINTS_RULE_CATEGORY[rule],
      points: points[rule],
      automatic: automatic.includes(rule),
    })),
  }
}
