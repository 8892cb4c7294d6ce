import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ask } from '~/test/faults/client'
import { startHost } from '~/test/support/host'
import { fromEnv, heading, line, ranged, ratios } from './figures'
import { startBare } from './process'

const ROUNDS = fromEnv('ROUNDS', 3)

interface Start {
  listening: number
  firstPage: number
}

/** From spawning the host to its first page: health, district page and phone. */
async function measure(dataDir: string): Promise<Start> {
  const started = Date.now()
  const host = await startHost({ dataDir })
  try {
    const health = JSON.parse(await ask(`${host.url}/healthz`)) as { ok?: boolean; phone?: string }
    const page = await ask(`${host.url}/`)
    const phone = await ask(`${host.url}/h5/`)
    const firstPage = Date.now() - started
    if (
      health.ok !== true ||
      !page.includes('<html') ||
      (health.phone === 'ready' && !phone.includes('id="app"'))
    ) {
      throw new Error('the first page is not whole')
    }
    if (health.phone !== 'ready') {
      line('note: the phone is not built, so /h5/ was its waiting page', '')
    }
    return { listening: host.startedIn, firstPage }
  } finally {
    await host.stop()
  }
}

/** Cold start into an empty directory and second start, beside the embedded database alone. */
export async function benchStart(): Promise<void> {
  heading(`start, ${ROUNDS} rounds, ms (baseline: the embedded database alone in its own Node)`)
  const runs = {
    cold: [] as Start[],
    second: [] as Start[],
    bareCold: [] as number[],
    bareSecond: [] as number[],
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const work = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-start-'))
    try {
      for (const list of [runs.bareCold, runs.bareSecond]) {
        const bare = await startBare(path.join(work, 'bare'))
        list.push(bare.startedIn)
        await bare.stop()
      }
      for (const list of [runs.cold, runs.second]) {
        list.push(await measure(path.join(work, 'host')))
      }
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  for (const [name, starts, bare] of [
    ['cold', runs.cold, runs.bareCold],
    ['second', runs.second, runs.bareSecond],
  ] as const) {
    const first = starts.map(({ firstPage }) => firstPage)
    line(`${name} start, database alone (baseline)`, ranged(bare))
    line(`${name} start, listening`, ranged(starts.map(({ listening }) => listening)))
    line(`${name} start, first page`, ranged(first), ratios(first, bare))
  }
}
