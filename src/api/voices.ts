import { VOICE_BYTES_MAX, VOICE_SECONDS_MAX, type VoiceView } from '~/types/voice'
import { call, newKey } from './call'
import { Failure } from './failure'
import type { ChosenFile } from './files'

/** A tap by mistake is shorter than this, in milliseconds. */
const SHORTEST_MS = 700

/** What somebody said, ready to be sent. */
export interface Recording {
  file: ChosenFile
  /** Length in milliseconds. */
  ms: number
}

/** Sends one recording and returns it with the words that were understood. Throws a Failure with words for the person. */
export async function uploadVoice({ file, ms }: Recording): Promise<VoiceView> {
  if (ms < SHORTEST_MS || file.bytes === 0) {
    throw new Failure('INVALID', '说得太短了,请再说一遍')
  }
  if (file.bytes > VOICE_BYTES_MAX) {
    throw new Failure('INVALID', '这段录音太大了,请说短一些')
  }
  const seconds = Math.min(VOICE_SECONDS_MAX, Math.max(1, Math.round(ms / 1000)))
  const upload = await call('voice.prepare', { bytes: file.bytes }, { key: newKey() })
  await file.send(upload)
  return call('voice.finish', { voiceId: upload.voiceId, seconds }, { key: newKey() })
}
