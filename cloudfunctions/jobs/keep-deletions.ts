import { deletionLine } from '../core/deletion'
import type { Deps } from '../core/deps'

/** Rows in one file. */
const BATCH = 1_000

/**
 * Copies what was deleted to where a restored backup does not reach: to the storage, a file of lines for each run that
 * finds any. A run that is killed in between writes the same again, which does no harm. Returns how many.
 */
export async function keepDeletions({ db, clock, secrets, ports }: Deps): Promise<number> {
  const rows = await db
    .selectFrom('deletion')
    .selectAll()
    .where('keptAt', 'is', null)
    .orderBy('at')
    .orderBy('target')
    .limit(BATCH)
    .execute()
  const [first] = rows
  if (first === undefined) {
    return 0
  }
  const text = rows.map((row) => `${deletionLine(secrets, row)}\n`).join('')
  const stamp = first.at.toISOString().replace(/[^0-9TZ]/g, '')
  await ports.storage.write(`deletions/${stamp}-${first.target}.jsonl`, Buffer.from(text))
  const keptAt = clock.now()
  await db
    .updateTable('deletion')
    .set({ keptAt })
    .where('keptAt', 'is', null)
    .where((eb) =>
      eb(
        eb.refTuple('kind', 'target', 'at'),
        'in',
        rows.map(({ kind, target, at }) => eb.tuple(kind, target, at)),
      ),
    )
    .execute()
  return rows.length
}
