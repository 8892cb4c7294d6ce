import { AppError } from '../core/errors'

const HOST = 'https://api.weixin.qq.com'
/** How long one answer may take, in milliseconds. */
const PATIENCE_MS = 3000
/** A token is given up this many seconds before it ends. */
const TOKEN_MARGIN_S = 300
const TOKEN_ENDED = [40001, 40014, 42001]

/** The mini program, as WeChat's HTTP interfaces know it. */
export interface Program {
  appid: string
  secret: string
}

/** What the interfaces answer, as far as any caller reads it. */
export interface Reply {
  errcode?: number
  access_token?: string
  expires_in?: number
  result?: { suggest?: string }
  trace_id?: string
}

/** Says what failed by its number; the platform's own message may quote what was sent. */
export const failed = (what: string, errcode: number) =>
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

/** Asks one interface; the errcode in the reply is the caller's to judge. Throws when WeChat is silent. */
export type WechatHttp = (path: string, body: object) => Promise<Reply>

/**
 * WeChat's HTTP interfaces with a stable token (platform facts C0). Each instance of a function asks for its own: until
 * five minutes before its end WeChat gives all of them the same one, and no instance makes another's useless.
 */
export function wechatHttp({ appid, secret }: Program, now: () => Date, host = HOST): WechatHttp {
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
  const send = async (path: string, body: object): Promise<Reply> =>
    post(`${host}${path}?access_token=${encodeURIComponent(await freshToken())}`, body)
  return async (path, body) => {
    const reply = await send(path, body)
    if (!TOKEN_ENDED.includes(reply.errcode ?? 0)) {
      return reply
    }
    token = { value: '', endsAt: 0 }
    return send(path, body)
  }
}
