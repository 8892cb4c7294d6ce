import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { openPostgres, type Db } from '~/cloudfunctions/core/db'
import type { Action, ApiReply, Input, Output } from '~/types/api'
import type { Role } from '~/types/roles'
import { cloneTemplate } from '../../support/clone'
import { openGateway, type CloudGateway } from './gateway'
import { startInstance, type Instance } from './instance'
import { installFunctions } from './install'
import { openWechat, type WechatApi } from './wechat'

export const APPID = 'wxtest0000000000'
const SECRET = randomBytes(16).toString('hex')
const NAMES = ['api', 'jobs', 'push', 'health'] as const
export type FunctionName = (typeof NAMES)[number]

/** A phone on which the program is open. */
export interface Phone {
  openid: string
  /** What `wx.cloud.callFunction({ name: 'api' })` gives; `opengid` when opened from that group. */
  ask<A extends Action>(action: A, input: Input<A>, options?: Asking): Promise<ApiReply<A>>
  /** The data of an answer that must be good. */
  call<A extends Action>(action: A, input: Input<A>, options?: Asking): Promise<Output<A>>
}
interface Asking {
  key?: string
  opengid?: string
  /** Another instance of `api` than the usual one. */
  instance?: Instance
}

export interface Cloud {
  db: Db
  gateway: CloudGateway
  wechat: WechatApi
  variables: Record<string, string>
  /** A new instance; `changed` replaces variables, an empty one is not set. */
  start(name: FunctionName, changed?: Record<string, string>): Promise<Instance>
  /** The usual instance of each function. */
  api: Instance
  jobs: Instance
  push: Instance
  health: Instance
  phone(openid?: string): Phone
  /** Makes somebody who has opened the program an official. */
  appoint(phone: Phone, role: Role, areaCode: string): Promise<void>
  close(): Promise<void>
}

/** The functions as they are deployed, with a database, CloudBase and WeChat of their own. */
export async function openCloud(): Promise<Cloud> {
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined) {
    throw new Error('TEST_DATABASE_URL is missing: run `npm run test:functions`')
  }
  const folder = installFunctions([...NAMES])
  const url = await cloneTemplate(server, 'micro_grid_functions')
  const db = openPostgres(url, 4)
  const gateway = await openGateway(APPID)
  const wechat = await openWechat(APPID, SECRET)
  const variables = {
    WX_APPID: APPID,
    WX_SECRET: SECRET,
    WX_API_URL: wechat.url,
    DATABASE_URL: url,
    DATA_KEY: randomBytes(32).toString('base64'),
    METRICS_TOKEN: randomBytes(16).toString('hex'),
  }
  /** What cloudbaserc.json gives `health`, and nothing else. */
  const WATCHING = ['DATABASE_URL', 'METRICS_TOKEN']
  const instances: Instance[] = []
  const start: Cloud['start'] = async (name, changed = {}) => {
    const set = Object.entries({ ...variables, ...changed })
      .filter(([, value]) => value !== '')
      .filter(([variable]) => name !== 'health' || WATCHING.includes(variable))
    const instance = await startInstance(path.join(folder, name), Object.fromEntries(set), gateway.url)
    instances.push(instance)
    return instance
  }
  const [api, jobs, push] = [await start('api'), await start('jobs'), await start('push')]
  const health = await start('health')

  const phone = (openid = `o-${randomUUID()}`): Phone => {
    const ask = async <A extends Action>(action: A, input: Input<A>, options: Asking = {}) => {
      const { key, opengid, instance = api } = options
      // A phone sends a CloudID, which the platform replaces by what it decrypted (platform facts C1).
      const cloudID = opengid === undefined ? undefined : gateway.cloudId(opengid)
      const group = cloudID === undefined ? {} : { group: { cloudID, data: { opengid } } }
      const event = { action, input, ...(key !== undefined && { key }), ...group }
      return (await instance.call(event, { openid })) as ApiReply<A>
    }
    return {
      openid,
      ask,
      async call(action, input, options) {
        const reply = await ask(action, input, options)
        if (!reply.ok) {
          throw new Error(`${action}: ${reply.error.code} ${reply.error.message}`)
        }
        return reply.data
      },
    }
  }
  return {
    db,
    gateway,
    wechat,
    variables,
    start,
    api,
    jobs,
    push,
    health,
    phone,
    async appoint({ openid }, role, areaCode) {
      const { id: userId } = await db
        .selectFrom('appUser')
        .select('id')
        .where('openid', '=', openid)
        .executeTakeFirstOrThrow()
      const fromAt = new Date(Date.now() - 60_000)
      const open = { departmentCode: null, toAt: null, givenBy: null, endedBy: null, endReason: null }
      await db
        .insertInto('assignment')
        .values({ id: randomUUID(), userId, role, areaCode, fromAt, ...open })
        .execute()
    },
    async close() {
      await Promise.all(instances.map((instance) => instance.stop()))
      await Promise.all([gateway.close(), wechat.close(), db.destroy()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
