import type { ThreadApi } from '~/types/thread'
import { defineActions } from '../../core/action'
import { checkAfterPost } from './check'
import { blockAuthor } from './commands/block'
import { hidePost } from './commands/hide'
import { listThread } from './commands/list'
import { passPost } from './commands/pass'
import { postToThread } from './commands/post'
import { reportPost } from './commands/report'
import * as schema from './schema'

const read = { write: false, audit: null, rule: 'person' } as const
const write = { write: true, rule: 'person' } as const

export const threadActions = defineActions<keyof ThreadApi>({
  'thread.list': { ...read, input: schema.list, handler: listThread },
  'thread.post': {
    ...write,
    input: schema.post,
    audit: 'thread.posted',
    handler: postToThread,
    after: checkAfterPost,
  },
  'thread.hide': { ...write, input: schema.hide, audit: 'thread.hidden', handler: hidePost },
  'thread.report': { ...write, input: schema.report, audit: 'thread.reported', handler: reportPost },
  'thread.pass': { ...write, input: schema.pass, audit: 'thread.passed', handler: passPost },
  'thread.block': { ...write, input: schema.block, audit: 'thread.blocked', handler: blockAuthor },
})
