import Taro from '@tarojs/taro'
import { useState } from 'react'

const PREFIX = 'draft:'

function read<T extends object>(key: string, initial: T): T {
  const kept: unknown = Taro.getStorageSync(PREFIX + key)
  return kept !== null && typeof kept === 'object' ? { ...initial, ...(kept as Partial<T>) } : initial
}

/** State that survives leaving the page and closing the program, until it is cleared. */
export function useDraft<T extends object>(
  key: string,
  initial: T,
): [T, (change: Partial<T>) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => read(key, initial))
  const change = (part: Partial<T>) =>
    setDraft((before) => {
      const next = { ...before, ...part }
      Taro.setStorageSync(PREFIX + key, next)
      return next
    })
  const clear = () => {
    Taro.removeStorageSync(PREFIX + key)
    setDraft(initial)
  }
  return [draft, change, clear]
}
