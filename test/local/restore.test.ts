import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { verifyAudit } from '~/cloudfunctions/core/audit'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { deletionLine, type Deletion } from '~/cloudfunctions/core/deletion'
import type { Deps } from '~/cloudfunctions/core/deps'
import { silentLog } from '~/cloudfunctions/core/log'
import { createJobs } from '~/cloudfunctions/jobs/handler'
import { REDO, redoDeletions } from '~/cloudfunctions/jobs/redo'
import { readDeletions } from '~/local/data/deletions'
import { memoryPorts, type District } from '../support/district'
import { leave, plant, tracesOf, type Planted } from '../support/leaving'
import type { OwnDb } from '../support/own-db'
import { backupsOf } from '../support/restoring'
import { contentsOf, missingIn, tablesWith } from '../support/tables'

const DAY_MS = 86_400_000
// Three districts are made, saved and restored.
jest.setTimeout(120_000)
const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
const backups = backupsOf(secrets)
const folder = mkdtempSync(path.join(tmpdir(), 'micro-grid-restore-'))
const at = (name: string) => path.join(folder, name)

/** What the live database and a restored one cannot have in common though nothing is wrong. */
const OTHERWISE = {
  // The trail says what was done when and where; schema, timer and hourly check have times of their own.
  tables: ['audit_log', 'audit_chain', 'migration', 'points_audit', 'timer_part'],
  columns: [
    // Made anew: ids by chance, and the moment at which the clock came to it.
    ...['feed_item.id', 'notice.id', 'outbox.id', 'broadcast.id', 'missing_statistic.id', 'survey_ballot.id'],
    ...[
      'broadcast_grid.broadcast_id',
      'broadcast_grid.told_at',
      'feed_item.at',
      'notice.at',
      'deletion.kept_at',
    ],
    // Points for taking part, given anew after the close.
    ...['points_account.id', 'points_account.oldest_at', 'points_entry.id', 'points_entry.at'],
    ...['points_line.entry_id', 'points_line.account_id', 'points_line.earned_at', 'points_survey.done_at'],
    ...['outbox.created_at', 'outbox.run_at', 'outbox.settled_at', 'survey.closed_at', 'activity.told_left'],
    // Words of reasons are nowhere but in the lost days; a sealed nothing is sealed anew.
    ...['reason', 'end_reason', 'hidden_why', 'feed_item.body', 'broadcast.body', 'activity.phone_encrypted'],
  ],
}
/** Came after the backup and cannot come back: somebody who joined and left, and the corrected survey. */
const LOST = { app_user: 1, membership: 1, survey: 1 }

let planted: Planted
let live: District
let traces: string[]
let files: [string, Buffer][]

beforeAll(async () => {
  planted = await plant()
  live = planted.scene.district
  traces = await tracesOf(planted)
  await live.runJobs()
  for (const { name, take } of backups) {
    await take(live.db, at(name))
  }
  files = [...live.ports.files]
  live.clock.advance(DAY_MS)
  await leave(planted)
  await live.runJobs()
  live.clock.advance(4 * DAY_MS)
  await live.runJobs()
  await live.runJobs()
  mkdirSync(at('deletions'))
  for (const [name, bytes] of live.ports.files) {
    if (name.startsWith('deletions/')) {
      writeFileSync(at(name), bytes)
    }
  }
})
afterAll(async () => {
  await live.close()
  rmSync(folder, { recursive: true })
})

test('what was deleted is gone from the live database, and noted outside of it by kinds and ids alone', async () => {
  expect(await tablesWith(live.db, traces)).toEqual([])
  const deletions = await readDeletions(at('deletions'), secrets)
  expect(new Set(deletions.map(({ kind }) => kind))).toEqual(new Set(Object.keys(REDO)))
  expect(deletions).toHaveLength((await live.db.selectFrom('deletion').select('kind').execute()).length)
  const pictures = [...live.ports.files.keys()].filter((name) => !name.startsWith('deletions/'))
  expect(pictures).toEqual([])
})

describe.each(backups)('restored from $name', (backup) => {
  let own: OwnDb
  let deps: Deps
  let deletions: Deletion[]
  let pictures: Map<string, Buffer>
  beforeAll(async () => {
    own = await backup.restore(at(backup.name), 'micro_grid_test_restored')
    const ports = memoryPorts()
    pictures = ports.files
    files.forEach(([name, bytes]) => pictures.set(name, bytes))
    deps = { db: own.db, clock: live.clock, secrets, ports, log: silentLog }
    deletions = await readDeletions(at('deletions'), secrets)
  })
  afterAll(() => own.close())

  test('everybody and everything is back at first', async () => {
    const found = await tablesWith(own.db, traces)
    expect(new Set(found.map((hit) => hit.split(': ')[1]))).toEqual(new Set(traces))
    expect(pictures.size).toBe(1)
  })

  test('done again, in two goes, nothing of it is left', async () => {
    expect(await redoDeletions(deps, deletions.slice(0, 4))).toBe(4)
    expect(await redoDeletions(deps, deletions)).toBe(deletions.length - 4)
    expect(await tablesWith(own.db, traces)).toEqual([])
    const withdrawn = await own.db.selectFrom('picture').select('withdrawnAt').execute()
    expect(withdrawn.map((picture) => picture.withdrawnAt !== null)).toEqual([true])
  })

  test('once more changes nothing', async () => {
    const before = await contentsOf(own.db)
    expect(await redoDeletions(deps, deletions)).toBe(0)
    expect(await contentsOf(own.db)).toEqual(before)
  })

  test('the timer destroys files and keys of boxes, and all else is as in the live database', async () => {
    const jobs = createJobs(deps)
    await jobs({}, {})
    await jobs({}, {})
    expect([...pictures.keys()].filter((name) => !name.startsWith('deletions/'))).toEqual([])
    for (const table of ['surveyKey', 'surveyOpenBallot', 'picture'] as const) {
      expect(await own.db.selectFrom(table).selectAll().execute()).toEqual([])
    }
    const [before, after] = [await contentsOf(live.db, OTHERWISE), await contentsOf(own.db, OTHERWISE)]
    expect(missingIn(before, after)).toEqual({})
    const lost = Object.entries(missingIn(after, before)).map(([name, rows]) => [name, rows.length])
    expect(Object.fromEntries(lost)).toEqual(LOST)
    expect(await verifyAudit(own.db)).toEqual([])
  })

  test('the trail says that it was done', async () => {
    const rows = await own.db
      .selectFrom('auditLog')
      .select(['reason', 'userId'])
      .where('action', '=', 'deletion.redone')
      .execute()
    expect(rows.map(({ reason }) => reason).sort()).toEqual(deletions.map(({ kind }) => kind).sort())
    expect(rows.filter(({ userId }) => userId !== null)).toEqual([])
  })
})

describe('records', () => {
  const record: Deletion = {
    kind: 'me.removed',
    target: '00000000-0000-7000-8000-000000000001',
    detail: '',
    at: new Date(),
  }
  const read = (line: string) => {
    writeFileSync(at('one.jsonl'), `${line}\n`)
    return readDeletions(at('one.jsonl'), secrets)
  }

  test('a record is read as it was written, and once', async () => {
    const line = deletionLine(secrets, record)
    expect(await read(`${line}\n${line}`)).toEqual([record])
  })

  test('one that was changed, cut off or written under another key is refused', async () => {
    const line = deletionLine(secrets, record)
    const foreign = deletionLine(createSecrets(Buffer.alloc(32, 8).toString('base64')), record)
    for (const bad of [line.replace('0001"', '0002"'), line.slice(0, -5), foreign, '{}', '']) {
      await expect(read(`${line}\n${bad}`)).rejects.toThrow('one.jsonl 第 2 行坏了')
    }
  })

  test('a kind that this program does not know is refused, and so is a place that is not there', async () => {
    await expect(
      read(deletionLine(secrets, { ...record, kind: 'new.gone' as 'me.removed' })),
    ).rejects.toThrow('不认识“new.gone”')
    await expect(readDeletions(at('nowhere'), secrets)).rejects.toThrow('找不到')
  })
})
