import { verifyAudit } from '~/cloudfunctions/core/audit'
import type { Db } from '~/cloudfunctions/core/db'
import { MARK, type Ledger, type Wish } from './load'
import { parseReply } from './client'
import type { Report } from './report'

/** How often each value occurs. */
function counted(values: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1))
  return counts
}

/** Says which of `keys` do not occur exactly once. */
function notOnce(what: string, keys: string[], counts: Map<string, number>): string[] {
  return keys
    .filter((key) => counts.get(key) !== 1)
    .map((key) => `${key} has ${counts.get(key) ?? 0} ${what}`)
}

async function loadAppeals(db: Db) {
  const rows = await db
    .selectFrom('appeal')
    .select(['id', 'number', 'text'])
    .where('text', 'like', `${MARK} %`)
    .execute()
  return rows.map((row) => ({ ...row, key: row.text.split(' ')[1] ?? '' }))
}

/** Holds the database against what the clients were told. */
export async function checkDatabase(db: Db, ledger: Ledger, report: Report): Promise<void> {
  const appeals = await loadAppeals(db)
  const byKey = new Map(appeals.map((appeal) => [appeal.key, appeal]))
  const submitted = ledger.answered.filter(({ call }) => call.action === 'appeal.submit')

  report.check(
    'every acknowledged appeal is there exactly once, with its number and words',
    [
      ...notOnce(
        'appeals',
        submitted.map(({ call }) => call.key),
        counted(appeals.map(({ key }) => key)),
      ),
      ...submitted
        .filter((wish) => !isSame(wish, byKey.get(wish.call.key)))
        .map(({ call }) => `${call.key} differs`),
    ],
    `${submitted.length} acknowledged`,
  )

  const known = new Set(ledger.wishes.map(({ call }) => call.key))
  report.check(
    'nothing is there that nobody asked for, and no number twice',
    [
      ...appeals.filter(({ key }) => !known.has(key)).map(({ id }) => `appeal ${id} has no key`),
      ...notOnce(
        'rows',
        appeals.map(({ number }) => number),
        counted(appeals.map(({ number }) => number)),
      ),
    ],
    `${appeals.length} appeals`,
  )

  await checkWhole(db, appeals, report)
  await checkAnswers(db, ledger, report)
  await checkOutbox(db, report)
  const broken = await verifyAudit(db)
  report.check(
    'the audit chains verify',
    broken.map(({ chain, seq, why }) => `chain ${chain} at ${seq}: ${why}`),
  )
}

function isSame(
  { answer = '' }: Wish,
  appeal: { id: string; number: string; text: string } | undefined,
): boolean {
  const reply = parseReply(answer)
  const told = reply.ok ? (reply.data as { id: string; number: string; text: string }) : undefined
  return told?.id === appeal?.id && told?.number === appeal?.number && told?.text === appeal?.text
}

/** A transaction that was cut by the kill must have left nothing at all. */
async function checkWhole(db: Db, appeals: { id: string; key: string }[], report: Report): Promise<void> {
  const ids = appeals.map(({ id }) => id)
  const steps = await db
    .selectFrom('appealStep')
    .select('appealId')
    .where('action', '=', 'appeal.submit')
    .execute()
  const audits = await db
    .selectFrom('auditLog')
    .select('target')
    .where('action', '=', 'appeal.submitted')
    .execute()
  const keys = await db.selectFrom('idempotencyKey').select(['key', 'output']).execute()
  const all = new Set((await db.selectFrom('appeal').select('id').execute()).map(({ id }) => id))
  const answered = new Set(keys.filter(({ output }) => output !== null).map(({ key }) => key))
  report.check('no appeal is half there: step, audit row and key', [
    ...notOnce('submit steps', ids, counted(steps.map(({ appealId }) => appealId))),
    ...notOnce('audit rows', ids, counted(audits.map(({ target }) => target))),
    // What the answer is, the key itself is asked: answers are kept sealed.
    ...appeals.filter(({ key }) => !answered.has(key)).map(({ key }) => `key ${key} has no answer`),
    ...audits.filter(({ target }) => !all.has(target)).map(({ target }) => `audit row of ${target} is alone`),
    ...keys
      .filter(({ output }) => output === null)
      .map(({ key }) => `key ${key} was taken and never answered`),
  ])
}

/** The second action of the load: it also writes to the outbox. */
async function checkAnswers(db: Db, ledger: Ledger, report: Report): Promise<void> {
  const answered = ledger.answered.filter(({ call }) => call.action === 'appeal.answer')
  const steps = await db
    .selectFrom('appealStep')
    .select('appealId')
    .where('action', '=', 'appeal.answer')
    .execute()
  report.check(
    'every acknowledged answer of a worker is there exactly once',
    notOnce(
      'answers',
      answered.map(({ appealId = '' }) => appealId),
      counted(steps.map((step) => step.appealId)),
    ),
    `${answered.length} acknowledged`,
  )
}

async function checkOutbox(db: Db, report: Report): Promise<void> {
  const rows = await db.selectFrom('outbox').select(['key', 'state', 'event']).execute()
  const steps = await db
    .selectFrom('appealStep')
    .select(['id', 'appealId'])
    .where('action', '=', 'appeal.answer')
    .execute()
  const expected = steps.map(({ appealId }) => `appeal.answered:${appealId}:2`)
  const told = steps.map(({ id }) => `step:${id}`)
  const items = await db.selectFrom('feedItem').select('eventKey').execute()
  report.check(
    'no outbox row is lost, and each is carried out exactly once',
    [
      ...notOnce('outbox rows', expected, counted(rows.map(({ key }) => key))),
      ...rows.filter(({ state }) => state !== 'sent').map(({ key, state }) => `${key} is ${state}`),
      ...notOnce('feed items', told, counted(items.map(({ eventKey }) => eventKey))),
    ],
    `${rows.length} rows`,
  )
}
