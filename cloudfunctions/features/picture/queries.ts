import { sql } from 'kysely'
import type { PictureView } from '~/types/picture'
import { countUnchecked, type Unchecked } from '../../core/claim'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { invalid } from '../../core/errors'
import { presentPicture } from './present'
import { attachOwn, deleteLoose, findPictures, listLoose, passHeld, withdrawPictures } from './repo'

/** Neighbours see what the platform lets pass; the people of a case, author and staff, see everything at once. */
export type PictureReader = 'neighbour' | 'people'

/** Views by id of the finished pictures that the reader may see. */
export async function pictureViews(
  ctx: Ctx,
  ids: string[],
  reader: PictureReader,
): Promise<Map<string, PictureView>> {
  const rows = await findPictures(ctx.db, [...new Set(ids)])
  const views = rows.map((row) => presentPicture(row, ctx.ports.storage.url(row.fileKey ?? '')))
  return new Map(views.filter((view) => mayShow(view, reader)).map((view) => [view.id, view]))
}

/** Whether one picture is for this reader. */
export const mayShow = ({ content }: PictureView, reader: PictureReader) =>
  reader === 'people' || content === 'passed'

/** Uses pictures that the caller has uploaded and not used yet. INVALID at `pictureIds` when one is not. */
export async function attachPictures(ctx: Ctx, ids: string[]): Promise<void> {
  const attached = await attachOwn(ctx.db, ids, ctx.actor.user.id, ctx.now)
  if (attached.length !== new Set(ids).size || new Set(ids).size !== ids.length) {
    throw invalid({ pictureIds: '有照片没有传好,请删掉那张重新传' })
  }
}

export { deleteLoose, listLoose, passHeld, withdrawPictures }

/** Pictures in use that wait for the platform; what nobody has used is not asked about. */
export const countUncheckedPictures = (db: DbOrTx): Promise<Unchecked> =>
  countUnchecked(db, { table: 'picture', only: sql`attached_at IS NOT NULL` }, 'created_at')
