import { sql } from 'kysely'
import { z } from 'zod'
import { TRIAGE_OUTCOMES } from '~/types/appeal'
import { EVALUATION_COMPONENTS, type EvaluationTerms } from '~/types/evaluation'
import type { Ctx } from '../../core/context'
import { readSetting } from '../../core/settings'
import { pointsNow } from '../survey/queries'

const whole = (least: number, most: number) =>
  z.int(`请填${least}到${most}的整数`).min(least, `最小是${least}`).max(most, `最大是${most}`)
const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

const weightsSetting = z
  .record(z.enum(EVALUATION_COMPONENTS), whole(0, 100))
  .refine((weights) => sumOf(Object.values(weights)) === 100, '几项加起来要正好是100')
const ratesSetting = z
  .strictObject({
    inTime: whole(0, 100),
    solved: whole(0, 100),
    satisfied: whole(0, 100),
    partly: whole(0, 100),
    minReached: whole(0, 100),
  })
  .refine(
    ({ inTime, solved, satisfied }) => inTime + solved + satisfied === 100,
    '三个率的占比加起来要正好是100',
  )
const exclusionsSetting = z.record(z.enum(TRIAGE_OUTCOMES), whole(0, 1))
const termsSetting = z
  .strictObject({
    objectionDays: whole(1, 30),
    small: whole(1, 100_000),
    large: whole(1, 100_000),
    hours: whole(1, 10_000),
    partyShare: whole(1, 100),
  })
  .refine(({ small, large }) => small < large, '大村的人数要比小村的多')

/** Shapes of the settings of evaluations. */
export const settingSchemas = {
  'evaluation.weights': weightsSetting,
  'evaluation.rates': ratesSetting,
  'evaluation.exclusions': exclusionsSetting,
  'evaluation.terms': termsSetting,
}
const NAMES = [...Object.keys(settingSchemas), 'survey.points']

/** What is in force, with the versions, to be kept beside what is worked out with it. */
export async function readTerms(ctx: Pick<Ctx, 'db' | 'now'>): Promise<EvaluationTerms> {
  const { db, now } = ctx
  const [weights, rates, exclusions, terms, points, versions] = await Promise.all([
    readSetting(db, 'evaluation.weights', weightsSetting, now),
    readSetting(db, 'evaluation.rates', ratesSetting, now),
    readSetting(db, 'evaluation.exclusions', exclusionsSetting, now),
    readSetting(db, 'evaluation.terms', termsSetting, now),
    pointsNow(ctx),
    db
      .selectFrom('setting')
      .select(['name', sql<number>`max(version)`.as('version')])
      .where('name', 'in', NAMES)
      .where('validFrom', '<=', now)
      .groupBy('name')
      .execute(),
  ])
  return {
    weights,
    rates,
    points,
    terms,
    excluded: TRIAGE_OUTCOMES.filter((outcome) => exclusions[outcome] === 1),
    versions: Object.fromEntries(versions.map(({ name, version }) => [name, version])),
  }
}
