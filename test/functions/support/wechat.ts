import { randomUUID } from 'node:crypto'
import { bodyOf, fail, serve, type Standin, type Trouble } from './reply'

type Verdict = 'pass' | 'review' | 'risky'

export interface WechatApi extends Standin {
  /** Interfaces that were asked, in order, without their token. */
  asked: string[]
  trouble: Trouble | undefined
  /** Pictures that it was asked about: where they lie and under which id it will answer. */
  pictures: { url: string; traceId: string }[]
  /** The message that it pushes about a picture in the end (platform facts C5). */
  message(traceId: string, suggest: Verdict): object
}

/** WeChat's HTTP interfaces: stable token and content check, version 2 (platform facts C0, C5). */
export async function openWechat(appid: string, secret: string): Promise<WechatApi> {
  const asked: string[] = []
  const pictures: WechatApi['pictures'] = []
  const state: { trouble: Trouble | undefined } = { trouble: undefined }
  const token = `token-${randomUUID()}`

  const answers: Record<string, (body: Record<string, unknown>) => object> = {
    '/wxa/msg_sec_check': ({ content }) => ({
      errcode: 0,
      errmsg: 'ok',
      result: { suggest: String(content).includes('测试违规') ? 'risky' : 'pass', label: 100 },
      trace_id: randomUUID(),
    }),
    '/wxa/media_check_async': ({ media_url: url }) => {
      const traceId = randomUUID()
      pictures.push({ url: String(url), traceId })
      return { errcode: 0, errmsg: 'ok', trace_id: traceId }
    },
  }
  const answer = (path: string, given: string | null, body: Record<string, unknown>): object => {
    if (path === '/cgi-bin/stable_token') {
      const right = body.appid === appid && body.secret === secret
      return right ? { access_token: token, expires_in: 7200 } : { errcode: 40125, errmsg: 'invalid secret' }
    }
    return given === token
      ? (answers[path]?.(body) ?? { errcode: 40066, errmsg: 'invalid url' })
      : { errcode: 40001, errmsg: 'invalid credential' }
  }

  const standin = await serve(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wechat')
    const body = await bodyOf(request)
    asked.push(pathname)
    if (state.trouble !== undefined) {
      fail(response, state.trouble)
      return
    }
    const sent = JSON.parse(body.toString()) as Record<string, unknown>
    response.end(JSON.stringify(answer(pathname, searchParams.get('access_token'), sent)))
  })
  return Object.assign(state, standin, {
    asked,
    pictures,
    message: (traceId: string, suggest: Verdict) => ({
      ToUserName: 'gh_test',
      FromUserName: 'o-platform',
      CreateTime: Math.floor(Date.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid,
      trace_id: traceId,
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label: 100, prob: 90 }],
    }),
  })
}
