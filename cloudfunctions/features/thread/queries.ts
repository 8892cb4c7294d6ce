import { sql } from 'kysely'
import type { ThreadKind } from '~/types/thread'
import { countUnchecked, type Unchecked } from '../../core/claim'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'

export { keeper } from './kept'

/** What a thread must know of what it hangs on, and of the caller there. */
export interface ThreadPlace {
  areaCode: string
  /** Who asked; others see whose thread it is. */
  ownerId: string
  canPost: boolean
  /** The caller looks after what is said here. */
  isStaff: boolean
}

/** A noun that a thread hangs on. */
export interface ThreadOwner {
  /** NOT_FOUND when for the caller there is none. */
  open(ctx: Ctx, id: string): Promise<ThreadPlace>
  /** Where somebody who is told of an answer goes, and what it is about; undefined when it is over. */
  page(db: DbOrTx, id: string): Promise<{ title: string; path: string } | undefined>
}

/** Posts under some things of one noun. */
export async function countPosts(
  db: DbOrTx,
  kind: ThreadKind,
  targetIds: string[],
): Promise<Map<string, number>> {
  const rows =
    targetIds.length === 0
      ? []
      : await db
          .selectFrom('thread')
          .select(['targetId', 'posts'])
          .where('kind', '=', kind)
          .where('targetId', 'in', targetIds)
          .execute()
  return new Map(rows.map(({ targetId, posts }) => [targetId, posts]))
}

/** Posts that wait for the platform. */
export const countUncheckedPosts = (db: DbOrTx): Promise<Unchecked> =>
  countUnchecked(db, { table: 'post', only: sql`true` }, 'at')
