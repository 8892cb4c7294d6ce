import tcb from '@cloudbase/node-sdk'
import type { Log } from '../core/log'
import { cloudContent } from './content'
import { cloudIdentity } from './identity'
import { cloudMessages, type Templates } from './messages'
import type { Ports } from './ports'
import { cloudSpeech, type Account } from './speech'
import { cloudStorage } from './storage'
import { cloudWechat } from './wechat'
import { wechatHttp, type Program } from './wechat-http'

interface Outside {
  /** Id of the CloudBase environment. */
  env: string
  program: Program
  /** Where WeChat's HTTP interfaces are asked; a proxy where the functions cannot reach WeChat's own address. */
  wechatUrl: string | undefined
  /** Messages that the mini program's account may send to people who let them through. */
  templates: Templates
  /** Pays for the recognition of speech; without one recordings are only kept. */
  speech: Account | undefined
}

/** The real outside: one CloudBase environment and the mini program that belongs to it. */
export function cloudPorts(
  { env, program, wechatUrl, templates, speech }: Outside,
  now: () => Date,
  log: Log,
): Ports {
  const app = tcb.init({ env })
  const http = wechatHttp(program, now, wechatUrl)
  return {
    identity: cloudIdentity,
    wechat: cloudWechat(app, program.appid, now),
    storage: cloudStorage(app),
    content: cloudContent(program.appid, http),
    messages: cloudMessages(templates, http),
    speech: cloudSpeech(speech, now, log),
  }
}
