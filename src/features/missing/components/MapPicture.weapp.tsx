import { Map } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { MapProps } from './map-types'

const METRES = 1000
/** Zoom at which so many kilometres around the middle fit on a phone. */
const ZOOMS: [km: number, scale: number][] = [
  [1, 14],
  [2.5, 13],
  [5, 12],
  [10, 11],
  [20, 10],
]

/** WeChat's own map with the rings and the sightings on it. */
export function MapPicture({ map, sightings, label }: MapProps) {
  const { centre, circles } = map
  const seen = sightings.filter(({ status }) => status === 'confirmed').map(({ point }) => point)
  const widest = circles[1] ?? circles[0] ?? 1
  const scale = ZOOMS.find(([km]) => widest <= km)?.[1] ?? 9
  return (
    <Map
      className="map__picture"
      {...centre}
      scale={scale}
      circles={circles.map((km, index) => ({
        ...centre,
        radius: km * METRES,
        color: '#B63E22AA',
        fillColor: index === 0 ? '#B63E2222' : '#00000000',
        strokeWidth: 2,
      }))}
      markers={seen.map((point, id) => ({ id, ...point, iconPath: '', width: 24, height: 32 }))}
      polyline={
        seen.length > 1 ? [{ points: [...seen].reverse(), color: '#1E7148', width: 4, dottedLine: true }] : []
      }
      onError={() => undefined}
      {...aria({ label })}
    />
  )
}
