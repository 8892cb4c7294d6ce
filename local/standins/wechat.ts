import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { WechatPort } from '~/cloudfunctions/ports/ports'

/** Appid of the simulated mini program. */
export const APPID = 'wxlocal0000000000'
/** A cloudID lives five minutes, as in WeChat, in milliseconds of the real clock. */
const CLOUD_ID_LIFE_MS = 5 * 60_000

/** What an event carries after `wx.cloud.CloudID` of a group entry. */
export interface GroupEntry {
  cloudID: string
}

/** A one-machine WeChat server: it alone knows which group a cloudID stands for. */
export interface WechatStandin extends WechatPort {
  /** What the phone gets from `getGroupEnterInfo` when the program is opened from this group. */
  enterFrom(opengid: string): GroupEntry
}

/** Keeps no list: the group and the time are sealed into the cloudID with a key that only this process has. */
export function createWechatStandin(realNow: () => number = Date.now): WechatStandin {
  const key = randomBytes(32)
  const seal = (body: string) => createHmac('sha256', key).update(body).digest('base64url')
  return {
    enterFrom(opengid) {
      const body = `${Buffer.from(opengid).toString('base64url')}.${realNow()}`
      return { cloudID: `local.${body}.${seal(body)}` }
    },
    resolveGroup(group) {
      const cloudId = (group as { cloudID?: unknown } | null | undefined)?.cloudID
      const [prefix, opengid = '', issuedAt = '', mark = ''] = String(cloudId).split('.')
      const expected = Buffer.from(seal(`${opengid}.${issuedAt}`))
      const given = Buffer.from(mark)
      if (prefix !== 'local' || given.length !== expected.length || !timingSafeEqual(given, expected)) {
        return Promise.resolve(undefined)
      }
      const age = realNow() - Number(issuedAt)
      const known = age <= CLOUD_ID_LIFE_MS
      return Promise.resolve(known ? Buffer.from(opengid, 'base64url').toString('utf8') : undefined)
    },
  }
}
