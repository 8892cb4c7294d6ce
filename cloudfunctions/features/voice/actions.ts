import type { VoiceApi } from '~/types/voice'
import { defineActions } from '../../core/action'
import { finishVoice } from './commands/finish'
import { prepareVoice } from './commands/prepare'
import * as schema from './schema'

export const voiceActions = defineActions<keyof VoiceApi>({
  'voice.prepare': {
    input: schema.prepare,
    rule: 'person',
    write: true,
    audit: null,
    handler: prepareVoice,
  },
  'voice.finish': {
    input: schema.finish,
    rule: 'person',
    write: false,
    audit: null,
    handler: finishVoice,
  },
})
