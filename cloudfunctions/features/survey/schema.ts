import { z } from 'zod'
import type { Input } from '~/types/api'
import {
  QUESTION_KINDS,
  RECEIPT_LENGTH,
  SCALE_LEVELS,
  SCORED_KINDS,
  SURVEY_AUDIENCES,
  SURVEY_LIMITS,
  SURVEY_LISTS,
  SURVEY_SUBJECTS,
  SURVEY_TEMPLATES,
  type SurveyQuestion,
} from '~/types/survey'
import { RECHECK_RESULTS } from '~/types/survey-paper'
import { areaCode, cursor, gridCode, id, instant, limit, optionalWords, words } from '../../core/fields'

const percent = z.int('请填0到100的整数').min(0, '请填0到100的整数').max(100, '请填0到100的整数')
const count = (least: number) =>
  z.int('请填一个整数').min(least, `最少${least}票`).max(100_000, '最多100000票')

const question = z
  .strictObject({
    kind: z.enum(QUESTION_KINDS, '请选这道题怎么答'),
    text: words('题目', SURVEY_LIMITS.question),
    options: z
      .array(words('选项', SURVEY_LIMITS.option))
      .max(SURVEY_LIMITS.options, `选项最多${SURVEY_LIMITS.options}个`),
    required: z.boolean('请选这道题要不要必答'),
    weight: z
      .int('请填0到100的整数')
      .min(0, '请填0到100的整数')
      .max(SURVEY_LIMITS.weight, '请填0到100的整数'),
  })
  .superRefine(({ kind, options, weight }, ctx) => {
    const chosen = kind === 'single' || kind === 'several'
    if (chosen && (options.length < 2 || new Set(options).size < options.length)) {
      ctx.addIssue({ code: 'custom', path: ['options'], message: '至少写两个不一样的选项' })
    }
    if (!chosen && options.length > 0) {
      ctx.addIssue({ code: 'custom', path: ['options'], message: '这种题不用写选项' })
    }
    if (weight > 0 && !(SCORED_KINDS as readonly string[]).includes(kind)) {
      ctx.addIssue({ code: 'custom', path: ['weight'], message: '这种题不计分,权重请填0' })
    }
  })

const points = z
  .array(percent)
  .length(SCALE_LEVELS, '五档都要有分值')
  .refine((all) => all.every((one, at) => at === 0 || one < (all[at - 1] ?? 0)), '分值要一档比一档低')
const rules = z
  .strictObject({
    points,
    // Ten is the least below which a single answer might be guessed (domain rules 3.4); a survey may ask for more.
    minBallots: count(10),
    rankBallots: count(10),
    quorum: percent,
    pass: percent,
    publish: z.strictObject({ ranking: z.boolean(), questions: z.boolean(), grids: z.boolean() }),
  })
  .refine(({ minBallots, rankBallots }) => rankBallots >= minBallots, {
    path: ['rankBallots'],
    error: '参加排名的票数不能比公布的少',
  })

const scored = (all: SurveyQuestion[]) => all.some(({ weight }) => weight > 0)
const apart = (codes: string[]) =>
  codes.every((one, at) => codes.every((other, place) => at === place || !one.startsWith(other)))
const content = {
  template: z.enum(SURVEY_TEMPLATES, '请选一个模板'),
  subject: z.enum(SURVEY_SUBJECTS, '请选评的是谁'),
  title: words('标题', SURVEY_LIMITS.title),
  why: words('为什么做', SURVEY_LIMITS.why),
  areaCodes: z
    .array(areaCode)
    .min(1, '请选问哪些地方')
    .max(SURVEY_LIMITS.areas, `一次最多${SURVEY_LIMITS.areas}处`)
    .refine(apart, '选的地方有重复,请去掉里面的一处'),
  audience: z.enum(SURVEY_AUDIENCES, '请选问哪些人'),
  secret: z.boolean('请选记名还是不记名'),
  questions: z
    .array(question)
    .min(1, '请至少写一道题')
    .max(SURVEY_LIMITS.questions, `最多${SURVEY_LIMITS.questions}道题`)
    .refine(scored, '至少一道题要计分,请把它的权重填上'),
  rules,
  closesAt: instant,
  previousId: id.optional(),
}
export const create = z.strictObject(content) satisfies z.ZodType<Input<'survey.create'>>
export const update = z.strictObject({ ...content, id }) satisfies z.ZodType<Input<'survey.update'>>

const onSurvey = z.strictObject({ id })
export const templates = z.strictObject({}) satisfies z.ZodType<Input<'survey.templates'>>
export const preview = onSurvey satisfies z.ZodType<Input<'survey.preview'>>
export const open = onSurvey satisfies z.ZodType<Input<'survey.open'>>
export const info = onSurvey satisfies z.ZodType<Input<'survey.info'>>
export const mine = onSurvey satisfies z.ZodType<Input<'survey.mine'>>
export const list = z.strictObject({
  list: z.enum(SURVEY_LISTS),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'survey.list'>>

const answer = z.union([
  z.int(),
  z.array(z.int()).max(SURVEY_LIMITS.options),
  z.string().max(SURVEY_LIMITS.text * 4),
  z.null(),
])
const answers = z.array(answer, '请先把题答完').max(SURVEY_LIMITS.questions)
const edition = z.int('请返回重新打开').min(1, '请返回重新打开')
export const cast = z.strictObject({
  id,
  edition,
  answers,
  seconds: z.int().min(0).max(32_767).optional(),
  device: z.string().min(8).max(100).optional(),
}) satisfies z.ZodType<Input<'survey.cast'>>

const reason = words('原因', SURVEY_LIMITS.reason)
export const close = z.strictObject({ id, reason }) satisfies z.ZodType<Input<'survey.close'>>
export const correct = z.strictObject({ id, reason }) satisfies z.ZodType<Input<'survey.correct'>>
export const publish = onSurvey satisfies z.ZodType<Input<'survey.publish'>>
export const participation = z.strictObject({ id, areaCode: areaCode.optional() }) satisfies z.ZodType<
  Input<'survey.participation'>
>

const code = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().length(RECEIPT_LENGTH, `回执码是${RECEIPT_LENGTH}位,请检查`))
export const receipts = z.strictObject({
  id,
  code: code.optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'survey.receipts'>>
export const results = z.strictObject({
  id,
  areaCode: areaCode.optional(),
  by: z.enum(['town', 'village']).optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'survey.results'>>

export const atDoor = z.strictObject({
  id,
  areaCode: gridCode,
  door: words('门牌', 60),
}) satisfies z.ZodType<Input<'survey.atDoor'>>
export const castAtDoor = z.strictObject({
  id,
  edition,
  residentId: id,
  origin: z.enum(['door', 'booth'], '请选是上门收的还是投票点收的'),
  answers,
}) satisfies z.ZodType<Input<'survey.castAtDoor'>>
export const appoint = z.strictObject({ id, userId: id, areaCode }) satisfies z.ZodType<
  Input<'survey.appoint'>
>
export const dismiss = z.strictObject({ id, userId: id }) satisfies z.ZodType<Input<'survey.dismiss'>>
const page = z.strictObject({ id, cursor, limit })
export const rechecks = page satisfies z.ZodType<Input<'survey.rechecks'>>
export const flags = page satisfies z.ZodType<Input<'survey.flags'>>
export const recheck = z.strictObject({
  id,
  result: z.enum(RECHECK_RESULTS, '请选问到了没有'),
  words: optionalWords('说明', SURVEY_LIMITS.words),
}) satisfies z.ZodType<Input<'survey.recheck'>>
export const review = z.strictObject({
  id,
  words: words('核实情况', SURVEY_LIMITS.words),
}) satisfies z.ZodType<Input<'survey.review'>>
export const said = z.strictObject({
  id,
  question: z.int().min(0).max(SURVEY_LIMITS.questions),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'survey.said'>>
export const exported = onSurvey satisfies z.ZodType<Input<'survey.export'>>
