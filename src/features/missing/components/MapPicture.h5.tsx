import { Image } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { asImage, drawMap } from '../drawing'
import type { MapProps } from './map-types'

/** Drawn from the coordinates of the areas alone: needs no map service and no network. */
export function MapPicture({ map, sightings, label }: MapProps) {
  return (
    <Image
      className="map__picture"
      mode="aspectFill"
      src={asImage(drawMap(map, sightings))}
      nativeProps={{ alt: label }}
      {...aria({ label })}
    />
  )
}
