import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { castOf } from '~/test/faults/client'
import { startHost, type Host } from '~/test/support/host'
import { fromEnv, heading, line } from './figures'
import { submitFor } from './load'
import { hasPostgres, makeCluster } from './postgres'
import { memoryOf, startBare } from './process'

const SECONDS = fromEnv('LOAD_SECONDS', 60)
const REST_MS = 5000
const CONNECTIONS = 16
/** So many that nobody reaches the 60 submissions an hour within a minute. */
const GRIDS = 200

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Resident memory of the host at rest and under load. */
export async function benchMemory(): Promise<void> {
  const work = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-memory-'))
  heading(`memory, MB resident (baseline: the embedded database alone in its own Node)`)
  try {
    const bare = await startBare(path.join(work, 'bare'))
    await wait(REST_MS)
    const baseline = memoryOf(bare.pid)
    await bare.stop()
    line('embedded database alone (baseline)', baseline.toFixed(0))
    await watch('embedded', await startHost({ dataDir: path.join(work, 'embedded') }), baseline)
    if (hasPostgres) {
      const cluster = await makeCluster()
      try {
        const dataDir = path.join(work, 'server')
        await watch('on PostgreSQL', await startHost({ dataDir, databaseUrl: cluster.url }), baseline)
      } finally {
        cluster.remove()
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function watch(name: string, host: Host, baseline: number): Promise<void> {
  const tell = (what: string, mb: number) =>
    line(`host ${name}, ${what}`, mb.toFixed(0), `× ${(mb / baseline).toFixed(2)}`)
  try {
    const { residents } = await castOf(host.url, GRIDS)
    await wait(REST_MS)
    tell('at rest', memoryOf(host.pid))
    const seen: number[] = []
    const watching = setInterval(() => seen.push(memoryOf(host.pid)), 1000)
    const { perSecond } = await submitFor(host.url, residents, CONNECTIONS, SECONDS).finally(() =>
      clearInterval(watching),
    )
    tell(`most in ${SECONDS} s at ${perSecond.toFixed(0)} appeals/s`, Math.max(...seen))
    tell('most since the start', memoryOf(host.pid, 'VmHWM'))
    await wait(REST_MS)
    tell('at rest again', memoryOf(host.pid))
  } finally {
    await host.stop()
  }
}
