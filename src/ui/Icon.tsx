import { Image } from '@tarojs/components'
import { aria } from './aria'

/** Strokes of a 24 × 24 drawing. */
const PATHS = {
  home: '<path d="M3 11 12 4l9 7v9H3z"/>',
  chat: '<path d="M4 5h16v11H10l-5 4v-4H4z"/>',
  list: '<path d="M5 4h14v17H5zM9 9h6M9 13h6M9 17h4"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
  talk: '<path d="M4 5h16v11H10l-5 4v-4H4zM8 9.5h8M8 12.5h5"/>',
  heart: '<path d="M12 20s-8-5-8-11a4.5 4.5 0 0 1 8-2.7A4.5 4.5 0 0 1 20 9c0 6-8 11-8 11z"/>',
  flag: '<path d="M6 21V4h11l-2 4 2 4H6"/>',
  star: '<path d="m12 4 2.5 5.2 5.5.8-4 4 1 5.7-5-2.8-5 2.8 1-5.7-4-4 5.5-.8z"/>',
  phone:
    '<path d="M6 3h4l2 5-2.5 2a12 12 0 0 0 4.5 4.5l2-2.5 5 2v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z"/>',
  camera: '<path d="M3 8h4l2-3h6l2 3h4v12H3z"/><circle cx="12" cy="13.5" r="3.5"/>',
  mic: '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11.500a7 7 0 0 0 14 0M12 18.500V21"/>',
  play: '<path d="M8 5v14l11-7z"/>',
  stop: '<path d="M7 7h10v10H7z"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  back: '<path d="m15 5-7 7 7 7"/>',
  next: '<path d="m9 5 7 7-7 7"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
  alert: '<path d="M12 4 2.5 20h19zM12 10v5M12 17.5v.1"/>',
  place:
    '<path d="M12 21s-7-6.5-7-11.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 5 5"/>',
  group:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-4.5 3-6.5 6.5-6.500s6 2 6.5 6.500M15.5 4.800a3.5 3.5 0 0 1 0 6.400M17.5 13.800c2.3.7 3.7 2.7 4 6.2"/>',
  share: '<path d="M12 15V4M8 7.5 12 3.500l4 4M5 12v8h14v-8"/>',
  shield: '<path d="M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6z"/>',
  wifi: '<path d="M3 9c5-5 13-5 18 0M6 12.500c3.5-3.5 8.5-3.5 12 0M9 16c2-2 4-2 6 0M12 19.500v.1"/>',
} as const
export type IconName = keyof typeof PATHS

interface Props {
  name: IconName
  /** Side in px before large type. */
  size?: number
  /** Stroke colour as #rrggbb. */
  color?: string
  stroke?: number
}

/** A line drawing as an image, since a mini program has no inline SVG. Says nothing to a screen reader. */
export function Icon({ name, size = 24, color = '#B63E22', stroke = 2 }: Props) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 2}" height="${size * 2}" viewBox="0 0 24 24" fill="none" stroke="${color}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">${PATHS[name]}</svg>`
  const side = `calc(${size}px * var(--k))`
  const src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return (
    <Image
      {...aria({ hidden: true })}
      src={src}
      mode="aspectFit"
      // The browser's picture inside is placed like text, so that a centred parent would push it out.
      style={{ width: side, height: side, display: 'block', flex: 'none', textAlign: 'left' }}
    />
  )
}
