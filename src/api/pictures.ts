import { PICTURE_BYTES_MAX, type PictureRegion, type PictureView } from '~/types/picture'
import { call, newKey } from './call'
import { Failure } from './failure'
import type { ChosenFile } from './files'

export { chooseFiles, type ChosenFile } from './files'

/**
 * Sends one picture and returns what the server kept of it, without what `cover` names. Throws a Failure with words for
 * the person.
 */
export async function uploadPicture(file: ChosenFile, cover: PictureRegion[] = []): Promise<PictureView> {
  if (file.bytes > PICTURE_BYTES_MAX) {
    throw new Failure('INVALID', '照片超过10MB了,请换一张小一点的')
  }
  const upload = await call('picture.prepare', { bytes: file.bytes }, { key: newKey() })
  await file.send(upload)
  const covered = cover.length > 0 && { cover }
  return call('picture.finish', { pictureId: upload.pictureId, ...covered }, { key: newKey() })
}
