import type { DeliveryView } from '~/types/feed'

/** A page as a card: one that waited for its grid worker, or any that somebody passes on. */
export type SharedCard = Pick<DeliveryView, 'title' | 'path'> &
  Partial<Pick<DeliveryView, 'id' | 'areaCode' | 'body' | 'label' | 'tone'>>
