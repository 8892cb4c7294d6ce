import tcb from '@cloudbase/node-sdk'
import type { Log } from '../core/log'
import { cloudContent, type Program } from './content'
import { cloudIdentity } from './identity'
import type { Ports } from './ports'
import { cloudSpeech, type Account } from './speech'
import { cloudStorage } from './storage'
import { cloudWechat } from './wechat'

interface Outside {
  /** Id of the CloudBase environment. */
  env: string
  program: Program
  /** Where WeChat's HTTP interfaces are asked; a proxy where the functions cannot reach WeChat's own address. */
  wechatUrl: string | undefined
  /** Pays for the recognition of speech; without one recordings are only kept. */
  speech: Account | undefined
}

/** The real outside: one CloudBase environment and the mini program that belongs to it. */
export function cloudPorts({ env, program, wechatUrl, speech }: Outside, now: () => Date, log: Log): Ports {
  const app = tcb.init({ env })
  return {
    identity: cloudIdentity,
    wechat: cloudWechat(app, program.appid, now),
    storage: cloudStorage(app),
    content: cloudContent(program, now, wechatUrl),
    speech: cloudSpeech(speech, now, log),
  }
}
