import { defineActions } from '../../core/action'
import { listFeedItems } from './commands/list'
import * as schema from './schema'

export const feedActions = defineActions<'feed.list'>({
  'feed.list': { input: schema.list, rule: 'person', write: false, audit: null, handler: listFeedItems },
})
