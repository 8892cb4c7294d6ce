import type { WhistleKind, WhistleStatus } from '~/types/whistle'
import type { TagTone } from '@/ui/Tag'

export const WHISTLE_KIND_LABELS: Record<WhistleKind, string> = {
  hard: '难事哨',
  enforce: '执法哨',
  emergency: '应急哨',
}
/** When the department must be there, in words. */
export const WHISTLE_TERMS: Record<WhistleKind, string> = {
  hard: '1天内到场',
  enforce: '30分钟内到场',
  emergency: '30分钟内到场',
}
export const WHISTLE_TONES: Record<WhistleStatus, TagTone> = {
  blown: 'gold',
  objected: 'blue',
  arrived: 'green',
  released: 'grey',
  dropped: 'grey',
}
