import type { DbOrTx } from './db'
import { sha256 } from './crypto'
import type { Row } from './schema'

const CHAINS = 16

export interface AuditEntry {
  at: Date
  userId: string | null
  action: string
  target: string
  areaCode: string
  result: string
  reason: string
  requestId: string
}

/** What a row's hash covers: everything in it, in a fixed order. */
export function auditHash(entry: AuditEntry & { chain: number; seq: number; prevHash: string }): string {
  return sha256(
    JSON.stringify([
      entry.chain,
      entry.seq,
      entry.prevHash,
      entry.at.toISOString(),
      entry.userId,
      entry.action,
      entry.target,
      entry.areaCode,
      entry.result,
      entry.reason,
      entry.requestId,
    ]),
  )
}

/**
 * Appends to one of sixteen chains. Must be the last statement of a transaction: it holds the head of the chain
 * until the commit, and whoever writes to the same chain waits.
 */
export async function appendAudit(tx: DbOrTx, entry: AuditEntry): Promise<void> {
  const chain = Number.parseInt(sha256(entry.userId ?? entry.requestId).slice(0, 1), 16) % CHAINS
  const head = await tx
    .selectFrom('auditChain')
    .select(['seq', 'hash'])
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const seq = head.seq + 1
  const row = { ...entry, chain, seq, prevHash: head.hash }
  const hash = auditHash(row)
  await tx
    .insertInto('auditLog')
    .values({ ...row, hash })
    .execute()
  await tx.updateTable('auditChain').set({ seq, hash }).where('chain', '=', chain).execute()
}

/** The first place where a chain does not hold, or null. `head` is what the chain table says. */
export function findBreak(
  rows: Row<'auditLog'>[],
  head: Row<'auditChain'>,
): { seq: number; why: string } | null {
  let prevHash = '0'.repeat(64)
  let seq = 0
  for (const row of rows) {
    seq += 1
    if (row.seq !== seq || row.prevHash !== prevHash) {
      return { seq, why: 'missing or reordered' }
    }
    if (auditHash(row) !== row.hash) {
      return { seq, why: 'changed' }
    }
    prevHash = row.hash
  }
  return head.seq === seq && head.hash === prevHash ? null : { seq: seq + 1, why: 'cut off' }
}

/** Walks all chains; used by the operator's check and the tests. */
export async function verifyAudit(db: DbOrTx): Promise<{ chain: number; seq: number; why: string }[]> {
  const heads = await db.selectFrom('auditChain').selectAll().orderBy('chain').execute()
  const broken = []
  for (const head of heads) {
    const rows = await db
      .selectFrom('auditLog')
      .selectAll()
      .where('chain', '=', head.chain)
      .orderBy('seq')
      .execute()
    const found = findBreak(rows, head)
    if (found !== null) {
      broken.push({ chain: head.chain, ...found })
    }
  }
  return broken
}
