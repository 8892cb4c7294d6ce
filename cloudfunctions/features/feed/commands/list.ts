import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { notFound } from '../../../core/errors'
import { shownGridOf } from '../../me/queries'
import { pictureViews } from '../../picture/queries'
import { mayReadFeed } from '../policy'
import { presentFeedItem } from '../present'
import { listFeed } from '../repo'

/** The feed of a grid, newest first; of the grid the caller is looking at when none is named. */
export async function listFeedItems(ctx: Ctx, input: Input<'feed.list'>): Promise<Output<'feed.list'>> {
  const { areaCode = shownGridOf(ctx.actor), limit = PAGE.usual } = input
  if (areaCode === undefined) {
    return { items: [] }
  }
  if (!mayReadFeed(ctx.actor, areaCode)) {
    throw notFound('个网格')
  }
  const before = decodeCursor(input.cursor, 2)
  const since = input.since === undefined ? undefined : new Date(input.since)
  const rows = await listFeed(ctx.db, { areaCode, before, since, limit })
  const pictures = await pictureViews(
    ctx,
    rows.flatMap((row) => row.pictureId ?? []),
    'neighbour',
  )
  return toPage(
    rows,
    limit,
    (row) => [row.at.toISOString(), row.id],
    (row) => presentFeedItem(row, pictures.get(row.pictureId ?? '')),
  )
}
