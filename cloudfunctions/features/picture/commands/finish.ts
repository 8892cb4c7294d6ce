import type { Input } from '~/types/api'
import type { PictureView } from '~/types/picture'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { coverRegions } from '../blur'
import { cleanPicture } from '../clean'
import { pictureViews } from '../queries'
import { findOwn, updatePicture } from '../repo'

/**
 * Turns the raw upload into a clean picture. Outside a transaction, since it waits for the storage; finishing twice
 * writes the same file and gives the same picture.
 */
export async function finishPicture(
  ctx: Ctx,
  { pictureId, cover = [] }: Input<'picture.finish'>,
): Promise<PictureView> {
  const row = await findOwn(ctx.db, pictureId, ctx.actor.user.id)
  if (row === undefined) {
    throw notFound('张照片')
  }
  const { storage } = ctx.ports
  if (row.fileKey === null) {
    const whole = await cleanPicture(await storage.readUpload(row.rawPath))
    const clean = cover.length === 0 ? whole : await coverRegions(whole, cover)
    const fileKey = await storage.write(`pictures/${row.id}.jpg`, clean.bytes)
    const { width, height } = clean
    await updatePicture(ctx.db, row.id, { fileKey, width, height, bytes: clean.bytes.length })
  }
  // A raw file that stays behind holds the place where it was taken, so failing to delete it is an error, and
  // finishing again tries again.
  await storage.removeUpload(row.rawPath)
  const view = (await pictureViews(ctx, [pictureId], 'people')).get(pictureId)
  if (view === undefined) {
    throw notFound('张照片')
  }
  return view
}
