import { AppError } from '../core/errors'
import { readAnswer } from './answer'
import type { ContentPort, ContentVerdict } from './ports'

const HOST = 'https://api.weixin.qq.com'
/** Scene 3 of the platform: a forum, which others read. */
const FORUM = 3
/** Kind of medium: 1 is sound, 2 a picture. */
const PICTURE = 2
/** How long one answer may take, in milliseconds. */
const PATIENCE_MS = 3000
/** A token is given up this many seconds before it ends. */
const TOKEN_MARGIN_S = 300
const TOKEN_ENDED = [40001, 40014, 42001]
/** The platform does not judge this author, at work longer than two hours for one: then people do. */
const NOT_FOR_THE_PLATFORM = [40003, 43104, 61010]
const VERDICTS: readonly unknown[] = ['pass', 'review', 'risky'] satisfies ContentVerdict[]

interface Reply {
  errcode?: number
  access_token?: string
  expires_in?: number
  result?: { suggest?: string }
  trace_id?: string
}
/** The mini program, as WeChat's HTTP interfaces know it. */
export interface Program {
  appid: string
  secret: string
}

/** Says what failed by its number; the platform's own message may quote the words. */
const failed = (what: string, errcode: number) =>
  new AppError('UPSTREAM', {
    message: `${what} ${errcode}`,
    reason: String(errcode),
    userMessage: '请稍后再试',
  })

async function post(url: string, body: object): Promise<Reply> {
  const headers = { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const response = await fetch(url, { method: 'POST', headers, signal, body: JSON.stringify(body) })
  if (!response.ok) {
    throw failed('http', response.status)
  }
  return (await response.json()) as Reply
}

/**
 * msg_sec_check version 2 answers errcode 0 and a verdict, media_check_async version 2 the id under which its verdict
 * is pushed (platform facts C5); both over HTTPS with a stable token (C0).
 */
export function cloudContent({ appid, secret }: Program, now: () => Date, host = HOST): ContentPort {
  let token = { value: '', endsAt: 0 }
  const freshToken = async (): Promise<string> => {
    if (now().getTime() >= token.endsAt) {
      const ask = { grant_type: 'client_credential', appid, secret, force_refresh: false }
      const reply = await post(`${host}/cgi-bin/stable_token`, ask)
      if (reply.access_token === undefined) {
        throw failed('stable_token', reply.errcode ?? 0)
      }
      const life = ((reply.expires_in ?? 0) - TOKEN_MARGIN_S) * 1000
      token = { value: reply.access_token, endsAt: now().getTime() + life }
    }
    return token.value
  }
  const send = async (name: string, body: object): Promise<Reply> =>
    post(`${host}/wxa/${name}?access_token=${encodeURIComponent(await freshToken())}`, body)
  /** Undefined when the platform does not judge this author. */
  const ask = async (name: string, body: object): Promise<Reply | undefined> => {
    let reply = await send(name, body)
    if (TOKEN_ENDED.includes(reply.errcode ?? 0)) {
      token = { value: '', endsAt: 0 }
      reply = await send(name, body)
    }
    const { errcode = 0 } = reply
    if (NOT_FOR_THE_PLATFORM.includes(errcode)) {
      return undefined
    }
    if (errcode !== 0) {
      throw failed(name, errcode)
    }
    return reply
  }
  return {
    async checkText({ openid, text: content }) {
      const reply = await ask('msg_sec_check', { content, version: 2, scene: FORUM, openid })
      const suggest = reply === undefined ? 'review' : reply.result?.suggest
      if (!VERDICTS.includes(suggest)) {
        throw failed('msg_sec_check', 0)
      }
      return suggest as ContentVerdict
    },
    async checkPicture({ openid, url }) {
      const asked = { media_url: url, media_type: PICTURE, version: 2, scene: FORUM, openid }
      const reply = await ask('media_check_async', asked)
      if (reply === undefined) {
        return undefined
      }
      if (reply.trace_id === undefined || reply.trace_id === '') {
        throw failed('media_check_async', 0)
      }
      return reply.trace_id
    },
    readAnswer: (event) => readAnswer(appid, event),
  }
}
