import type { CloudBase } from '@cloudbase/node-sdk'
import { askCloud } from './ask-cloud'
import type { WechatPort } from './ports'

/** How old the data of a group entry may be, in seconds; a cloudID itself lives five minutes. */
const GROUP_ENTRY_MAX_AGE_S = 600

interface GroupEntry {
  opengid?: unknown
  openGId?: unknown
  watermark?: { appid?: unknown; timestamp?: unknown }
}

/**
 * The opengid behind a cloudID. The cloud replaces the cloudID in the event by decrypted data, but a client could
 * send a look-alike object: the data is therefore fetched again by its cloudID (platform facts C1).
 */
export function cloudWechat(app: CloudBase, appid: string, now: () => Date): WechatPort {
  return {
    async resolveGroup(group) {
      const cloudId = (group as { cloudID?: unknown } | null | undefined)?.cloudID
      if (typeof cloudId !== 'string') {
        return undefined
      }
      const asked = app.callWxOpenApi({ apiName: 'getOpenData', requestData: { list: [cloudId] } })
      const reply = await askCloud('getOpenData', asked)
      const result = (typeof reply.result === 'string' ? JSON.parse(reply.result) : reply.result) as {
        list?: { data?: GroupEntry }[]
      }
      const entry = result.list?.[0]?.data
      const ageS = now().getTime() / 1000 - Number(entry?.watermark?.timestamp)
      if (entry?.watermark?.appid !== appid || !(Math.abs(ageS) <= GROUP_ENTRY_MAX_AGE_S)) {
        return undefined
      }
      const opengid = entry.opengid ?? entry.openGId
      return typeof opengid === 'string' ? opengid : undefined
    },
  }
}
