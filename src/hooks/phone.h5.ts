import { queries } from './queries'
import { setLarge } from './useLargeType'

/** The one-machine district asks for large type in the address, and switches it by message. */
export function phoneFontScale(): number {
  return new URLSearchParams(window.location.search).get('large') === '1' ? 1.4 : 1
}

window.addEventListener('message', (event: MessageEvent<{ type?: unknown; on?: unknown } | null>) => {
  if (event.origin !== window.location.origin) {
    return
  }
  if (event.data?.type === 'large') {
    setLarge(event.data.on === true)
  }
  if (event.data?.type === 'clock') {
    void queries.invalidateQueries() // time was moved: everything counted by it is read again
  }
})

export function statusBarHeight(): number {
  return 0
}

/** A browser asks no switch. */
export function soundDespiteMute(): void {
  // nothing to set
}

/** A browser has no navigation bar of its own, so the page draws one. */
export const DRAWS_HEADER: boolean = true
