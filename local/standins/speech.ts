import type { SpeechPort } from '~/cloudfunctions/ports/ports'

const MARK = 'say:'

/** Recognises nothing real: a recording says what it carries between the letters “say:” and a NUL, UTF-8. */
export function createSpeechStandin(): SpeechPort {
  return {
    transcribe({ bytes }) {
      const at = bytes.indexOf(MARK)
      const from = at + MARK.length
      const end = bytes.indexOf(0, from)
      const said = at === -1 || end === -1 ? '' : bytes.toString('utf8', from, end)
      return Promise.resolve(said)
    },
  }
}
