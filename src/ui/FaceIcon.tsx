import { Image } from '@tarojs/components'
import { aria } from './aria'
import './FaceIcon.scss'

/** From the best to the worst, and the one who does not know. */
export const FACES = ['glad', 'content', 'even', 'sad', 'upset', 'unknown'] as const
export type FaceName = (typeof FACES)[number]

/** Colour, and what is drawn inside the circle, of a 30 × 30 drawing; the word beside it says the same. */
const DRAWN: Record<FaceName, { color: string; inside: string }> = {
  glad: { color: '#1E7148', inside: 'M8 17c2 7 12 7 14 0zM10 11h.1M20 11h.1' },
  content: { color: '#1E7148', inside: 'M9 18c2 4 10 4 12 0M10 11h.1M20 11h.1' },
  even: { color: '#8A5A00', inside: 'M10 19h10M10 11h.1M20 11h.1' },
  sad: { color: '#B3261E', inside: 'M10 21c2-3 8-3 10 0M10 11h.1M20 11h.1' },
  upset: { color: '#B3261E', inside: 'M9 22c2-6 10-6 12 0M9 10l3 1.500M21 10l-3 1.500' },
  unknown: { color: '#6A615B', inside: 'M11.500 12c0-5 7-5 7 0 0 3-3.500 2.500-3.500 5.500M15 21.500h.1' },
}

/** A drawn face. Says nothing to a screen reader. */
export function FaceIcon({ name }: { name: FaceName }) {
  const { color, inside } = DRAWN[name]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 30 30" fill="none" stroke="${color}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><circle cx="15" cy="15" r="12"/><path d="${inside}"/></svg>`
  return (
    <Image
      className="faceicon"
      {...aria({ hidden: true })}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      mode="aspectFit"
    />
  )
}
