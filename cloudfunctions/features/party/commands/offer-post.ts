import type { Input } from '~/types/api'
import type { PartyPostView } from '~/types/party'
import { can, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { forbidden, invalid, notFound } from '../../../core/errors'
import { viewPosts } from '../queries'
import { findNamed, findPost, findPosts, insertPost, updatePost, type PostRow } from '../repo'

type OfferInput = Input<'party.offerPost'>

/** A post that members may take, or a change to it; who holds it keeps it when it is put away. */
export async function offerPost(ctx: Ctx, input: OfferInput): Promise<PartyPostView> {
  const post = input.id === undefined ? await make(ctx, input) : await change(ctx, input.id, input)
  ctx.trail = { target: post.id, areaCode: post.areaCode }
  const [view] = await viewPosts(ctx, await findPosts(ctx.db, post.areaCode, [post.id]))
  if (view === undefined) {
    throw notFound('个岗位')
  }
  return view
}

async function make(ctx: Ctx, { name, line, shown }: OfferInput): Promise<PostRow> {
  const [areaCode] = scopesOf(ctx.actor, 'party.manage')
  if (areaCode === undefined) {
    throw forbidden()
  }
  const row = { id: ctx.newId(), areaCode, name, line, shown, offeredBy: ctx.actor.user.id }
  const post = (await insertPost(ctx.db, row)) ?? (await findNamed(ctx.db, areaCode, name))
  if (post === undefined || post.line !== line || post.shown !== shown) {
    throw invalid({ name: '已经有这个岗位了' })
  }
  return post
}

async function change(ctx: Ctx, id: string, { name, line, shown }: OfferInput): Promise<PostRow> {
  const post = await findPost(ctx.db, id)
  if (post === undefined || !can(ctx.actor, 'party.manage', post.areaCode)) {
    throw notFound('个岗位')
  }
  const other = await findNamed(ctx.db, post.areaCode, name)
  if (other !== undefined && other.id !== id) {
    throw invalid({ name: '已经有这个岗位了' })
  }
  return updatePost(ctx.db, id, { name, line, shown })
}
