import type { SettingName, SettingView } from '~/types/setting'
import { lineWords, linesOf, type Line } from './view'

/** What a proposal changes, line by line: 7天,改成 3天; 加上 坑; 去掉 桥. */
export function changesOf({ name, value, pending }: SettingView): { key: string; words: string }[] {
  const after = pending === undefined ? [] : linesOf(name, pending.value)
  return linesOf(name, value).flatMap((before, at) => {
    const next = after[at]
    if (next === undefined || JSON.stringify(next.is) === JSON.stringify(before.is)) {
      return []
    }
    return [{ key: before.key, words: `${before.label}:${changeWords(name, before, next)}` }]
  })
}

function changeWords(name: SettingName, before: Line, next: Line): string {
  if (typeof before.is === 'number' || typeof next.is === 'number') {
    return `${lineWords(name, before)},改成 ${lineWords(name, next)}`
  }
  const [old, now] = [before.is, next.is]
  const added = now.filter((word) => !old.includes(word)).join('、')
  const gone = old.filter((word) => !now.includes(word)).join('、')
  return [added && `加上 ${added}`, gone && `去掉 ${gone}`].filter(Boolean).join(';') || '换了先后'
}
