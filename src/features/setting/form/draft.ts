import type { SettingName, SettingValue } from '~/types/setting'
import { GROWING_SETTINGS, SETTING_KINDS, UNITS, type Unit } from '@/labels/setting'
import { amountOf, isEmpty, linesOf, type Line } from '../view'

/** What was typed, by line; what was not touched is absent. */
export interface SettingDraft {
  texts: Record<string, string>
  units: Record<string, Unit>
  reason: string
}
export const EMPTY_DRAFT: SettingDraft = { texts: {}, units: {}, reason: '' }

export function textOf(name: SettingName, { key, is }: Line, { texts }: SettingDraft): string {
  const joint = SETTING_KINDS[name] === 'sentences' ? '\n' : '、'
  const amount = (value: number) => (SETTING_KINDS[name] === 'times' ? amountOf(value).amount : String(value))
  return texts[key] ?? (typeof is === 'number' ? amount(is) : is.join(joint))
}

/** Lines that can be typed in: of those that may fall away those that there are and those that were added. */
export function typedLines(name: SettingName, value: SettingValue, { texts }: SettingDraft): Line[] {
  const lines = linesOf(name, value)
  return GROWING_SETTINGS.includes(name)
    ? lines.filter((line) => !isEmpty(line) || texts[line.key] !== undefined)
    : lines
}

export function unitOf({ key, is }: Line, { units }: SettingDraft): Unit {
  return units[key] ?? (typeof is === 'number' ? amountOf(is).unit : 'hour')
}

const partsIn = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The line as it is sent; what is no number is left to the server to name. */
function sent(name: SettingName, line: Line, draft: SettingDraft): number | string[] | null {
  const text = textOf(name, line, draft).trim()
  if (typeof line.is !== 'number') {
    return partsIn(text, SETTING_KINDS[name] === 'sentences' ? /\n+/ : /[\s、,,;;]+/)
  }
  if (SETTING_KINDS[name] !== 'times') {
    return text === '' || Number.isNaN(Number(text)) ? null : Number(text)
  }
  const { seconds } = UNITS.find(({ value }) => value === unitOf(line, draft)) ?? UNITS[1]
  const amount = text === '' ? NaN : Number(text)
  return Number.isNaN(amount) ? null : Math.round(amount * seconds)
}

/** The whole new value; what has no words is left out. */
export function valueOf(name: SettingName, lines: Line[], draft: SettingDraft): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const line of lines) {
    const [first = '', second] = line.key.split('.')
    const is = sent(name, line, draft)
    if (Array.isArray(is) && is.length === 0) {
      continue
    }
    if (second !== undefined) {
      value[first] = { ...(value[first] as object | undefined), [second]: is }
    } else {
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
