import type { DbOrTx, Tx } from './db'
import { sha256, type Secrets } from './crypto'
import { conflict } from './errors'

interface Claim {
  userId: string
  key: string
  action: string
  input: unknown
  now: Date
}

/** JSON with sorted keys, so that the same input always hashes the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/**
 * Runs `act` once for each key and person. Whoever comes second waits at the unique index until the first has
 * committed, and gets the first answer. The same key with another input is refused. Answers are kept sealed, since
 * they may hold a number to call or everything that is kept about somebody.
 */
export async function once<T>(tx: Tx, secrets: Secrets, claim: Claim, act: () => Promise<T>): Promise<T> {
  const { userId, key, action, now } = claim
  const inputHash = sha256(canonical(claim.input))
  const made = await tx
    .insertInto('idempotencyKey')
    .values({ userId, key, action, inputHash, output: null, createdAt: now })
    .onConflict((oc) => oc.columns(['userId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (made === undefined) {
    const first = await tx
      .selectFrom('idempotencyKey')
      .select(['action', 'inputHash', 'output'])
      .where('userId', '=', userId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (first.action !== action || first.inputHash !== inputHash) {
      throw conflict('key_reused', '这次提交和上次的内容不一样,请返回重新提交')
    }
    return JSON.parse(secrets.decrypt(String(first.output))) as T
  }
  const output = await act()
  await tx
    .updateTable('idempotencyKey')
    .set({ output: JSON.stringify(secrets.encrypt(JSON.stringify(output))) })
    .where('userId', '=', userId)
    .where('key', '=', key)
    .execute()
  return output
}

/** Deletes kept answers of a noun's actions (`missing.`) from before a moment: they hold what was shown then. */
export async function forgetAnswers(db: DbOrTx, noun: string, before: Date): Promise<void> {
  await db
    .deleteFrom('idempotencyKey')
    .where('action', 'like', `${noun}.%`)
    .where('createdAt', '<=', before)
    .execute()
}
