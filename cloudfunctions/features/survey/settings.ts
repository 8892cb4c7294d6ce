import { z } from 'zod'
import { SATISFACTIONS } from '~/types/appeal'
import { SURVEY_LIMITS } from '~/types/survey'
import type { Ctx } from '../../core/context'
import { settingSeconds } from '../../core/fields'
import { readSetting } from '../../core/settings'

const whole = (least: number, most: number) =>
  z.int(`请填${least}到${most}的整数`).min(least, `最小是${least}`).max(most, `最大是${most}`)

/** Points of the five levels: each level below the one before. */
const pointsSetting = z
  .record(z.enum(SATISFACTIONS), whole(0, 100))
  .refine(
    (points) =>
      SATISFACTIONS.every((level, at) => at === 0 || points[level] < points[SATISFACTIONS[at - 1] ?? level]),
    '分值要一档比一档低',
  )
const countsSetting = z.strictObject({
  minBallots: whole(10, 1000),
  rankBallots: whole(10, 1000),
  quorum: whole(0, 100),
  pass: whole(0, 100),
  days: whole(1, SURVEY_LIMITS.days),
})

/** Seconds after the close until the roll and, not before it, the box are wiped. */
const keepSetting = z
  .strictObject({ roll: settingSeconds, box: settingSeconds })
  .refine(({ roll, box }) => box >= roll, { path: ['box'], error: '选票不能比参加名单先清' })

/** Shapes of the settings of surveys. */
export const settingSchemas = {
  'survey.points': pointsSetting,
  'survey.counts': countsSetting,
  'survey.keep': keepSetting,
}

/** How long what is personal of a survey is kept after its close. */
export function readKeep({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<z.infer<typeof keepSetting>> {
  return readSetting(db, 'survey.keep', keepSetting, now)
}

/** What a new survey begins with; what it was opened with stays with it. */
export async function readDefaults(ctx: Ctx) {
  const { db, now } = ctx
  const { days, ...counts } = await readSetting(db, 'survey.counts', countsSetting, now)
  return { points: await pointsNow(ctx), counts, days }
}

/** Points of the five levels now in force, best first. */
export async function pointsNow({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<number[]> {
  const points = await readSetting(db, 'survey.points', pointsSetting, now)
  return SATISFACTIONS.map((level) => points[level])
}
