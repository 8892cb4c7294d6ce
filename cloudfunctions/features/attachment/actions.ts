import type { AttachmentApi } from '~/types/attachment'
import { defineActions } from '../../core/action'
import { finishAttachment } from './commands/finish'
import { prepareAttachment } from './commands/prepare'
import * as schema from './schema'

export const attachmentActions = defineActions<keyof AttachmentApi>({
  'attachment.prepare': {
    input: schema.prepare,
    // Only what staff says to many brings a file.
    rule: 'announcement.manage',
    write: true,
    audit: null,
    handler: prepareAttachment,
  },
  'attachment.finish': {
    input: schema.finish,
    rule: 'announcement.manage',
    write: false,
    audit: null,
    handler: finishAttachment,
  },
})
