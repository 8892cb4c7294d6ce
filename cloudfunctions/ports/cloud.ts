import tcb from '@cloudbase/node-sdk'
import { cloudContent, type Program } from './content'
import { cloudIdentity } from './identity'
import type { Ports } from './ports'
import { cloudStorage } from './storage'
import { cloudWechat } from './wechat'

/** The real outside: one CloudBase environment and the mini program that belongs to it. */
export function cloudPorts(env: string, program: Program, now: () => Date): Ports {
  const app = tcb.init({ env })
  return {
    identity: cloudIdentity,
    wechat: cloudWechat(app, program.appid, now),
    storage: cloudStorage(app),
    content: cloudContent(program, now),
  }
}
