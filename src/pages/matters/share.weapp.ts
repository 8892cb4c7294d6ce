import type { DeliveryView } from '~/types/feed'

/** WeChat itself opens its chooser for a share button; nobody else needs to know. */
export function tellSurroundings(_item: DeliveryView): void {
  // nothing to do here
}
