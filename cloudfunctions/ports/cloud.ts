import tcb from '@cloudbase/node-sdk'
import { cloudIdentity } from './identity'
import type { Ports } from './ports'
import { cloudStorage } from './storage'
import { cloudWechat } from './wechat'

/** The real outside: one CloudBase environment and the mini program that belongs to it. */
export function cloudPorts(env: string, appid: string, now: () => Date): Ports {
  const app = tcb.init({ env })
  return { identity: cloudIdentity, wechat: cloudWechat(app, appid, now), storage: cloudStorage(app) }
}
