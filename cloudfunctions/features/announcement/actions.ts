import type { AnnouncementApi } from '~/types/announcement'
import { defineActions } from '../../core/action'
import { deliverBroadcasts } from '../broadcast/queries'
import { answerAnnouncement } from './commands/answer'
import { approveAnnouncement } from './commands/approve'
import { createAnnouncement } from './commands/create'
import { readAnnouncement } from './commands/info'
import { listAnnouncements } from './commands/list'
import { publishAnnouncement } from './commands/publish'
import { readReach } from './commands/reach'
import { remindAnnouncement } from './commands/remind'
import { listUnreachedOf } from './commands/unreached'
import { stopAnnouncement } from './commands/stop'
import { listTemplates } from './commands/templates'
import { withdrawAnnouncement } from './commands/withdraw'
import * as schema from './schema'

const read = { write: false, audit: null } as const
const write = { write: true } as const

export const announcementActions = defineActions<keyof AnnouncementApi>({
  'announcement.create': {
    ...write,
    input: schema.create,
    rule: 'announcement.manage',
    audit: 'announcement.created',
    handler: createAnnouncement,
  },
  'announcement.approve': {
    ...write,
    input: schema.approve,
    rule: 'announcement.approve',
    audit: 'announcement.decided',
    handler: approveAnnouncement,
  },
  'announcement.publish': {
    ...write,
    input: schema.publish,
    rule: 'announcement.manage',
    audit: 'announcement.published',
    handler: publishAnnouncement,
    // An emergency does not wait for the timer's next minute.
    after: async (deps, newId, { urgency, status }) => {
      if (urgency === 'emergency' && status === 'published') {
        await deliverBroadcasts(deps, newId)
      }
    },
  },
  // Writes that somebody opened it, and nothing else.
  'announcement.info': {
    ...write,
    input: schema.one,
    rule: 'person',
    audit: null,
    handler: readAnnouncement,
  },
  'announcement.list': { ...read, input: schema.list, rule: 'person', handler: listAnnouncements },
  'announcement.reach': { ...read, input: schema.reach, rule: 'announcement.manage', handler: readReach },
  'announcement.unreached': {
    ...read,
    input: schema.unreached,
    rule: 'announcement.manage',
    handler: listUnreachedOf,
  },
  'announcement.answer': {
    ...write,
    input: schema.answer,
    rule: 'person',
    audit: 'announcement.answered',
    handler: answerAnnouncement,
  },
  'announcement.remind': {
    ...write,
    input: schema.one,
    rule: 'announcement.manage',
    audit: 'announcement.reminded',
    handler: remindAnnouncement,
  },
  'announcement.stop': {
    ...write,
    input: schema.one,
    rule: 'announcement.manage',
    audit: 'announcement.stopped',
    handler: stopAnnouncement,
  },
  'announcement.templates': {
    ...read,
    input: schema.templates,
    rule: 'announcement.manage',
    handler: listTemplates,
  },
  'announcement.withdraw': {
    ...write,
    input: schema.withdraw,
    rule: 'announcement.manage',
    audit: 'announcement.withdrawn',
    handler: withdrawAnnouncement,
  },
})
