import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { makeCluster, type Cluster } from '~/bench/postgres'
import { verifyAudit } from '~/cloudfunctions/core/audit'
import { openPostgres, type Db } from '~/cloudfunctions/core/db'
import type { PersonView } from '~/local/host/views'
import { runCommand } from '../support/commands'
import { startHost, type Host } from '../support/host'
import { tablesWith } from '../support/tables'
import { ask, castOf, createAgent, parseReply, send } from './client'
import { Ledger, startLoad } from './load'
import type { Report } from './report'

const GRIDS = 20
/** People who close their account after the backup. */
const LEAVERS = 30
/** Milliseconds under load before the backup. */
const BEFORE_MS = 3000
/** What a restore may take, in milliseconds (domain rules, F26: one hour). */
const RESTORE_MS = 3_600_000

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Address of a database of the cluster, made empty. */
async function makeDatabase(cluster: Cluster, name: string): Promise<string> {
  const admin = openPostgres(cluster.url, 1)
  await sql`CREATE DATABASE ${sql.id(name)}`.execute(admin)
  await admin.destroy()
  return cluster.url.replace(/\/postgres$/, `/${name}`)
}

/** What was acknowledged before the backup began. */
const acknowledged = ({ answered }: Ledger) =>
  answered
    .filter(({ call }) => call.action === 'appeal.submit')
    .map(({ answer = '' }) => (parseReply(answer) as unknown as { data: { number: string } }).data.number)

async function removeAll(url: string, people: PersonView[], report: Report): Promise<void> {
  const agent = createAgent(4)
  const replies = await Promise.all(
    people.map(({ openid }) =>
      send(url, { openid, action: 'me.remove', input: { confirm: true }, key: randomUUID() }, agent),
    ),
  )
  agent.destroy()
  report.check(
    'people leave after the backup',
    replies.filter((text) => !parseReply(text).ok),
    `${people.length} people`,
  )
  await ask(`${url}/functions/jobs`, { method: 'POST', body: {} })
}

async function checkRestored(
  db: Db,
  leavers: PersonView[],
  numbers: string[],
  report: Report,
): Promise<void> {
  const openids = leavers.map(({ openid }) => openid)
  const known = await db
    .selectFrom('appUser')
    .select(['name', 'phoneEncrypted', 'removedAt'])
    .where(
      'id',
      'in',
      leavers.map(({ userId }) => userId),
    )
    .execute()
  report.check('nobody who left is there', [
    ...(await tablesWith(db, openids)),
    ...known
      .filter((row) => row.removedAt === null || row.name !== '' || row.phoneEncrypted !== null)
      .map(() => 'somebody is still known'),
  ])
  const rows = await db.selectFrom('appeal').select('number').execute()
  const held = new Set(rows.map(({ number }) => number))
  report.check(
    'every appeal that was acknowledged before the backup is there',
    numbers.filter((number) => !held.has(number)),
    `${numbers.length} appeals`,
  )
  const broken = await verifyAudit(db)
  report.check(
    'the audit chains verify',
    broken.map(({ chain, why }) => `chain ${chain}: ${why}`),
  )
}

/** Who left and comes back to the restored district is somebody new. */
async function checkNewcomer(host: Host, { openid, userId }: PersonView, report: Report): Promise<void> {
  const reply = parseReply(await send(host.url, { openid, action: 'me.enter', input: {}, key: randomUUID() }))
  const me = reply.ok ? (reply.data as unknown as { userId: string; name: string }) : undefined
  const isNew = me !== undefined && me.userId !== userId && me.name === ''
  report.check('who left comes back as somebody new', isNew ? [] : [JSON.stringify(reply)])
}

/** A backup under load, people leave, the database is lost; it is restored, and they stay away (F26). */
export async function checkRestore(report: Report): Promise<void> {
  const cluster = await makeCluster()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-restore-'))
  const at = (name: string) => path.join(dataDir, name)
  const command = async (name: string, args: string[], url: string) => {
    const { code, output } = await runCommand(name, args, { DATABASE_URL: url, DATA_DIR: dataDir })
    report.check(name, code === 0 ? [] : [output], output.trim().split('\n').slice(0, 4).join(' '))
  }
  try {
    const url = await makeDatabase(cluster, 'live')
    const host = await startHost({ dataDir, databaseUrl: url })
    const cast = await castOf(host.url, GRIDS)
    const ledger = new Ledger(cast)
    const load = startLoad(host.url, ledger)
    await wait(BEFORE_MS)
    const numbers = acknowledged(ledger)
    await command('data-export', [at('backup')], url)
    await load.stop()
    const leavers = cast.residents.slice(0, LEAVERS)
    await removeAll(host.url, leavers, report)
    await host.kill()

    const started = Date.now()
    const restoredUrl = await makeDatabase(cluster, 'restored')
    await command('data-import', [at('backup')], restoredUrl)
    await command('data-forget', [at('files/deletions')], restoredUrl)
    const again = await startHost({ dataDir, databaseUrl: restoredUrl })
    const took = Date.now() - started
    report.check('the door is open in time', took < RESTORE_MS ? [] : [`${took} ms`], `${took} ms`)
    const db = openPostgres(restoredUrl, 1)
    await checkRestored(db, leavers, numbers, report)
    await db.destroy()
    await checkNewcomer(again, leavers[0] as PersonView, report)
    await again.stop()
  } finally {
    cluster.remove()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
