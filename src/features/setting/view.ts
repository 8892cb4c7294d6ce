import type { SettingName, SettingValue, SettingView } from '~/types/setting'
import { SETTING_LINES, UNITS, type Unit } from '@/labels/setting'

/** Words of a category that a list names before it only counts them. */
const SHOWN = 3

export interface Line {
  /** Path inside the value: object.danger. */
  key: string
  label: string
  /** Seconds, or words. */
  is: number | string[]
}

export function linesOf(name: SettingName, value: SettingValue): Line[] {
  return Object.entries(SETTING_LINES[name]).map(([key, label]) => {
    const [first = '', second = ''] = key.split('.')
    const part = value[first] ?? []
    return { key, label, is: typeof part === 'number' || Array.isArray(part) ? part : (part[second] ?? 0) }
  })
}

/** 7200 → 2 hours: the largest unit that says it without a rest. */
export function amountOf(seconds: number): { amount: string; unit: Unit } {
  const { value, seconds: one } = UNITS.find((unit) => seconds % unit.seconds === 0) ?? UNITS[2]
  return { amount: String(Math.round((seconds / one) * 100) / 100), unit: value }
}

/** 2小时; 路灯、井盖等13个词. */
export function lineWords({ is }: Line): string {
  if (typeof is === 'number') {
    const { amount, unit } = amountOf(is)
    return `${amount}${UNITS.find(({ value }) => value === unit)?.label ?? ''}`
  }
  const shown = is.slice(0, SHOWN).join('、')
  return is.length === 0 ? '还没有' : is.length > SHOWN ? `${shown}等${is.length}个词` : shown
}

/** What a proposal changes, line by line: 7天,改成 3天; 加上 坑; 去掉 桥. */
export function changesOf({ name, value, pending }: SettingView): { key: string; words: string }[] {
  const after = pending === undefined ? [] : linesOf(name, pending.value)
  return linesOf(name, value).flatMap((before, at) => {
    const next = after[at]
    if (next === undefined || JSON.stringify(next.is) === JSON.stringify(before.is)) {
      return []
    }
    return [{ key: before.key, words: `${before.label}:${changeWords(before, next)}` }]
  })
}

function changeWords(before: Line, next: Line): string {
  if (typeof before.is === 'number' || typeof next.is === 'number') {
    return `${lineWords(before)},改成 ${lineWords(next)}`
  }
  const [old, now] = [before.is, next.is]
  const added = now.filter((word) => !old.includes(word)).join('、')
  const gone = old.filter((word) => !now.includes(word)).join('、')
  return [added && `加上 ${added}`, gone && `去掉 ${gone}`].filter(Boolean).join(';') || '换了先后'
}
