import { z } from 'zod'
import {
  APPEAL_CATEGORIES,
  APPEAL_LIMITS,
  APPEAL_LISTS,
  RATING_OUTCOMES,
  SATISFACTIONS,
  URGENCIES,
} from '~/types/appeal'
import type { Input } from '~/types/api'
import { NAME_MAX } from '~/types/me'
import { PICTURES_MAX } from '~/types/picture'
import { areaCode, cursor, gridCode, id, limit, optionalWords, phone, words } from '../../core/fields'

const pictureIds = z.array(id).max(PICTURES_MAX, `照片最多${PICTURES_MAX}张`).optional()
const category = z.enum(APPEAL_CATEGORIES, '没有这个类别,请重新选')

export const suggest = z.strictObject({
  text: words('内容', APPEAL_LIMITS.text),
}) satisfies z.ZodType<Input<'appeal.suggest'>>
export const submit = z.strictObject({
  text: words('遇到的事', APPEAL_LIMITS.text),
  pictureIds,
  areaCode: gridCode.optional(),
  place: optionalWords('地点', APPEAL_LIMITS.place),
  category: category.optional(),
  urgency: z.enum(URGENCIES, '请选一下有多急'),
  nameShown: z.boolean().optional(),
  private: z.boolean().optional(),
  name: words('称呼', NAME_MAX).optional(),
  phone: phone.optional(),
}) satisfies z.ZodType<Input<'appeal.submit'>>
export const supplement = z.strictObject({
  id,
  words: words('补充的话', APPEAL_LIMITS.words),
  pictureIds,
}) satisfies z.ZodType<Input<'appeal.supplement'>>
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
}) satisfies z.ZodType<Input<'appeal.finish'>>
export const rate = z.strictObject({
  id,
  outcome: z.enum(RATING_OUTCOMES, '请选一下解决了没有'),
  satisfaction: z.enum(SATISFACTIONS, '请选一下满意不满意'),
  words: optionalWords('想说的话', APPEAL_LIMITS.words),
}) satisfies z.ZodType<Input<'appeal.rate'>>
export const reopen = z.strictObject({
  id,
  reason: words('原因', APPEAL_LIMITS.reason),
  pictureIds,
}) satisfies z.ZodType<Input<'appeal.reopen'>>
export const call = z.strictObject({ id }) satisfies z.ZodType<Input<'appeal.call'>>
export const info = z.strictObject({ id }) satisfies z.ZodType<Input<'appeal.info'>>
export const list = z.strictObject({
  list: z.enum(APPEAL_LISTS),
  areaCode: areaCode.optional(),
  open: z.boolean().optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'appeal.list'>>

/** Shape of the setting `appeal.deadlines`: seconds until feedback is due. */
export const deadlinesSetting = z.record(z.enum(URGENCIES), z.int().positive())
/** Shape of the setting `appeal.keywords`: category → words that suggest it. */
export const keywordsSetting = z.partialRecord(z.enum(APPEAL_CATEGORIES), z.array(z.string().min(1)))
