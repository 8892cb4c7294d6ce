import type { ReaderState } from './reader-types'

/** A mini program reads nothing aloud without somebody else's plugin (docs/adr/0015). */
export const CAN_READ: boolean = false

export function useReader(_text: string): ReaderState {
  return { reading: false, failed: false, toggle: () => undefined }
}
