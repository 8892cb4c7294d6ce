import type { PictureApi } from '~/types/picture'
import { defineActions } from '../../core/action'
import { finishPicture } from './commands/finish'
import { preparePicture } from './commands/prepare'
import * as schema from './schema'

export const pictureActions = defineActions<keyof PictureApi>({
  'picture.prepare': {
    input: schema.prepare,
    rule: 'person',
    write: true,
    audit: null,
    handler: preparePicture,
  },
  'picture.finish': {
    input: schema.finish,
    rule: 'person',
    write: false,
    audit: null,
    handler: finishPicture,
  },
})
