import { VOICE_BYTES_MAX, type VoiceFormat } from '~/types/voice'
import { invalid } from '../../core/errors'

/** Bytes at the beginning that say what a file is; the tracks of a recording by a browser stand there as well. */
const HEAD = 4096

const ascii = (raw: Buffer, from: number, to: number) => raw.toString('latin1', from, to)

/** MPEG audio layer III: eleven bits of sync, a version, the layer, a real bit rate and sample rate (ISO 11172-3). */
function isMp3(raw: Buffer): boolean {
  const [sync = 0, kind = 0, rates = 0] = raw
  const isFrame = sync === 0xff && (kind & 0xe0) === 0xe0 && (kind & 0x18) !== 0x08 && (kind & 0x06) === 0x02
  return ascii(raw, 0, 3) === 'ID3' || (isFrame && (rates & 0xf0) !== 0xf0 && (rates & 0x0c) !== 0x0c)
}

/** Handlers of the tracks of an MP4 (ISO 14496-12, 8.4.3): soun, vide and so on. */
function handlersOf(raw: Buffer): Set<string> {
  const found = new Set<string>()
  for (let at = raw.indexOf('hdlr'); at !== -1; at = raw.indexOf('hdlr', at + 4)) {
    found.add(ascii(raw, at + 12, at + 16))
  }
  return found
}

function isM4a(raw: Buffer): boolean {
  if (ascii(raw, 4, 8) !== 'ftyp') {
    return false // photographs of phones are such boxes as well, but without sound
  }
  const handlers = handlersOf(raw)
  return handlers.has('soun') && !handlers.has('vide')
}

function isWebm(raw: Buffer): boolean {
  const head = ascii(raw, 0, HEAD)
  return (
    head.startsWith('\x1aE\xdf\xa3') &&
    /webm/.test(head) &&
    /A_OPUS|A_VORBIS/.test(head) &&
    !/V_(VP|AV1|MPEG)/.test(head)
  )
}

/** The first packet names the codec; it follows the page header of 27 bytes and one for its length (RFC 3533). */
const isOgg = (raw: Buffer) =>
  ascii(raw, 0, 4) === 'OggS' && /^(OpusHead|\x01vorbis)/.test(ascii(raw, 28, 36))

const isWav = (raw: Buffer) => ascii(raw, 0, 4) === 'RIFF' && ascii(raw, 8, 12) === 'WAVE'

const KINDS: Record<VoiceFormat, (raw: Buffer) => boolean> = {
  mp3: isMp3,
  m4a: isM4a,
  wav: isWav,
  webm: isWebm,
  ogg: isOgg,
}

/**
 * What the recording is, by its bytes and not by its name. INVALID at `voiceId` when it is too large or no sound at
 * all; a film is refused even when it has sound.
 */
export function checkVoice(raw: Buffer): VoiceFormat {
  if (raw.length > VOICE_BYTES_MAX) {
    throw invalid({ voiceId: '这段录音太大了,请说短一些' })
  }
  const found = Object.entries(KINDS).find(([, fits]) => fits(raw))
  if (found === undefined) {
    throw invalid({ voiceId: '这不是录音,或者已经坏了,请再说一遍' })
  }
  return found[0] as VoiceFormat
}
