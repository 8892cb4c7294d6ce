import type { AreaView } from '~/types/area'
import type {
  MissingCounts,
  MissingMapView,
  MissingRelation,
  SearchPartView,
  SightingView,
} from '~/types/missing'
import type { PictureView } from '~/types/picture'
import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'

/** What the view of a case is made from. */
export interface MissingParts {
  missing: Row<'missing'>
  relation: MissingRelation
  actor: Actor
  now: Date
  areas: Map<string, AreaView>
  departments: Map<string, string>
  picture: PictureView | undefined
  counts: MissingCounts
  map: MissingMapView | null
  sightings: SightingView[]
  searching: SearchPartView[]
  steps: Row<'missingStep'>[]
  dutyPhone: string
}
