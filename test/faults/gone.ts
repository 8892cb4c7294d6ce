import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeCluster, type Cluster } from '~/bench/postgres'
import { openPostgres } from '~/cloudfunctions/core/db'
import { checkDatabase } from './check'
import { ask, castOf, parseReply, send, type Cast } from './client'
import { startHost } from '../support/host'
import { askAllAgain, Ledger, startLoad } from './load'
import type { Report } from './report'

/** How often the server goes away, and how long the host may need to find it again, in milliseconds. */
const OUTAGES = 3
const RECOVER_MS = 10_000
const GRIDS = 20
/** Milliseconds under load before the server goes, and while it is gone. */
const BEFORE_MS = 1500
const GONE_MS = 1500

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The PostgreSQL server stops under load and comes back. */
export async function checkGone(report: Report): Promise<void> {
  const cluster = await makeCluster()
  let stopping = false
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-gone-'))
  try {
    const host = await startHost({ dataDir, databaseUrl: cluster.url })
    void host.exited.then((code) => {
      if (!stopping) {
        report.check('the host stays up', [`ended with ${code}: ${host.output().slice(-1500)}`])
      }
    })
    const cast = await castOf(host.url, GRIDS)
    const ledger = new Ledger(cast, true)
    for (let outage = 1; outage <= OUTAGES; outage += 1) {
      const load = startLoad(host.url, ledger)
      try {
        await wait(BEFORE_MS)
        cluster.stop(outage % 2 === 0 ? 'fast' : 'immediate')
        await wait(GONE_MS)
        await checkAway(host.url, cast, report, outage)
        cluster.start()
        await checkBack(host.url, cast, report, outage)
      } finally {
        await load.stop()
      }
    }
    await askAllAgain(host.url, ledger)
    await ask(`${host.url}/local/clock`, { method: 'POST', body: { advance: 'PT2M' } })
    await ask(`${host.url}/functions/jobs`, { method: 'POST', body: {} })
    stopping = true
    await host.stop()
    report.note(`${OUTAGES} outages, ${ledger.unavailable} answers said the system is busy`)
    report.check('nothing but success or UNAVAILABLE was answered', [
      ...ledger.problems.slice(0, 1),
      ...new Set(causesOf(dataDir)),
    ])
    await checkServer(cluster, ledger, report)
  } finally {
    cluster.remove()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const newAppeal = ({ residents }: Cast) => {
  const input = { text: `数据库不在时 ${randomUUID()}`, urgency: 'soon' } as const
  return { openid: residents[0]?.openid ?? '', action: 'appeal.submit', input, key: randomUUID() } as const
}

async function checkAway(url: string, cast: Cast, report: Report, outage: number): Promise<void> {
  const write = parseReply(await send(url, newAppeal(cast)))
  const body = { action: 'appeal.list', input: { list: 'mine' } }
  const openid = cast.residents[0]?.openid ?? ''
  const read = parseReply(await ask(`${url}/functions/api`, { method: 'POST', body, openid }))
  const problems = [write, read].flatMap((reply) =>
    reply.ok || reply.error.code !== 'UNAVAILABLE' || !/[\u4e00-\u9fff]/.test(reply.error.message)
      ? [JSON.stringify(reply)]
      : [],
  )
  report.check(`outage ${outage}: writing and reading answer UNAVAILABLE in plain words`, problems)
}

async function checkBack(url: string, cast: Cast, report: Report, outage: number): Promise<void> {
  const started = Date.now()
  const body = { action: 'appeal.list', input: { list: 'mine' } }
  const openid = cast.residents[0]?.openid ?? ''
  let last = ''
  while (Date.now() - started < RECOVER_MS) {
    last = await ask(`${url}/functions/api`, { method: 'POST', body, openid })
    if (parseReply(last).ok) {
      break
    }
    await wait(100)
  }
  const took = Date.now() - started
  const written = await send(url, newAppeal(cast))
  report.check(
    `outage ${outage}: reading and writing work again`,
    [last, written].filter((text) => !parseReply(text).ok),
    `after ${took} ms`,
  )
}

/** Why the host answered INTERNAL, as its log tells. */
function causesOf(dataDir: string): string[] {
  const file = path.join(dataDir, 'host.log')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines
    .filter((line) => line.includes('"INTERNAL"'))
    .map((line) => String((JSON.parse(line) as { cause?: string }).cause))
}

async function checkServer(cluster: Cluster, ledger: Ledger, report: Report): Promise<void> {
  const db = openPostgres(cluster.url, 1)
  try {
    await checkDatabase(db, ledger, report)
  } finally {
    await db.destroy()
  }
}
