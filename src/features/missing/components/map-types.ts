import type { MissingMapView, SightingView } from '~/types/missing'

export interface MapProps {
  map: MissingMapView
  sightings: SightingView[]
  /** What a screen reader says instead of the picture. */
  label: string
}
