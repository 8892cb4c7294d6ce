/** Reading a text aloud. */
export interface ReaderState {
  reading: boolean
  /** The last try said nothing. */
  failed: boolean
  /** Reads from the beginning, or stops. */
  toggle(): void
}
