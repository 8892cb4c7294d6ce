import { AppError } from '../core/errors'
import type { ContentPort, ContentVerdict } from './ports'

const HOST = 'https://api.weixin.qq.com'
/** Scene 3 of the platform: a forum, which others read. */
const FORUM = 3
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

/** msg_sec_check version 2: it answers errcode 0 and a verdict (platform facts C5), over HTTPS with a stable token (C0). */
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
  const check = async (openid: string, content: string): Promise<Reply> => {
    const address = `${host}/wxa/msg_sec_check?access_token=${encodeURIComponent(await freshToken())}`
    return post(address, { content, version: 2, scene: FORUM, openid })
  }
  return {
    async checkText({ openid, text }) {
      let reply = await check(openid, text)
      if (TOKEN_ENDED.includes(reply.errcode ?? 0)) {
        token = { value: '', endsAt: 0 }
        reply = await check(openid, text)
      }
      const { errcode = 0, result } = reply
      if (NOT_FOR_THE_PLATFORM.includes(errcode)) {
        return 'review'
      }
      if (errcode !== 0 || !VERDICTS.includes(result?.suggest)) {
        throw failed('msg_sec_check', errcode)
      }
      return result?.suggest as ContentVerdict
    },
  }
}
