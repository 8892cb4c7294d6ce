import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openEmbedded } from '~/local/embedded'
import { checkDatabase } from './check'
import { ask, castOf } from './client'
import { spawnHost, startHost, type Host } from '../support/host'
import { askAllAgain, Ledger, startLoad } from './load'
import type { Report } from './report'

/** Kills in one run; 200 take about ten minutes. */
const KILLS = Number(process.env.KILLS ?? 200)
/** A host lives this long under load at most, in milliseconds; enough for one run of the timers now and then. */
const LIFE_MS = 900
const LONG_LIFE_MS = 3500
/** Share of the lives that are long, and of the starts that are killed before they listen. */
const LONG = 0.1
const EARLY = 0.15
const GRIDS = 40
/** More than the lease of an event that a killed job had taken. */
const LEASE = 'PT2M'
const SLOW_START_MS = 2500

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** kill -9 at random moments under load; afterwards the database must hold all that was acknowledged. */
export async function checkKills(report: Report): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-kill-'))
  try {
    let host = await startHost({ dataDir })
    report.note(`first start ${host.startedIn} ms`)
    const ledger = new Ledger(await castOf(host.url, GRIDS))
    const starts: number[] = []
    let early = 0
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await liveAndDie(host, ledger)
      if (kill < KILLS && Math.random() < EARLY) {
        kill += 1
        early += 1
        await dieEarly(dataDir, median(starts))
      }
      host = await startHost({ dataDir })
      starts.push(host.startedIn)
      if (kill % 20 === 0) {
        report.note(`${kill} kills, ${ledger.answered.length} acknowledged, restart ${median(starts)} ms`)
      }
    }
    await settle(host, ledger)
    await host.stop()
    tellCounts(report, ledger, starts, early)
    report.check(
      'a repeated key is answered byte for byte the same',
      ledger.problems,
      `${ledger.wishes.length} keys`,
    )
    report.check(
      'every key was answered in the end',
      ledger.wishes.filter(({ answer }) => answer === undefined).map(({ call }) => call.key),
    )
    await checkDirectory(dataDir, ledger, report)
  } catch (error) {
    report.note(`${dataDir} is kept: a host that does not come up again is best asked there`)
    throw error
  }
  rmSync(dataDir, { recursive: true, force: true })
}

async function liveAndDie(host: Host, ledger: Ledger): Promise<void> {
  const load = startLoad(host.url, ledger)
  await wait(Math.random() * (Math.random() < LONG ? LONG_LIFE_MS : LIFE_MS))
  await host.kill()
  await load.stop()
}

/** The recovery itself is killed, too. */
async function dieEarly(dataDir: string, usualMs: number): Promise<void> {
  const child = spawnHost({ dataDir })
  await wait(Math.random() * usualMs)
  await child.kill()
}

/** Lets the last host answer every key and carry out every event. */
async function settle(host: Host, ledger: Ledger): Promise<void> {
  await askAllAgain(host.url, ledger)
  await ask(`${host.url}/local/clock`, { method: 'POST', body: { advance: LEASE } })
  await ask(`${host.url}/functions/jobs`, { method: 'POST', body: {} })
}

function tellCounts(report: Report, ledger: Ledger, starts: number[], early: number): void {
  const sorted = [...starts].sort((a, b) => a - b)
  report.note(`${KILLS} kills, ${early} of them before the host listened; retried ${ledger.retried} keys`)
  report.note(`asked ${ledger.repeated} answered keys again under load`)
  report.note(`restart median ${median(starts)} ms, longest ${sorted.at(-1) ?? 0} ms`)
  if (median(starts) > SLOW_START_MS) {
    report.note(`a restart takes longer than ${SLOW_START_MS} ms`)
  }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1500
}

async function checkDirectory(dataDir: string, ledger: Ledger, report: Report): Promise<void> {
  const { db, close } = await openEmbedded(dataDir)
  try {
    await checkDatabase(db, ledger, report)
  } finally {
    await close()
  }
}
