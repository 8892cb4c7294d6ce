import type { SettingName, SettingValue } from '~/types/setting'
import { GROWING_SETTINGS, SETTING_KINDS, SETTING_LINES, UNITS, type Unit } from '@/labels/setting'

/** Words of a category that a list names before it only counts them. */
const SHOWN = 3

export interface Line {
  /** Path inside the value: object.danger. */
  key: string
  label: string
  /** Seconds, a plain number, or words. */
  is: number | string[]
}

/** Lines of the setting are one number each: a time, a plain one, or yes and no. */
const holdsNumbers = (name: SettingName) => ['times', 'numbers', 'switches'].includes(SETTING_KINDS[name])

export function linesOf(name: SettingName, value: SettingValue): Line[] {
  return Object.entries(SETTING_LINES[name]).map(([key, label]) => {
    const [first = '', second = ''] = key.split('.')
    const part = value[first] ?? []
    const is = typeof part === 'number' || Array.isArray(part) ? part : part[second]
    return { key, label, is: is ?? (holdsNumbers(name) ? 0 : []) }
  })
}

/** Nothing is written on this line. */
export const isEmpty = ({ is }: Line) => Array.isArray(is) && is.length === 0

/** Lines that a list shows: of those that may fall away only those that there are. */
export function shownLines(name: SettingName, value: SettingValue): Line[] {
  const lines = linesOf(name, value)
  return GROWING_SETTINGS.includes(name) ? lines.filter((line) => !isEmpty(line)) : lines
}

/** 7200 → 2 hours: the largest unit that says it without a rest. */
export function amountOf(seconds: number): { amount: string; unit: Unit } {
  const { value, seconds: one } = UNITS.find((unit) => seconds % unit.seconds === 0) ?? UNITS[2]
  return { amount: String(Math.round((seconds / one) * 100) / 100), unit: value }
}

/** 2小时; 路灯、井盖等13个词; whole sentences. */
export function lineWords(name: SettingName, { is }: Line): string {
  if (typeof is === 'number') {
    if (SETTING_KINDS[name] === 'switches') {
      return is === 1 ? '是' : '否'
    }
    if (SETTING_KINDS[name] === 'numbers') {
      return String(is)
    }
    const { amount, unit } = amountOf(is)
    return `${amount}${UNITS.find(({ value }) => value === unit)?.label ?? ''}`
  }
  if (SETTING_KINDS[name] === 'sentences') {
    return is.join(' ')
  }
  const shown = is.slice(0, SHOWN).join('、')
  return is.length === 0 ? '还没有' : is.length > SHOWN ? `${shown}等${is.length}个词` : shown
}
