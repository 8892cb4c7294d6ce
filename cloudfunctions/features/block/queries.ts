import type { BlockView } from '~/types/thread'
import type { Ctx } from '../../core/context'
import { maskName } from '../../core/masking'
import { insertPair, listApart, listBlocked } from './repo'

/** The caller does not want to meet this person here any more. Blocking twice is blocking once. */
export async function blockPerson(ctx: Ctx, otherId: string): Promise<void> {
  const row = { id: ctx.newId(), userId: ctx.actor.user.id, otherId, at: ctx.now }
  await insertPair(ctx.db, row)
}

/** Everybody whom the caller is not shown, and who are not shown the caller. */
export async function apartFrom(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Set<string>> {
  return new Set(await listApart(ctx.db, ctx.actor.user.id))
}

/** Everybody apart from somebody else than the caller. */
export async function apartFromUser(db: Ctx['db'], userId: string): Promise<Set<string>> {
  return new Set(await listApart(db, userId))
}

export async function viewBlocked(ctx: Ctx): Promise<{ items: BlockView[] }> {
  const rows = await listBlocked(ctx.db, ctx.actor.user.id)
  return {
    items: rows.map(({ id, name, at }) => ({ id, name: maskName(name) || '一位邻居', at: at.toISOString() })),
  }
}
