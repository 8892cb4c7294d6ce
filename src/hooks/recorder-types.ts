import type { Recording } from '@/api'

/** A recording that is being made. */
export interface Take {
  end(): void
  /** Ends it and throws it away. */
  drop(): void
  /** What was said; undefined when it was dropped. Ends by itself after VOICE_SECONDS_MAX seconds. */
  result: Promise<Recording | undefined>
}

/** Asks for the microphone when needed. Throws a Failure with words for the person. */
export type StartRecording = () => Promise<Take>
