import type { Tone } from '~/types/feed'
import type { TagTone } from '@/ui/Tag'

export const TONE_TAGS: Record<Tone, TagTone> = {
  neutral: 'grey',
  progress: 'gold',
  good: 'green',
  urgent: 'red',
}
