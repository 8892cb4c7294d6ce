import { Image, View } from '@tarojs/components'
import type { Satisfaction } from '~/types/appeal'
import { SATISFACTION_LABELS } from '@/labels/appeal'
import { aria } from '@/ui/aria'
import './Face.scss'

/** Mouth and colour of each face; the word beside it says the same. */
const FACES: Record<Satisfaction, { color: string; mouth: string }> = {
  very_satisfied: { color: '#1E7148', mouth: 'M8 17c2 7 12 7 14 0z' },
  satisfied: { color: '#1E7148', mouth: 'M9 18c2 4 10 4 12 0' },
  fairly_satisfied: { color: '#8A5A00', mouth: 'M10 19h10' },
  dissatisfied: { color: '#B3261E', mouth: 'M10 21c2-3 8-3 10 0' },
  very_dissatisfied: { color: '#B3261E', mouth: 'M9 22c2-6 10-6 12 0' },
}

interface Props {
  value: Satisfaction
  on: boolean
  onTap(): void
}

/** One of the five levels, large enough for any thumb. */
export function Face({ value, on, onTap }: Props) {
  const { color, mouth } = FACES[value]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 30 30" fill="none" stroke="${color}" stroke-width="2.2" stroke-linecap="round"><circle cx="15" cy="15" r="12"/><path d="${mouth}M10 11h.1M20 11h.1"/></svg>`
  return (
    <View
      className={`face ${on ? 'face--on' : ''}`}
      hoverClass="face--pressed"
      {...aria({ role: 'radio', checked: on, label: SATISFACTION_LABELS[value] })}
      onClick={onTap}
    >
      <Image className="face__image" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} mode="aspectFit" />
      {SATISFACTION_LABELS[value]}
    </View>
  )
}
