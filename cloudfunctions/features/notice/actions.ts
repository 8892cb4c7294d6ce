import type { NoticeApi } from '~/types/notice'
import { defineActions } from '../../core/action'
import { listOwnNotices } from './commands/list'
import { readNotice } from './commands/read'
import * as schema from './schema'

export const noticeActions = defineActions<keyof NoticeApi>({
  'notice.list': {
    input: schema.list,
    rule: 'person',
    write: false,
    audit: null,
    handler: listOwnNotices,
  },
  'notice.read': {
    input: schema.read,
    rule: 'person',
    write: true,
    audit: null,
    handler: readNotice,
  },
})
