import { z } from 'zod'
import {
  APPEAL_CATEGORIES,
  APPEAL_LIMITS,
  RATING_OUTCOMES,
  TEMPLATE_ACTS,
  TEMPLATE_CATEGORIES,
  TOLD_BY,
  SPOKEN_BY,
  SATISFACTIONS,
  TRIAGE_OUTCOMES,
  URGENCIES,
  URGENCY_CLASSES,
} from '~/types/appeal'
import { APPEAL_LISTS } from '~/types/appeal-list'
import { BEHALF_CONSENTS, CONSENTS } from '~/types/behalf'
import type { Input } from '~/types/api'
import { LEGAL_CHANNELS } from '~/types/legal'
import { NAME_MAX } from '~/types/me'
import { PICTURES_MAX } from '~/types/picture'
import { KEYWORD_LIMITS, TEMPLATE_LIMITS } from '~/types/setting'
import { VOICES_MAX } from '~/types/voice'
import { WHISTLE_KINDS } from '~/types/whistle'
import {
  areaCode,
  cursor,
  gridCode,
  id,
  limit,
  optionalWords,
  phone,
  words,
  wordsOrNone,
} from '../../core/fields'

const voiceIds = z.array(id).max(VOICES_MAX, `语音最多${VOICES_MAX}段`).optional()
const pictureIds = z.array(id).max(PICTURES_MAX, `照片最多${PICTURES_MAX}张`).optional()
const category = z.enum(APPEAL_CATEGORIES, '没有这个类别,请重新选')

export const suggest = z.strictObject({
  text: words('内容', APPEAL_LIMITS.text),
}) satisfies z.ZodType<Input<'appeal.suggest'>>
/** Words, or something said aloud instead; looked at also when other fields are wrong. */
const spoken = (field: 'text' | 'words', what: string) => ({
  says: (said: Partial<Record<'text' | 'words' | 'voiceIds', unknown>>) =>
    said[field] !== '' || (Array.isArray(said.voiceIds) && said.voiceIds.length > 0),
  error: { path: [field], error: `请填写${what}`, when: () => true },
})
const spokenText = spoken('text', '遇到的事')
const spokenWords = spoken('words', '补充的话')
export const submit = z
  .strictObject({
    text: wordsOrNone('遇到的事', APPEAL_LIMITS.text),
    pictureIds,
    voiceIds,
    areaCode: gridCode.optional(),
    place: optionalWords('地点', APPEAL_LIMITS.place),
    category: category.optional(),
    urgency: z.enum(URGENCIES, '请选一下有多急'),
    nameShown: z.boolean().optional(),
    private: z.boolean().optional(),
    name: words('称呼', NAME_MAX).optional(),
    phone: phone.optional(),
    behalf: z
      .strictObject({
        name: words('他的称呼', NAME_MAX),
        phone: phone.optional(),
        consent: z.enum(BEHALF_CONSENTS, '请选一下他是怎么同意的'),
      })
      .optional(),
  })
  .refine(spokenText.says, spokenText.error) satisfies z.ZodType<Input<'appeal.submit'>>
export const supplement = z
  .strictObject({
    id,
    words: wordsOrNone('补充的话', APPEAL_LIMITS.words),
    pictureIds,
    voiceIds,
    asks: z.boolean().optional(),
  })
  .refine(spokenWords.says, spokenWords.error) satisfies z.ZodType<Input<'appeal.supplement'>>
export const accept = z.strictObject({
  id,
  words: optionalWords('留言', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.accept'>>
export const answer = z.strictObject({
  id,
  words: words('答复', APPEAL_LIMITS.words),
  pictureIds,
}) satisfies z.ZodType<Input<'appeal.answer'>>
export const escalate = z.strictObject({
  id,
  to: z.enum(['village', 'town'], '请选择报给村里还是镇里'),
  reason: words('上报原因', APPEAL_LIMITS.reason),
}) satisfies z.ZodType<Input<'appeal.escalate'>>
export const finish = z.strictObject({
  id,
  words: words('办理结果', APPEAL_LIMITS.words),
  pictureIds,
  withoutPicture: optionalWords('没有照片的原因', APPEAL_LIMITS.reason),
  toldBy: z.enum(TOLD_BY, '请选一下怎么告诉反映人的').optional(),
  toldBehalf: z.enum(TOLD_BY, '请选一下怎么告诉他本人的').optional(),
}) satisfies z.ZodType<Input<'appeal.finish'>>
export const rate = z.strictObject({
  id,
  outcome: z.enum(RATING_OUTCOMES, '请选一下解决了没有'),
  satisfaction: z.enum(SATISFACTIONS, '请选一下满意不满意'),
  words: optionalWords('想说的话', APPEAL_LIMITS.words),
  voiceIds,
}) satisfies z.ZodType<Input<'appeal.rate'>>
/** What must be said when the person was reached depends on it, so the command looks. */
export const callBack = z.strictObject({
  id,
  reached: z.boolean('请选打通了没有'),
  outcome: z.enum(RATING_OUTCOMES, '请选一下解决了没有').optional(),
  satisfaction: z.enum(SATISFACTIONS, '请选一下满意不满意').optional(),
  words: optionalWords('他说的话', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.callBack'>>
export const thank = z.strictObject({ id }) satisfies z.ZodType<Input<'appeal.thank'>>
export const reopen = z.strictObject({
  id,
  reason: words('原因', APPEAL_LIMITS.reason),
  pictureIds,
}) satisfies z.ZodType<Input<'appeal.reopen'>>
export const call = z.strictObject({ id, behalf: z.boolean().optional() }) satisfies z.ZodType<
  Input<'appeal.call'>
>
export const contact = z.strictObject({
  id,
  by: z.enum(SPOKEN_BY, '请选一下怎么联系的'),
  words: optionalWords('说了什么', APPEAL_LIMITS.reason),
}) satisfies z.ZodType<Input<'appeal.contact'>>
const department = z.string('请选择部门').regex(/^[a-z][a-z_]{0,39}$/, '没有这个部门,请重新选')
const reason = words('原因', APPEAL_LIMITS.reason)
const stars = z.int('请打一个分').min(1, '请打1到5分').max(5, '请打1到5分')

export const similar = z.strictObject({
  text: words('内容', APPEAL_LIMITS.text),
  areaCode: gridCode.optional(),
}) satisfies z.ZodType<Input<'appeal.similar'>>
export const join = z.strictObject({
  id,
  words: optionalWords('补充的话', APPEAL_LIMITS.reason),
}) satisfies z.ZodType<Input<'appeal.join'>>
export const urge = z.strictObject({
  id,
  words: optionalWords('想说的话', APPEAL_LIMITS.reason),
}) satisfies z.ZodType<Input<'appeal.urge'>>
export const withdraw = z.strictObject({
  id,
  reason: optionalWords('原因', APPEAL_LIMITS.reason),
}) satisfies z.ZodType<Input<'appeal.withdraw'>>
export const capture = z.strictObject({
  text: words('反映的事', APPEAL_LIMITS.text),
  pictureIds,
  areaCode: gridCode.optional(),
  place: optionalWords('地点', APPEAL_LIMITS.place),
  category: category.optional(),
  urgency: z.enum(URGENCIES, '请选一下有多急'),
  userId: id.optional(),
  name: words('称呼', NAME_MAX).optional(),
  phone: phone.optional(),
  consent: z.enum(CONSENTS, '请选一下他是怎么同意的'),
}) satisfies z.ZodType<Input<'appeal.capture'>>
export const triage = z.strictObject({
  id,
  outcome: z.enum(TRIAGE_OUTCOMES, '请选怎么处理').optional(),
  channel: z.enum(LEGAL_CHANNELS, '请选一下该走哪个渠道').optional(),
  sameAs: id.optional(),
  category: category.optional(),
  urgency: z.enum(URGENCY_CLASSES, '请选一下有多急').optional(),
  words: words('告诉反映人的话', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.triage'>>
export const dispatch = z.strictObject({
  id,
  department,
  words: words('派单说明', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.dispatch'>>
export const object = z.strictObject({ id, reason, whistleId: id.optional() }) satisfies z.ZodType<
  Input<'appeal.object'>
>
export const decideObjection = z.strictObject({
  id,
  whistleId: id.optional(),
  upheld: z.boolean('请选异议成立不成立'),
  department: department.optional(),
  words: words('裁定的理由', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.decideObjection'>>
export const whistle = z.strictObject({
  id,
  departments: z.array(department).min(1, '请至少选一个部门').max(10, '一次最多吹10个部门'),
  kind: z.enum(WHISTLE_KINDS, '请选是哪种哨'),
  words: words('要部门来做什么', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.whistle'>>
export const arrive = z.strictObject({
  id,
  whistleId: id,
  words: optionalWords('现场情况', APPEAL_LIMITS.words),
  pictureIds,
  justified: stars.optional(),
}) satisfies z.ZodType<Input<'appeal.arrive'>>
export const release = z.strictObject({
  id,
  whistleId: id,
  useful: stars,
  words: optionalWords('想说的话', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.release'>>
export const extend = z.strictObject({
  id,
  days: z.int('请填要延几天').min(1, '至少延1天').max(15, '最多延15天'),
  reason,
}) satisfies z.ZodType<Input<'appeal.extend'>>
export const decideExtension = z.strictObject({
  id,
  granted: z.boolean('请选同意不同意'),
  words: words('告诉反映人的理由', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.decideExtension'>>
export const shelve = z.strictObject({ id, reason }) satisfies z.ZodType<Input<'appeal.shelve'>>
export const review = z.strictObject({
  id,
  resume: z.boolean('请选接着办还是再等等'),
  words: words('说明', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.review'>>
export const handOver = z.strictObject({ id, userId: id, reason }) satisfies z.ZodType<
  Input<'appeal.handOver'>
>
export const refer = z.strictObject({
  id,
  cityNumber: z
    .string('请填写12345的工单编号')
    .trim()
    .regex(/^[0-9A-Za-z-]{4,}$/, '编号是4位以上的数字或字母,请核对')
    .max(APPEAL_LIMITS.cityNumber, `编号最多${APPEAL_LIMITS.cityNumber}位,请核对`),
  words: words('转交说明', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.refer'>>
export const pass = z.strictObject({
  id,
  words: words('为什么可以公开', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.pass'>>
export const helpers = z.strictObject({ id }) satisfies z.ZodType<Input<'appeal.helpers'>>
export const info = z.strictObject({ id }) satisfies z.ZodType<Input<'appeal.info'>>
export const month = z.strictObject({
  areaCode: areaCode.optional(),
  month: z
    .string('请选月份')
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请选月份')
    .optional(),
}) satisfies z.ZodType<Input<'appeal.month'>>
export const list = z.strictObject({
  list: z.enum(APPEAL_LISTS),
  areaCode: areaCode.optional(),
  open: z.boolean().optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'appeal.list'>>

/** Shape of the setting `appeal.keywords`: category → words that suggest it. */
export const keywordsSetting = z.partialRecord(
  z.enum(APPEAL_CATEGORIES),
  z
    .array(words('关键词', KEYWORD_LIMITS.length), '请填写关键词')
    .max(KEYWORD_LIMITS.words, `每类最多${KEYWORD_LIMITS.words}个词`)
    .transform((list) => [...new Set(list)]),
)

/** Shape of the setting `appeal.templates`: act → category → sentences to begin with. */
export const templatesSetting = z.partialRecord(
  z.enum(TEMPLATE_ACTS),
  z.partialRecord(
    z.enum(TEMPLATE_CATEGORIES),
    z
      .array(words('常用的话', TEMPLATE_LIMITS.length), '请填写常用的话')
      .max(TEMPLATE_LIMITS.sentences, `每种最多${TEMPLATE_LIMITS.sentences}句`),
  ),
)
