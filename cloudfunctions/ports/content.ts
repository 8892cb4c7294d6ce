import { readAnswer } from './answer'
import type { ContentPort, ContentVerdict } from './ports'
import { failed, type Reply, type WechatHttp } from './wechat-http'

/** Scene 3 of the platform: a forum, which others read. */
const FORUM = 3
/** Kind of medium: 1 is sound, 2 a picture. */
const PICTURE = 2
/** The platform does not judge this author, at work longer than two hours for one: then people do. */
const NOT_FOR_THE_PLATFORM = [40003, 43104, 61010]
const VERDICTS: readonly unknown[] = ['pass', 'review', 'risky'] satisfies ContentVerdict[]

/**
 * msg_sec_check version 2 answers errcode 0 and a verdict, media_check_async version 2 the id under which its verdict
 * is pushed (platform facts C5).
 */
export function cloudContent(appid: string, http: WechatHttp): ContentPort {
  /** Undefined when the platform does not judge this author. */
  const ask = async (name: string, body: object): Promise<Reply | undefined> => {
    const reply = await http(`/wxa/${name}`, body)
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
