import type { Ctx } from './context'
import type { Secrets } from './crypto'
import type { DbOrTx } from './db'

/** Noun and participle; each is done again somewhere (jobs/redo.ts). */
export type DeletionKind =
  | 'announcement.withdrawn'
  | 'assignment.ended'
  | 'civility.withdrawn'
  | 'help.unsaid'
  | 'me.removed'
  | 'missing.ended'
  | 'missing.wiped'
  | 'party.left'
  | 'survey.closed'
  | 'survey.replaced'
  | 'thread.hidden'

/** Something that was deleted, withdrawn or ended for good, by its id alone. */
export interface Deletion {
  kind: DeletionKind
  target: string
  at: Date
  /** A status or an id that doing it again needs; never words. */
  detail: string
}

/** Works with the moment at which it was done; nobody asks for it now. */
export type RedoCtx = Omit<Ctx, 'actor'>

/** The same once more, on a database that was restored from before. What is not there, or gone, is left as it is. */
export type RedoAct = (ctx: RedoCtx, deletion: Deletion) => Promise<void>
/** What one feature can do again. */
export type Redo = Partial<Record<DeletionKind, RedoAct>>

/** Notes what is being deleted, in the transaction that does it; the same moment is noted once. */
export async function recordDeletion(
  { db, now }: { db: DbOrTx; now: Date },
  deletion: { kind: DeletionKind; target: string; detail?: string },
): Promise<void> {
  await db
    .insertInto('deletion')
    .values({ ...deletion, at: now, keptAt: null })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

const sealOf = (secrets: Pick<Secrets, 'keyedHash'>, { kind, target, at, detail }: Deletion) =>
  secrets.keyedHash('deletion', JSON.stringify([kind, target, at.toISOString(), detail]))

/** A line of the copies outside. Sealed, because whoever could write one would delete somebody at the next restore. */
export function deletionLine(secrets: Secrets, row: Deletion): string {
  const { kind, target, at, detail } = row
  return JSON.stringify({ kind, target, at, detail, seal: sealOf(secrets, row) })
}

/** Reads a line; undefined when it is none, or was not written under this key. */
export function readDeletion(secrets: Secrets, line: string): Deletion | undefined {
  try {
    const { seal, at, ...rest } = JSON.parse(line) as Omit<Deletion, 'at'> & { at: string; seal: string }
    const deletion = { ...rest, at: new Date(at) }
    return sealOf(secrets, deletion) === seal ? deletion : undefined
  } catch {
    return undefined
  }
}
