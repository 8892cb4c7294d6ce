import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startHost, type Host } from '~/test/support/host'
import { captureSubmit, type Captured } from './capture'
import { fromEnv, heading, line, median, ranged, ratios } from './figures'
import { submitFor, type LoadResult, type Person } from './load'
import { readTps, scriptFor } from './pgbench'
import { makeCluster, type Cluster } from './postgres'

const CONNECTIONS = [16, 32]
const ROUNDS = fromEnv('ROUNDS', 3)
const SECONDS = fromEnv('SECONDS', 8)
/** People of one measurement: pgbench takes at most 128 scripts, and one person may submit 60 an hour. */
const PEOPLE = 120

/** Appeals a second through the whole stack, beside pgbench sending the same statements. */
export async function benchSubmit(): Promise<void> {
  const cluster = await makeCluster()
  const work = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-bench-'))
  const hosts: Host[] = []
  try {
    const databaseUrl = await makeDatabases(cluster, work)
    const onServer = await startHost({ dataDir: path.join(work, 'server'), databaseUrl })
    hosts.push(onServer)
    const embedded = await startHost({ dataDir: path.join(work, 'embedded') })
    hosts.push(embedded)
    const people = await findPeople(cluster.url)
    const take = (count: number) => {
      const taken = people.splice(0, count)
      if (taken.length < count) {
        throw new Error('too few people in the district for so many rounds')
      }
      return taken
    }
    const [example] = take(1)
    const captured = await captureSubmit(databaseOf(cluster, 'plain'), example as Person)
    heading(`appeal.submit, ${ROUNDS} rounds of ${SECONDS} s each, interleaved`)
    line('statements of one submission', String(captured.statements.length))
    const warm = take(PEOPLE)
    await submitFor(onServer.url, warm, 16, 3)
    await submitFor(embedded.url, warm, 16, 3)
    for (const connections of CONNECTIONS) {
      const plain: number[] = []
      const server: LoadResult[] = []
      const inside: LoadResult[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const own = take(PEOPLE)
        plain.push(runPgbench(cluster, work, { captured, example: example as Person, own, connections }))
        server.push(await submitFor(onServer.url, own, connections, SECONDS))
        inside.push(await submitFor(embedded.url, own, connections, SECONDS))
      }
      tell(connections, plain, server, inside)
    }
  } finally {
    await Promise.all(hosts.map((host) => host.stop()))
    cluster.remove()
    rmSync(work, { recursive: true, force: true })
  }
}

function tell(connections: number, plain: number[], server: LoadResult[], inside: LoadResult[]): void {
  const rates = (results: LoadResult[]) => results.map(({ perSecond }) => perSecond)
  const times = (results: LoadResult[]) =>
    `p50 ${median(results.map(({ p50 }) => p50)).toFixed(0)} ms, p95 ${median(results.map(({ p95 }) => p95)).toFixed(0)} ms`
  heading(`${connections} connections, a second`)
  line('pgbench, same statements (baseline)', ranged(plain))
  line(
    'whole stack on PostgreSQL 15',
    ranged(rates(server)),
    `${ratios(rates(server), plain)}  ${times(server)}`,
  )
  line('whole stack, embedded', ranged(rates(inside)), `${ratios(rates(inside), plain)}  ${times(inside)}`)
}

const databaseOf = (cluster: Cluster, name: string) => cluster.url.replace(/\/postgres$/, `/${name}`)

/** One filled district, and a copy of it: neither side works on rows of the other. */
async function makeDatabases(cluster: Cluster, work: string): Promise<string> {
  const host = await startHost({ dataDir: path.join(work, 'fill'), databaseUrl: cluster.url })
  await host.stop()
  for (const name of ['app', 'plain']) {
    cluster.run('createdb', [
      '-h',
      '127.0.0.1',
      '-p',
      String(cluster.port),
      '-U',
      'postgres',
      '-T',
      'postgres',
      name,
    ])
  }
  return databaseOf(cluster, 'app')
}

async function findPeople(url: string): Promise<Person[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Person>(
    `SELECT u.openid, u.id AS "userId", m.area_code AS "areaCode"
     FROM app_user u JOIN membership m ON m.user_id = u.id AND m.until IS NULL
     WHERE u.openid IS NOT NULL AND u.name <> '' AND NOT EXISTS (SELECT FROM assignment a WHERE a.user_id = u.id)
     ORDER BY md5(u.id::text)`,
  )
  await client.end()
  return rows
}

interface PgbenchRun {
  captured: Captured
  example: Person
  own: Person[]
  connections: number
}

let runs = 0

function runPgbench(
  cluster: Cluster,
  work: string,
  { captured, example, own, connections }: PgbenchRun,
): number {
  runs += 1
  const folder = path.join(work, `scripts-${runs}`)
  mkdirSync(folder)
  const files = own.map((person, at) => {
    const file = path.join(folder, `${at}.sql`)
    writeFileSync(file, scriptFor(captured, example, person))
    return ['-f', file]
  })
  execFileSync('chmod', ['-R', 'a+rX', work])
  const output = cluster.run('pgbench', [
    ...['-h', '127.0.0.1', '-p', String(cluster.port), '-U', 'postgres'],
    ...['-n', '-M', 'extended', '-c', String(connections), '-j', '2', '-T', String(SECONDS)],
    ...['-D', `i=${runs * 1_000_000}`, ...files.flat()],
    'plain',
  ])
  return readTps(output)
}
