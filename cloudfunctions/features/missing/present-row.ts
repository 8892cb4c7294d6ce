import type { AreaView } from '~/types/area'
import type { MissingRowView } from '~/types/missing'
import type { PictureView } from '~/types/picture'
import type { Row } from '../../core/schema'
import { isOpen } from './workflow'

/** 村 · 网格, without the town that everybody knows; the grid is left out for neighbours of the place. */
const placeName = (area: AreaView | undefined, levels: number) =>
  area?.fullName
    .split(' · ')
    .slice(1, 1 + levels)
    .join(' · ') ?? ''

/** One line. What describes the person is gone with the end. */
export function presentRow(
  missing: Row<'missing'>,
  areas: Map<string, AreaView>,
  picture: PictureView | undefined,
): MissingRowView {
  const { id, status, sex, age, looks, travel, place, verifyDueAt, escalated } = missing
  const shown = isOpen(missing)
  return {
    id,
    status,
    sex: shown ? sex : null,
    age: shown ? age : null,
    looks: shown ? looks : '',
    travel: shown ? travel : null,
    place: shown ? place : '',
    areaName: placeName(areas.get(missing.areaCode), 1),
    lastSeenAt: shown ? (missing.lastSeenAt?.toISOString() ?? null) : null,
    ...(shown && picture !== undefined && { picture }),
    ...(verifyDueAt !== null && { verifyDueAt: verifyDueAt.toISOString() }),
    escalated,
  }
}
