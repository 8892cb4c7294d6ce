import type { z } from 'zod'
import { words, wordsOrNone } from './fields'

const CHINESE_DIGITS = '零一二三四五六七八九'
/** Full-width digits and those written as characters, so that a number is found however it is disguised. */
function digitsIn(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('〇', '0')
    .replaceAll('幺', '1')
    .replace(/[零一二三四五六七八九]/g, (sign) => String(CHINESE_DIGITS.indexOf(sign)))
}

/** What a number may be broken up with: spaces, dashes, dots, commas. */
const GAP = '[\\s\\-—–_.·,、]{0,2}'
const repeated = (first: string, count: number) =>
  new RegExp(`(?<!\\d)${first}(?:${GAP}\\d){${count}}(?!${GAP}\\d)`)
/** A mobile number (11 digits from 1, then 3 to 9) or a fixed line with its area code (0 and 9 to 11 more digits). */
const NUMBERS = [repeated(`1${GAP}[3-9]`, 9), ...[9, 10, 11].map((count) => repeated('0', count))]
/** Another way to be reached: 微信号 abc123, 加我v: abc123, QQ 123456. */
const ACCOUNTS = /(微信号?|加我|[vV][xX信]|[wW][xX]|[qQ]{2}号?|扣扣)[\s::是]{0,3}[a-zA-Z\d][\w-]{4,}/
const LINKS = /https?:\/\/|www\.|\w\.(com|cn|net|top)\b/i
const AMOUNT =
  /¥\s*\d|\d+(\.\d+)?\s*(元|块钱|块(?=[\s,。,;;、!!]|$)|毛钱|万[元块]|rmb)|[十百千万几两](元|块钱|百块|千块)/i
/** Not after a word that says the opposite: 不收费. */
const SELLING =
  /(?<![不没免无]|不要|不用|没有)(出售|转让|批发|代购|包邮|促销|特价|低价|优惠价|收费|有偿|付费|报酬|工钱|辛苦费|大量收购|长期收购|招聘|日结|贷款|办卡)/

/** Why words cannot stand where all neighbours read them, in the user's words; undefined when they can. */
export function unfitForAll(text: string): string | undefined {
  const plainDigits = digitsIn(text)
  if (NUMBERS.some((pattern) => pattern.test(plainDigits)) || ACCOUNTS.test(text.normalize('NFKC'))) {
    return '这里大家都看得到,请不要写电话、微信号。有人来帮以后,你们俩就能互相打电话'
  }
  if (LINKS.test(text)) {
    return '这里不能放网址,请用话说清楚'
  }
  if (AMOUNT.test(text.normalize('NFKC'))) {
    return '邻里互助不谈钱,请不要写金额'
  }
  const found = SELLING.exec(text)?.[0]
  return found === undefined ? undefined : `邻里互助不做买卖,请不要写“${found}”`
}

/** Adds the rules for what all neighbours read: no numbers to be called by, no amounts, no selling. */
function fitForAll<T extends z.ZodType<string>>(schema: T) {
  return schema.superRefine((text, ctx) => {
    const problem = unfitForAll(text)
    if (problem !== undefined) {
      ctx.addIssue({ code: 'custom', message: problem })
    }
  })
}

/** Words that all neighbours read, 1 to `max` characters. `what` names the field to the person. */
export const publicWords = (what: string, max: number) => fitForAll(words(what, max))
/** Like `publicWords`, but may be left out or empty. */
export const optionalPublicWords = (what: string, max: number) =>
  fitForAll(wordsOrNone(what, max, `${what}要用文字`)).optional()
