import { View } from '@tarojs/components'
import type { MissingView } from '~/types/missing'
import { useNow } from '@/hooks'
import { DIRECTION_LABELS } from '@/labels/missing'
import { awayWords, rangeWords } from '../view'
import { MapPicture } from './MapPicture'
import './Map.scss'

/** Where to look: rings, grids told, sightings in their order, and a direction. The words say the same. */
export function SearchMap({ missing }: { missing: MissingView }) {
  const now = useNow()
  const { map, sightings, lastSeenAt } = missing
  if (map === null) {
    return null
  }
  const label = rangeWords(map)
  const heading = map.heading === null ? '' : `,建议往${DIRECTION_LABELS[map.heading]}边找`
  return (
    <View className="map">
      <MapPicture map={map} sightings={sightings} label={`地图:${label}${heading}`} />
      <View className="map__away">{awayWords(lastSeenAt, now)}</View>
      <View className="map__legend">
        {label}
        {heading}
      </View>
    </View>
  )
}
