import type { MeView } from '~/types/me'
import { useCall, type CallState } from './useCall'

/** Who I am, which grid, what I may do. A card's delivery id proves that the card arrived in its group. */
export function useMe(deliveryId?: string): CallState<MeView> {
  return useCall('me.enter', deliveryId === undefined || deliveryId === '' ? {} : { deliveryId })
}
