import type { PictureView } from '~/types/picture'
import type { Ctx } from '../../core/context'
import { invalid } from '../../core/errors'
import { presentPicture } from './present'
import { attachOwn, deleteLoose, findPictures, listLoose } from './repo'

/** Views of finished pictures by id. */
export async function pictureViews(ctx: Ctx, ids: string[]): Promise<Map<string, PictureView>> {
  const rows = await findPictures(ctx.db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, presentPicture(row, ctx.ports.storage.url(row.fileKey ?? ''))]))
}

/** Uses pictures that the caller has uploaded and not used yet. INVALID at `pictureIds` when one is not. */
export async function attachPictures(ctx: Ctx, ids: string[]): Promise<void> {
  const attached = await attachOwn(ctx.db, ids, ctx.actor.user.id, ctx.now)
  if (attached.length !== new Set(ids).size || new Set(ids).size !== ids.length) {
    throw invalid({ pictureIds: '有照片没有传好,请删掉那张重新传' })
  }
}

export { deleteLoose, listLoose }
