import type { PartyStatus } from '~/types/party'
import type { TagTone } from '@/ui/Tag'

export const PARTY_STATUS_LABELS: Record<PartyStatus, string> = {
  registered: '等村里确认',
  confirmed: '已确认',
  declined: '没有确认',
  left: '已退出',
}
export const PARTY_STATUS_TONES: Record<PartyStatus, TagTone> = {
  registered: 'gold',
  confirmed: 'green',
  declined: 'grey',
  left: 'grey',
}
