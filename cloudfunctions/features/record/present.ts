import { STARS, type RecordView, type ServiceEntryView, type Star } from '~/types/record'
import type { EntryRow } from './repo'

export function presentEntry(row: EntryRow, name: string): ServiceEntryView {
  const { id, kind, activityId, title, activityKind, areaName, day, minutes, reason } = row
  return { id, kind, activityId, title, activityKind, areaName, name, day, minutes, reason }
}

/** Stars by the thresholds of the district, in seconds. */
export function presentRecord(
  name: string,
  { minutes, activities }: { minutes: number; activities: number },
  thresholds: Record<Star, number>,
): RecordView {
  const stars = STARS.filter((star) => minutes * 60 >= thresholds[star]).length
  const next = STARS[stars]
  return {
    name,
    minutes,
    activities,
    stars,
    ...(next !== undefined && { toNext: Math.ceil(thresholds[next] / 60) - minutes }),
  }
}
