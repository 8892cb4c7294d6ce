import Taro from '@tarojs/taro'

/** Pages of the tab bar, in its order. */
export const TABS = [
  '/pages/home/index',
  '/pages/feed/index',
  '/pages/matters/index',
  '/pages/me/index',
] as const

type Query = Record<string, string | undefined>

function withQuery(path: string, query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

/** Opens a page on top of this one. */
export function goTo(path: string, query: Query = {}): void {
  void Taro.navigateTo({ url: withQuery(path, query) })
}

/** Opens a page instead of this one. */
export function replaceBy(path: string, query: Query = {}): void {
  void Taro.redirectTo({ url: withQuery(path, query) })
}

/** Back to the page before; to the first one when this page was opened from a card. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) {
    void Taro.navigateBack()
  } else {
    goTab(TABS[0])
  }
}

export function goTab(path: (typeof TABS)[number]): void {
  void Taro.switchTab({ url: path })
}
