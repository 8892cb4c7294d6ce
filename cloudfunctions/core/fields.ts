import { z } from 'zod'
import { SETTING_SECONDS } from '~/types/setting'
import { PAGE } from './cursor'

/** Characters that have no place in what people write: controls except line breaks, and direction overrides. */

const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** What is left of a text without hidden characters and without space around it. */
export function plain(text: string): string {
  return text.replace(HIDDEN, '').trim()
}

/** Number of characters as people count them: an emoji or a rare character is one. */
function lengthOf(text: string): number {
  return [...text].length
}

/** Words a person wrote: trimmed, without hidden characters, 1 to `max` characters. `what` names the field to them. */
export function words(what: string, max: number) {
  return z
    .string(`请填写${what}`)
    .meta({ title: what, minLength: 1, maxLength: max })
    .transform(plain)
    .pipe(
      z
        .string()
        .refine((text) => text !== '', `请填写${what}`)
        .refine((text) => lengthOf(text) <= max, `${what}最多${max}个字,请短一些`),
    )
}

/** Like `words`, but may be empty. `missing` is said when there is no text at all. */
export function wordsOrNone(what: string, max: number, missing = `请填写${what}`) {
  return z
    .string(missing)
    .meta({ title: what, maxLength: max })
    .transform(plain)
    .pipe(z.string().refine((text) => lengthOf(text) <= max, `${what}最多${max}个字,请短一些`))
}

/** Like `words`, but may be left out or empty. */
export const optionalWords = (what: string, max: number) =>
  wordsOrNone(what, max, `${what}要用文字`).optional()

export const id = z.uuid('编号不对,请返回重试')
export const areaCode = z.string('请选择地方').regex(/^\d{6}(\d{3}){0,3}$/, '没有这个地方,请重新选')
export const gridCode = z.string('请选择网格').regex(/^\d{15}$/, '请选到具体的网格')
export const phone = z.string('请填写手机号').regex(/^1\d{10}$/, '手机号是11位数字,请检查')
/** A time that a district sets, in seconds. */
export const settingSeconds = z
  .int('请填一个整数')
  .min(SETTING_SECONDS.least, '最短1分钟')
  .max(SETTING_SECONDS.most, '最长365天')
export const instant = z.iso.datetime({ error: '时间不对', offset: true })
export const cursor = z.string().max(400).optional()
export const limit = z.int().min(1).max(PAGE.most).optional()

/** What is wrong, in words, by the path of the field; `at` is where the checked value itself stands. */
export function wrongFields(error: z.ZodError, at: string[] = []): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      issue.keys.forEach((key) => (fields[[...at, ...issue.path, key].join('.')] = '没有这一项'))
    } else {
      fields[[...at, ...issue.path].join('.')] ??= issue.code === 'invalid_key' ? '没有这一项' : issue.message
    }
  }
  return fields
}
