import type { MapPoint, MissingMapView, SightingView } from '~/types/missing'

/** Size of the drawing in its own units; it is scaled to the width of the card. */
export const DRAWING = { width: 343, height: 200 }
/** Kilometres of a degree of latitude. */
const DEGREE_KM = 111.195
/** Room around what must be seen, as a factor. */
const MARGIN = 1.15

/** Share of the told grids, nearest first, that must be on the drawing. */
const TOLD_SHOWN = 0.5

const INK = { ground: '#EEF3EA', road: '#FFFFFF', ring: '#B63E22', told: '#1E7148', seen: '#1E7148' }

interface Plane {
  x(point: MapPoint): number
  y(point: MapPoint): number
  /** Units of a kilometre. */
  scale: number
}

const eastKm = (from: MapPoint, to: MapPoint) =>
  (to.longitude - from.longitude) * DEGREE_KM * Math.cos((from.latitude * Math.PI) / 180)
const northKm = (from: MapPoint, to: MapPoint) => (to.latitude - from.latitude) * DEGREE_KM
const distanceKm = (from: MapPoint, to: MapPoint) => Math.hypot(eastKm(from, to), northKm(from, to))

/** The priority areas, what was seen and most of what was told fit; how far the person may have come may run over. */
function planeOf({ centre, circles, told }: MissingMapView, seen: MapPoint[]): Plane {
  const near = told.map((point) => distanceKm(centre, point)).sort((a, b) => a - b)
  const most = near[Math.floor(near.length * TOLD_SHOWN)] ?? 0
  const far = seen.map((point) => distanceKm(centre, point))
  const radius = Math.max(circles[0] ?? 1, circles[1] ?? 1, most, ...far) * MARGIN
  const scale = DRAWING.height / 2 / radius
  return {
    x: (point) => DRAWING.width / 2 + eastKm(centre, point) * scale,
    y: (point) => DRAWING.height / 2 - northKm(centre, point) * scale,
    scale,
  }
}

const round = (n: number) => Math.round(n * 10) / 10

/** The map as an SVG: grids told, rings, sightings joined in the order of their times. Pure; for H5 and the tests. */
export function drawMap(map: MissingMapView, sightings: readonly SightingView[]): string {
  const seen = sightings.filter(({ status }) => status === 'confirmed')
  const points = [...seen].reverse().map(({ point }) => point)
  const { x, y, scale } = planeOf(map, points)
  const { width, height } = DRAWING
  const dots = map.told.map((p) => `<circle cx="${round(x(p))}" cy="${round(y(p))}" r="2.4"/>`).join('')
  const rings = map.circles
    .map((km, index) => {
      const inner = index === 0 ? 'fill="#F6E3DB" fill-opacity=".7"' : 'fill="none" stroke-dasharray="5 4"'
      return `<circle cx="${width / 2}" cy="${height / 2}" r="${round(km * scale)}" ${inner} stroke-width="1.6"/>`
    })
    .join('')
  const line = points.map((p) => `${round(x(p))},${round(y(p))}`).join(' ')
  const marks = points
    .map((p) => `<circle cx="${round(x(p))}" cy="${round(y(p))}" r="6" stroke="#fff" stroke-width="2"/>`)
    .join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${INK.ground}"/>`,
    `<g stroke="${INK.ring}">${rings}</g>`,
    `<g fill="${INK.told}" fill-opacity=".45">${dots}</g>`,
    `<polyline points="${line}" fill="none" stroke="${INK.seen}" stroke-width="2.5" stroke-dasharray="3 4"/>`,
    `<g fill="${INK.seen}">${marks}</g>`,
    `<circle cx="${width / 2}" cy="${height / 2}" r="4.5" fill="${INK.ring}"/>`,
    '</svg>',
  ].join('')
}

export const asImage = (svg: string) => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
