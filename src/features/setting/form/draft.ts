import type { SettingName } from '~/types/setting'
import { UNITS, type Unit } from '@/labels/setting'
import { amountOf, type Line } from '../view'

/** What was typed, by line; what was not touched is absent. */
export interface SettingDraft {
  texts: Record<string, string>
  units: Record<string, Unit>
  reason: string
}
export const EMPTY_DRAFT: SettingDraft = { texts: {}, units: {}, reason: '' }

export function textOf({ key, is }: Line, { texts }: SettingDraft): string {
  return texts[key] ?? (typeof is === 'number' ? amountOf(is).amount : is.join('、'))
}

export function unitOf({ key, is }: Line, { units }: SettingDraft): Unit {
  return units[key] ?? (typeof is === 'number' ? amountOf(is).unit : 'hour')
}

const wordsIn = (text: string) => text.split(/[\s、,,;;]+/).filter((word) => word !== '')

/** The line as it is sent; what is no number is left to the server to name. */
function sent(line: Line, draft: SettingDraft): number | string[] | null {
  const text = textOf(line, draft).trim()
  if (typeof line.is !== 'number') {
    return wordsIn(text)
  }
  const { seconds } = UNITS.find(({ value }) => value === unitOf(line, draft)) ?? UNITS[1]
  const amount = text === '' ? NaN : Number(text)
  return Number.isNaN(amount) ? null : Math.round(amount * seconds)
}

/** The whole new value; a category without words is left out. */
export function valueOf(name: SettingName, lines: Line[], draft: SettingDraft): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const line of lines) {
    const [first = '', second] = line.key.split('.')
    const is = sent(line, draft)
    if (second !== undefined) {
      value[first] = { ...(value[first] as object | undefined), [second]: is }
    } else if (name !== 'appeal.keywords' || (is as string[]).length > 0) {
      value[first] = is
    }
  }
  return value
}

/** What is wrong with a line or with one of its words. */
export function errorOf(fields: Record<string, string>, key: string): string | undefined {
  const at = `value.${key}`
  return fields[at] ?? Object.entries(fields).find(([field]) => field.startsWith(`${at}.`))?.[1]
}
