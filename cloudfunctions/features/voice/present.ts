import type { VoiceView } from '~/types/voice'
import type { VoiceRow } from './repo'

export function presentVoice(row: VoiceRow, url: string): VoiceView {
  return { id: row.id, url, seconds: row.seconds ?? 0, text: row.text }
}
