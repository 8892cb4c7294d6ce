import { createHash, createHmac } from 'node:crypto'
import type { VoiceFormat } from '~/types/voice'
import type { Log } from '../core/log'
import type { SpeechPort } from './ports'

const HOST = 'https://asr.tencentcloudapi.com'
const SERVICE = 'asr'
const VERSION = '2019-06-14'
const ALGORITHM = 'TC3-HMAC-SHA256'
const CONTENT_TYPE = 'application/json; charset=utf-8'
/** Mandarin, 16 kHz. */
const ENGINE = '16k_zh'
/** How long one answer may take, in milliseconds; somebody is waiting for it. */
const PATIENCE_MS = 5000
/** What the platform calls the formats; it knows no WebM, which only browsers record. */
const FORMATS: Record<VoiceFormat, string | undefined> = {
  mp3: 'mp3',
  m4a: 'm4a',
  wav: 'wav',
  ogg: 'ogg-opus',
  webm: undefined,
}

/** SecretId and SecretKey of an account that may do nothing but recognise speech. */
export interface Account {
  id: string
  key: string
}

interface Reply {
  Response?: { Result?: string; Error?: { Code?: string } }
}

interface Asked {
  host: string
  service: string
  payload: string
  /** Unix time in seconds. */
  timestamp: number
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The Authorization of a POST to `/` after signature version 3 of Tencent Cloud, over content type and host. */
export function authorization(account: Account, { host, service, payload, timestamp }: Asked): string {
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const signed = 'content-type;host'
  const headers = `content-type:${CONTENT_TYPE}\nhost:${host}\n`
  const request = ['POST', '/', '', headers, signed, sha256(payload)].join('\n')
  const text = [ALGORITHM, timestamp, scope, sha256(request)].join('\n')
  const key = hmac(hmac(hmac(`TC3${account.key}`, date), service), 'tc3_request')
  const signature = hmac(key, text).toString('hex')
  return `${ALGORITHM} Credential=${account.id}/${scope}, SignedHeaders=${signed}, Signature=${signature}`
}

/** What went wrong, by a code of the platform. */
const failed = (code: string) => Object.assign(new Error('no answer'), { name: 'SpeechFailure', code })

/** Class and codes only: messages of the platform may quote what was said. */
function causeOf(error: unknown): string {
  const { name, code, cause } = (error ?? {}) as { name?: string; code?: unknown; cause?: { code?: unknown } }
  return [name, code, cause?.code].filter((part) => typeof part === 'string').join(' ')
}

/** SentenceRecognition of Tencent Cloud: at most 60 s and 3 MB a recording. Without an account it answers nothing. */
export function cloudSpeech(
  account: Account | undefined,
  now: () => Date,
  log: Log,
  address = HOST,
): SpeechPort {
  const ask = async (holder: Account, body: object): Promise<string> => {
    const payload = JSON.stringify(body)
    const timestamp = Math.floor(now().getTime() / 1000)
    const { host } = new URL(address)
    const response = await fetch(address, {
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE_MS),
      body: payload,
      headers: {
        'content-type': CONTENT_TYPE,
        authorization: authorization(holder, { host, service: SERVICE, payload, timestamp }),
        'x-tc-action': 'SentenceRecognition',
        'x-tc-version': VERSION,
        'x-tc-timestamp': String(timestamp),
      },
    })
    if (!response.ok) {
      throw failed(`http ${response.status}`)
    }
    const { Response: reply } = (await response.json()) as Reply
    if (typeof reply?.Result !== 'string') {
      throw failed(reply?.Error?.Code ?? 'no result')
    }
    return reply.Result
  }
  return {
    async transcribe({ bytes, format, seconds }) {
      const known = FORMATS[format]
      if (account === undefined || known === undefined) {
        return ''
      }
      const data = { Data: bytes.toString('base64'), DataLen: bytes.length }
      try {
        return await ask(account, { EngSerViceType: ENGINE, SourceType: 1, VoiceFormat: known, ...data })
      } catch (error) {
        log.warn('speech', { cause: causeOf(error), format, bytes: bytes.length, seconds })
        return ''
      }
    },
  }
}
