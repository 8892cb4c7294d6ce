import type { WhistleKind, WhistleStatus } from '~/types/whistle'
import type { TagTone } from '@/ui/Tag'

export const WHISTLE_KIND_LABELS: Record<WhistleKind, string> = {
  hard: '难事哨',
  enforce: '执法哨',
  emergency: '应急哨',
}
export const WHISTLE_TONES: Record<WhistleStatus, TagTone> = {
  blown: 'gold',
  objected: 'blue',
  arrived: 'green',
  released: 'grey',
  dropped: 'grey',
}
