import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { blockPerson } from '../../block/queries'
import { openPost } from '../opening'

/** The caller and who wrote this are no longer shown each other. */
export async function blockAuthor(ctx: Ctx, { id }: Input<'thread.block'>): Promise<Output<'thread.block'>> {
  const { post } = await openPost(ctx, id, 'thread.block')
  await blockPerson(ctx, post.userId)
  return { blocked: true }
}
