import type { AreaView } from '~/types/area'
import type { MissingRelation, SearchPartView, SightingView } from '~/types/missing'
import type { PictureView } from '~/types/picture'
import type { Row } from '../../core/schema'
import type { SightingRow } from './sightings'

export interface SightingParts {
  relation: MissingRelation
  areas: Map<string, AreaView>
  pictures: Map<string, PictureView>
  /** While the case is open, sightings are judged. */
  open: boolean
}

const nameOf = (areas: Map<string, AreaView>, code: string) =>
  areas.get(code)?.fullName.split(' · ').slice(1).join(' · ') ?? ''

/**
 * The lead and the police see everything; others what was confirmed, coarse: never where exactly, never the number.
 * Source: domain rules 4.2, "location shown to the searchers' lead and police only".
 */
export function presentSightings(rows: SightingRow[], parts: SightingParts): SightingView[] {
  const { relation, areas, pictures, open } = parts
  const staff = relation === 'staff'
  return rows
    .filter(({ status }) => staff || status === 'confirmed')
    .map((row) => {
      const area = areas.get(row.areaCode)
      const middle = { latitude: area?.latitude ?? 0, longitude: area?.longitude ?? 0 }
      const exact = staff && row.latitude !== null && row.longitude !== null
      const picture = pictures.get(row.pictureId ?? '')
      return {
        id: row.id,
        status: row.status,
        seenAt: row.seenAt.toISOString(),
        self: row.self,
        place: row.place === '' ? nameOf(areas, row.areaCode) : row.place,
        point: exact ? { latitude: row.latitude ?? 0, longitude: row.longitude ?? 0 } : middle,
        direction: row.direction,
        pictures: picture === undefined ? [] : [picture],
        words: relation === 'public' ? '' : row.words,
        exactPlace: staff ? row.exactPlace : '',
        family: row.family,
        hasPhone: staff && row.phone !== null,
        can: [
          ...(open && relation !== 'public' ? (['missing.confirmSighting'] as const) : []),
          ...(open && staff && row.phone !== null ? (['missing.call'] as const) : []),
        ],
      }
    })
}

/** Grids in which somebody looks now, most people first; streets for those who lead and for the family. */
export function presentSearching(
  rows: Row<'missingSearcher'>[],
  areas: Map<string, AreaView>,
  { userId, relation }: { userId: string; relation: MissingRelation },
): SearchPartView[] {
  const now = rows.filter(({ endedAt }) => endedAt === null)
  const codes = [...new Set(now.map(({ areaCode }) => areaCode))]
  return codes
    .map((areaCode) => {
      const here = now.filter((row) => row.areaCode === areaCode)
      const streets = relation === 'public' ? [] : here.map(({ street }) => street)
      return {
        areaCode,
        areaName: nameOf(areas, areaCode),
        people: here.length,
        mine: here.some((row) => row.userId === userId),
        streets: [...new Set(streets)].filter((street) => street !== ''),
      }
    })
    .sort((a, b) => b.people - a.people)
}
