import { setLarge } from './useLargeType'

/** The one-machine district asks for large type in the address, and switches it by message. */
export function phoneFontScale(): number {
  return new URLSearchParams(window.location.search).get('large') === '1' ? 1.4 : 1
}

window.addEventListener('message', (event: MessageEvent<{ type?: unknown; on?: unknown } | null>) => {
  if (event.origin === window.location.origin && event.data?.type === 'large') {
    setLarge(event.data.on === true)
  }
})

export function statusBarHeight(): number {
  return 0
}

/** A browser has no navigation bar of its own, so the page draws one. */
export const DRAWS_HEADER = true
