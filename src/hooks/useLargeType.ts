import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { phoneFontScale } from './phone'

const KEY = 'large-type'
/** From this factor on WeChat's own font setting counts as care mode (domain rules 8.2). */
const CARE_FACTOR = 1.4
const listeners = new Set<() => void>()
let large: boolean | undefined

/** The person's own choice wins; else the page's address (one-machine district), else the phone's font setting. */
function read(): boolean {
  const kept: unknown = Taro.getStorageSync(KEY)
  return typeof kept === 'boolean' ? kept : phoneFontScale() >= CARE_FACTOR
}

function current(): boolean {
  large ??= read()
  return large
}

function setLarge(on: boolean): void {
  large = on
  Taro.setStorageSync(KEY, on)
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Large-type mode (大字版), one for the whole program and remembered. */
export function useLargeType(): { large: boolean; setLarge(on: boolean): void } {
  return { large: useSyncExternalStore(subscribe, current, current), setLarge }
}

export { setLarge }
