import { useEffect, useState } from 'react'
import type { MapPoint } from '~/types/missing'
import type { ReplayView } from '../host/views'
import { get } from './api'

const KM_PER_DEGREE = 111.195
/** Kilometres that are shown at least, from the middle to the edge. */
const LEAST_KM = 4

/** A plain drawn map: every grid a dot, those that were told filled, the rings and what was seen. */
export function ReplayMap({ view }: { view: ReplayView }) {
  const [grids, setGrids] = useState<MapPoint[]>([])
  useEffect(() => void get<MapPoint[]>('/local/replay/grids').then(setGrids, () => undefined), [])
  const centre = view.centre ?? view.told[0] ?? grids[0]
  if (centre === undefined) {
    return <main className="replay__map" aria-label="地图" />
  }
  const reach = Math.max(LEAST_KM, ...view.told.map(({ km }) => km), view.circles[0] ?? 0) * 1.1
  const place = ({ latitude, longitude }: MapPoint) => ({
    cx: (longitude - centre.longitude) * KM_PER_DEGREE * Math.cos((centre.latitude * Math.PI) / 180),
    cy: (centre.latitude - latitude) * KM_PER_DEGREE,
  })
  const dot = reach / 130
  const near = grids.map(place).filter(({ cx, cy }) => Math.abs(cx) < reach && Math.abs(cy) < reach)
  return (
    <main className="replay__map" aria-label="地图">
      <svg viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`} role="img" aria-label="网格、圈和线索">
        {near.map(({ cx, cy }) => (
          <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r={dot} className="grid" />
        ))}
        {view.circles.map((km) => (
          <circle key={km} cx={0} cy={0} r={km} className="ring" strokeWidth={dot / 2} />
        ))}
        {view.told.map((grid) => (
          <circle key={`${grid.areaCode} ${grid.label}`} {...place(grid)} r={dot * 1.5} className="told" />
        ))}
        {view.sightings.map((point) => (
          <circle
            key={`${point.latitude} ${point.longitude}`}
            {...place(point)}
            r={dot * 3}
            className="seen"
            strokeWidth={dot}
          />
        ))}
        <circle cx={0} cy={0} r={dot * 2.4} className="centre" />
      </svg>
      <p className="muted">
        {view.counts === undefined
          ? '还没有人报走失'
          : `通知了 ${view.counts.told} 个网格 · ${view.counts.opened} 人看过 · ${view.counts.sightings} 条可信线索 · ${view.counts.searchers} 人在找`}
      </p>
    </main>
  )
}
