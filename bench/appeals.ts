import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { createDb, type Db } from '~/cloudfunctions/core/db'
import { openEmbedded } from '~/local/embedded'
import { createAgent } from '~/test/faults/client'
import { startHost, type Host } from '~/test/support/host'
import { answer, askings, findCast, type Asking, type Cast } from './asking'
import { fillAppeals } from './fill'
import { fromEnv, heading, line, percentile } from './figures'
import { benchPolling } from './polling'
import { hasPostgres, makeCluster, type Cluster } from './postgres'

const SIZES = (process.env.APPEALS ?? '28000,280000').split(',').map(Number)
const SECONDS = fromEnv('SECONDS', 60)
const CALLS = fromEnv('CALLS', 120)
/** Calls of each kind that are not counted, one for each of the people at least. */
const WARM = 20
const GOAL = 1.2
/** A fill of the embedded database that would take longer is made smaller, and says so. */
const FILL_MS = 600_000

/** A host on a district with so many appeals. */
interface Side {
  count: number
  host: Host
  cast: Cast
}

/** Lists, counts and the search among a year's appeals, and what ten times as many of them cost. */
export async function benchAppeals(): Promise<void> {
  if (SIZES.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new Error('APPEALS must be whole numbers, as in APPEALS=2800,28000')
  }
  const work = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-appeals-'))
  try {
    if (hasPostgres) {
      await onServer(work)
    } else {
      heading('appeals on PostgreSQL left out: there is no server on this machine')
    }
    await onEmbedded(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function onServer(work: string): Promise<void> {
  const cluster = await makeCluster()
  const sides: Side[] = []
  try {
    const empty = await startHost({ dataDir: path.join(work, 'server'), databaseUrl: cluster.url })
    await empty.stop()
    for (const count of SIZES) {
      const databaseUrl = copyOf(cluster, `appeals_${count}`)
      const db = createDb(new pg.Pool({ connectionString: databaseUrl, max: 1 }))
      // What the server would do by itself a minute later, in the middle of the measurement.
      const cast = await fill(db, count, sql`VACUUM (ANALYZE)`).finally(() => db.destroy())
      const host = await startHost({ dataDir: path.join(work, `server-${count}`), databaseUrl })
      sides.push({ count, host, cast })
    }
    await measure('PostgreSQL 15', sides)
    for (const { host, cast, count } of sides) {
      await benchPolling(host.url, cast, SECONDS, `${count} appeals`)
    }
  } finally {
    await Promise.all(sides.map(({ host }) => host.stop()))
    cluster.remove()
  }
}

function copyOf(cluster: Cluster, name: string): string {
  const server = ['-h', '127.0.0.1', '-p', String(cluster.port), '-U', 'postgres']
  cluster.run('createdb', [...server, '-T', 'postgres', name])
  return cluster.url.replace(/\/postgres$/, `/${name}`)
}

async function onEmbedded(work: string): Promise<void> {
  const sides: Side[] = []
  try {
    let msEach = 0
    for (const asked of SIZES) {
      const count = Math.min(asked, msEach === 0 ? asked : Math.floor(FILL_MS / msEach))
      if (count < asked) {
        line(`note: ${asked} would take too long to fill, so there are ${count}`, '')
      }
      const dataDir = path.join(work, `embedded-${asked}`)
      mkdirSync(dataDir)
      const empty = await startHost({ dataDir })
      await empty.stop()
      const { db, close } = await openEmbedded(dataDir)
      const started = performance.now()
      const cast = await fill(db, count, sql`ANALYZE`).finally(close)
      msEach = (performance.now() - started) / count
      sides.push({ count, host: await startHost({ dataDir }), cast })
    }
    await measure('the embedded database', sides)
  } finally {
    await Promise.all(sides.map(({ host }) => host.stop()))
  }
}

async function fill(db: Db, count: number, after: ReturnType<typeof sql>): Promise<Cast> {
  await fillAppeals(db, count, new Date())
  await after.execute(db)
  await sql`CHECKPOINT`.execute(db)
  return findCast(db)
}

interface Told {
  p50: number
  p95: number
  /** Rows of an answer on average. */
  rows: number
}

/** Every kind of call on every side in turn, so that a machine that slows down slows them all. */
async function measure(where: string, sides: Side[]): Promise<void> {
  const sizes = sides.map(({ count }) => count).join(' → ')
  heading(`appeals on ${where}, ${sizes}, ${CALLS} calls each, p50 / p95 in ms, rows of an answer`)
  const kinds = sides.map(({ cast }) => askings(cast))
  for (const nth of kinds[0]?.keys() ?? []) {
    const runs = sides.map(({ host }, side) => runOf(host.url, kinds[side]?.[nth] as Asking))
    for (let n = -WARM; n < CALLS; n += 1) {
      for (const run of runs) {
        await run.call(n)
      }
    }
    const told = runs.map((run) => run.end())
    const growth = (figure: 'p50' | 'p95') =>
      (told.at(-1)?.[figure] ?? Number.NaN) / (told[0]?.[figure] ?? Number.NaN)
    const figures = told.map(({ p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`).join(' → ')
    const rows = told.map((each) => each.rows.toFixed(1)).join(' → ')
    line(
      kinds[0]?.[nth]?.name ?? '',
      figures,
      `× ${growth('p50').toFixed(2)} / ${growth('p95').toFixed(2)}${growth('p95') > GOAL ? ' !' : ''}  rows ${rows}`,
    )
  }
}

function runOf(url: string, { action, input, openids, skip = 0 }: Asking) {
  const agent = createAgent(1)
  const times: number[] = []
  const cursors = new Map<string, { cursor?: string }>()
  let rows = 0
  const once = async (openid: string, asked: object) =>
    (await answer(url, openid, action, asked as never, agent)) as { items: unknown[]; nextCursor?: string }
  /** A host closes a connection that was idle while the other side was slow; phones ask again, too. */
  const get = (openid: string, asked: object) =>
    once(openid, asked).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') {
        throw error
      }
      return once(openid, asked)
    })
  /** Turned to once by each of the people, before they are measured. */
  const turnTo = async (openid: string, asked: object) => {
    let at = cursors.get(openid)
    if (at === undefined) {
      at = {}
      for (let page = 0; page < skip; page += 1) {
        const { nextCursor } = await get(openid, { ...asked, ...at })
        // Where there are fewer pages, the last one is as far as they come.
        at = nextCursor === undefined ? at : { cursor: nextCursor }
      }
      cursors.set(openid, at)
    }
    return at
  }
  return {
    /** The n-th call; those before 0 are not counted. */
    async call(n: number): Promise<void> {
      const openid = openids[(n + WARM) % openids.length] as string
      const asked = { ...input(n + WARM), ...(await turnTo(openid, input(0))) }
      const sent = performance.now()
      const { items } = await get(openid, asked)
      if (n >= 0) {
        times.push(performance.now() - sent)
        rows += items.length
      }
    },
    end(): Told {
      agent.destroy()
      return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), rows: rows / times.length }
    },
  }
}
