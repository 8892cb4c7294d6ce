import type { DeliveryView } from '~/types/feed'
import type { DeliveryRow } from './repo'

export function presentDelivery(row: DeliveryRow, areaName: string): DeliveryView {
  const { id, areaCode, title, body, label, tone, path, state } = row
  return {
    id,
    areaCode,
    areaName,
    title,
    body,
    label,
    tone,
    path,
    state,
    createdAt: row.createdAt.toISOString(),
  }
}
