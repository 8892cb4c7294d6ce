import type { DeliveryView } from '~/types/feed'

/** On the one-machine district the page around the phone puts the card into the simulated group. */
export function tellSurroundings(item: DeliveryView): void {
  const { id, areaCode, title, body, label, tone, path } = item
  const card = { type: 'share', deliveryId: id, areaCode, title, body, label, tone, path }
  window.parent.postMessage(card, window.location.origin)
}
