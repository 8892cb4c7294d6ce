import Taro from '@tarojs/taro'
import { newKey } from '@/api'

const KEY = 'survey.device'

/** A random word that stays with this phone, so that many ballots from one phone can be looked at. Says nothing else. */
export function deviceMark(): string {
  const kept: unknown = Taro.getStorageSync(KEY)
  if (typeof kept === 'string' && kept !== '') {
    return kept
  }
  const made = newKey()
  Taro.setStorageSync(KEY, made)
  return made
}
