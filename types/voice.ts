/** Longest recording, in seconds; what one recognition takes. */
export const VOICE_SECONDS_MAX = 60
/** Most recordings in one message. */
export const VOICES_MAX = 3
/** Largest recording that is accepted, in bytes (2 MiB): a minute of 16 kHz mono, even uncompressed. */
export const VOICE_BYTES_MAX = 2 * 1024 * 1024

/** What a recording may be, by its bytes. */
export const VOICE_FORMATS = ['mp3', 'm4a', 'wav', 'webm', 'ogg'] as const
export type VoiceFormat = (typeof VOICE_FORMATS)[number]

export interface VoiceView {
  id: string
  /** Address to listen by; may stop working after an hour. */
  url: string
  /** Length, 1 to VOICE_SECONDS_MAX. */
  seconds: number
  /** What was understood, for the person to confirm or to correct; empty when nothing was. */
  text: string
}

/** Where and how the client sends the recording. */
export interface VoiceUpload {
  voiceId: string
  /** Path inside the cloud storage for `wx.cloud.uploadFile`. */
  cloudPath: string
  /** Address for an HTTP PUT of the bytes where there is no cloud storage SDK. */
  url?: string
}

export interface VoiceApi {
  /** Announces a recording. Nothing is kept of it until `voice.finish`. */
  'voice.prepare': { input: { bytes: number }; output: VoiceUpload }
  /** Checks what was really uploaded, keeps it, and turns it into words if that is possible; `seconds` is its length. */
  'voice.finish': { input: { voiceId: string; seconds: number }; output: VoiceView }
}
