import type { SharedCard } from './share-types'

/** WeChat itself opens its chooser for a share button; nobody else needs to know. */
export function tellSurroundings(_card: SharedCard): void {
  // nothing to do here
}
