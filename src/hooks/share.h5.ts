import type { SharedCard } from './share-types'

/** On the one-machine district the page around the phone puts the card into the simulated group. */
export function tellSurroundings({ id, ...card }: SharedCard): void {
  const message = { type: 'share', ...(id !== undefined && { deliveryId: id }), ...card }
  window.parent.postMessage(message, window.location.origin)
}
