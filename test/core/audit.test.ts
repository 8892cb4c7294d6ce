import { sql } from 'kysely'
import { appendAudit, auditHash, findBreak, verifyAudit, type AuditEntry } from '~/cloudfunctions/core/audit'
import type { Tx } from '~/cloudfunctions/core/db'
import type { Row } from '~/cloudfunctions/core/schema'
import { openDistrict, type District, type Person } from '../support/district'
import { auditsAbout, NO_ID } from '../support/records'

const entry: AuditEntry = {
  at: new Date('2026-01-02T03:04:05.678Z'),
  userId: NO_ID,
  action: 'appeal.accepted',
  target: 'case',
  areaCode: '990001',
  result: 'ok',
  reason: '',
  requestId: 'request',
}

/** A chain of rows as the database would hold them, with its head. */
function makeChain(length: number): { rows: Row<'auditLog'>[]; head: Row<'auditChain'> } {
  const rows: Row<'auditLog'>[] = []
  let prevHash = '0'.repeat(64)
  for (let seq = 1; seq <= length; seq += 1) {
    const row = { ...entry, target: `case-${seq}`, chain: 3, seq, prevHash }
    prevHash = auditHash(row)
    rows.push({ ...row, hash: prevHash })
  }
  return { rows, head: { chain: 3, seq: length, hash: prevHash } }
}

describe('findBreak', () => {
  const { rows, head } = makeChain(5)
  const at = (seq: number) => rows[seq - 1] as Row<'auditLog'>

  it('finds nothing in a chain that nobody touched, nor in an empty one', () => {
    expect(findBreak(rows, head)).toBeNull()
    expect(findBreak([], { chain: 3, seq: 0, hash: '0'.repeat(64) })).toBeNull()
  })

  it('finds any changed column', () => {
    const changes: Partial<Row<'auditLog'>>[] = [
      { at: new Date(0) },
      { userId: null },
      { action: 'appeal.finished' },
      { target: 'other' },
      { areaCode: '990002' },
      { result: 'no' },
      { reason: 'because' },
      { requestId: 'other' },
      { chain: 4 },
    ]
    for (const change of changes) {
      const changed = rows.with(2, { ...at(3), ...change })
      expect(findBreak(changed, head)).toEqual({ seq: 3, why: 'changed' })
    }
  })

  it('finds a changed line whose hash was made anew, at the next line', () => {
    const forged = { ...at(3), action: 'appeal.finished' }
    const changed = rows.with(2, { ...forged, hash: auditHash(forged) })
    expect(findBreak(changed, head)).toEqual({ seq: 4, why: 'missing or reordered' })
  })

  it('finds a removed, an inserted and a swapped line', () => {
    expect(findBreak(rows.toSpliced(2, 1), head)).toEqual({ seq: 3, why: 'missing or reordered' })
    expect(findBreak(rows.toSpliced(2, 0, at(2)), head)).toEqual({ seq: 3, why: 'missing or reordered' })
    const swapped = rows.with(1, at(3)).with(2, at(2))
    expect(findBreak(swapped, head)).toEqual({ seq: 2, why: 'missing or reordered' })
  })

  it('finds lines cut off or put on at the end, which the head of the chain gives away', () => {
    expect(findBreak(rows.slice(0, 4), head)).toEqual({ seq: 5, why: 'cut off' })
    expect(findBreak(makeChain(6).rows, head)).toEqual({ seq: 7, why: 'cut off' })
  })
})

describe('the audit trail in the database', () => {
  let district: District
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
    resident = await district.resident(district.newGrid())
  })
  afterAll(() => district.close())

  const undo = new Error('undo')
  /** Runs in a transaction that is thrown away, with the guard of the table off: somebody with all rights. */
  const asIntruder = (act: (tx: Tx) => Promise<void>) =>
    expect(
      district.db.transaction().execute(async (tx) => {
        await sql`ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only`.execute(tx)
        await act(tx)
        throw undo
      }),
    ).rejects.toBe(undo)
  const firstOfTwoLines = async () => {
    await resident.call('appeal.submit', { text: '路灯坏了', urgency: 'soon' })
    await resident.call('appeal.submit', { text: '井盖没了', urgency: 'soon' })
    return district.db
      .selectFrom('auditLog')
      .select(['chain', 'seq'])
      .where('userId', '=', resident.userId)
      .orderBy('seq')
      .executeTakeFirstOrThrow()
  }

  it('holds a line for each act, with who did what where in which request', async () => {
    const { id, areaCode } = await resident.call('appeal.submit', { text: '路灯坏了', urgency: 'soon' })
    const row = await district.db
      .selectFrom('auditLog')
      .selectAll()
      .where('target', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      userId: resident.userId,
      action: 'appeal.submitted',
      areaCode,
      result: 'ok',
    })
    expect(row.requestId).not.toBe('')
    expect(await verifyAudit(district.db)).toEqual([])
  })

  it('holds no line for an act that was refused or repeated', async () => {
    const key = 'audited-once-and-for-all'
    const input = { text: '路灯坏了', urgency: 'soon' } as const
    const { id } = await resident.call('appeal.submit', input, { key })
    await resident.call('appeal.submit', input, { key })
    await resident.refused('appeal.accept', { id })
    expect(await auditsAbout(district.db, id)).toEqual(['appeal.submitted'])
  })

  it.each([
    ['UPDATE', sql`UPDATE audit_log SET reason = 'x'`],
    ['DELETE', sql`DELETE FROM audit_log`],
    ['TRUNCATE', sql`TRUNCATE audit_log`],
  ])('refuses %s, even to the owner of the database', async (_name, statement) => {
    await expect(statement.execute(district.db)).rejects.toMatchObject({ code: '42501' })
  })

  it('shows where somebody with all rights changed, removed or inserted a line', async () => {
    const { chain, seq } = await firstOfTwoLines()
    await asIntruder(async (tx) => {
      await sql`UPDATE audit_log SET user_id = NULL WHERE chain = ${chain} AND seq = ${seq}`.execute(tx)
      expect(await verifyAudit(tx)).toEqual([{ chain, seq, why: 'changed' }])
    })
    await asIntruder(async (tx) => {
      await sql`DELETE FROM audit_log WHERE chain = ${chain} AND seq = ${seq}`.execute(tx)
      expect(await verifyAudit(tx)).toEqual([{ chain, seq, why: 'missing or reordered' }])
    })
    await asIntruder(async (tx) => {
      const head = await tx
        .selectFrom('auditChain')
        .selectAll()
        .where('chain', '=', chain)
        .executeTakeFirstOrThrow()
      const row = { ...entry, chain, seq: head.seq + 1, prevHash: head.hash }
      await tx
        .insertInto('auditLog')
        .values({ ...row, hash: auditHash(row) })
        .execute()
      expect(await verifyAudit(tx)).toEqual([{ chain, seq: head.seq + 2, why: 'cut off' }])
    })
    expect(await verifyAudit(district.db)).toEqual([])
  })

  it('keeps one chain when many write to it at once', async () => {
    const requestId = 'many-at-once'
    const writes = Array.from({ length: 30 }, (_, n) =>
      district.db
        .transaction()
        .execute((tx) => appendAudit(tx, { ...entry, target: `${resident.userId}-${n}`, requestId })),
    )
    await Promise.all(writes)
    expect(await verifyAudit(district.db)).toEqual([])
  })

  it('is spread over chains by person, so that people rarely wait for each other', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => district.resident(resident.areaCode)))
    await Promise.all(people.map((person) => person.call('me.consent', { version: 1 })))
    const { rows } = await sql<{ n: number }>`
      SELECT count(DISTINCT chain) AS n FROM audit_log
      WHERE user_id = ANY(${people.map((person) => person.userId)})`.execute(district.db)
    expect(rows[0]?.n).toBeGreaterThan(1)
  })
})
