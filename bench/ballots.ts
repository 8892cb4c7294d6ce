import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { createDb, type Db } from '~/cloudfunctions/core/db'
import { openEmbedded } from '~/local/embedded'
import { createAgent, parseReply, send } from '~/test/faults/client'
import { startHost, type Host } from '~/test/support/host'
import { capture, DATA_KEY, type Statement } from './capture'
import { fromEnv, heading, line, percentile, median, ranged, ratios } from './figures'
import type { LoadResult } from './load'
import { startParse } from './parse'
import { literal, readTps } from './pgbench'
import { addVoters, answersOf, openPoll, residentIdOf, userIdOf, voterOf } from './poll'
import { hasPostgres, makeCluster, type Cluster } from './postgres'

const CONNECTIONS = fromEnv('CONNECTIONS', 16)
const ROUNDS = fromEnv('ROUNDS', 3)
const SECONDS = fromEnv('SECONDS', 8)
/** Voters on the server, of whom pgbench uses up thousands a second, and on the embedded database. */
const VOTERS = { server: 400_000, embedded: 20_000 }

/** Hands out numbers of voters who have not voted yet. */
function turns(most: number): () => number {
  let next = 0
  return () => {
    if (next === most) {
      throw new Error('too few voters for so many rounds')
    }
    return next++
  }
}

/** Ballots a second: the whole stack, pgbench with the same statements, and parse-server doing the same work. */
export async function benchBallots(): Promise<void> {
  const work = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-ballots-'))
  try {
    if (hasPostgres) {
      await onServer(work)
    } else {
      heading('ballots on PostgreSQL left out: there is no server on this machine')
    }
    await onEmbedded(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function prepare(db: Db, voters: number): Promise<string> {
  try {
    await addVoters(db, voters)
    return await openPoll(db)
  } finally {
    await db.destroy()
  }
}

async function onServer(work: string): Promise<void> {
  const cluster = await makeCluster()
  const at = (name: string) => cluster.url.replace(/\/postgres$/, `/${name}`)
  const server = ['-h', '127.0.0.1', '-p', String(cluster.port), '-U', 'postgres']
  const closing: (() => Promise<void>)[] = []
  try {
    const env = { DATA_KEY }
    const empty = await startHost({ dataDir: path.join(work, 'fill'), databaseUrl: cluster.url, env })
    await empty.stop()
    const poll = await prepare(
      createDb(new pg.Pool({ connectionString: cluster.url, max: 1 })),
      VOTERS.server,
    )
    cluster.run('createdb', [...server, '-T', 'postgres', 'app'])
    cluster.run('createdb', [...server, '-T', 'postgres', 'plain'])
    cluster.run('createdb', [...server, 'parse'])
    const statements = await captureCast(at('plain'), poll)
    const host = await startHost({ dataDir: path.join(work, 'server'), databaseUrl: at('app'), env })
    closing.push(() => host.stop())
    const parse = await startParse(at('parse'))
    closing.push(() => parse.stop())
    await addElectors(at('parse'))
    heading(
      `survey.cast of five answers, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, interleaved`,
    )
    line('statements of one ballot', String(statements.length))
    const take = turns(VOTERS.server)
    const takeParse = turns(VOTERS.embedded)
    const vote = statements.filter(({ text }) => text.includes('survey_open_ballot'))
    const bench = pgbenchOf(cluster, work, VOTERS.server)
    const own: LoadResult[] = []
    const theirs: LoadResult[] = []
    const alone: number[] = []
    const same: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(bench(vote))
      same.push(bench(statements))
      own.push(await voteFor(host, poll, take))
      theirs.push(
        await load(SECONDS, (agent) => {
          const n = takeParse()
          return parse.vote(voterOf(n), answersOf(n) as number[], agent)
        }),
      )
    }
    const rates = own.map(({ perSecond }) => perSecond)
    line('pgbench, the voting statement alone (baseline)', ranged(alone))
    line('pgbench, all statements of a ballot', ranged(same))
    line('whole stack on PostgreSQL 15', ranged(rates), `${ratios(rates, alone)} of the first`)
    line('', '', `${ratios(rates, same)} of the second  ${times(own)}`)
    const parsed = theirs.map(({ perSecond }) => perSecond)
    line('parse-server 9.10, the same promise', ranged(parsed), times(theirs))
    line('whole stack beside parse-server', '', ratios(rates, parsed))
  } finally {
    for (const close of closing) {
      await close()
    }
    cluster.remove()
  }
}

async function onEmbedded(work: string): Promise<void> {
  const dataDir = path.join(work, 'embedded')
  mkdirSync(dataDir)
  const env = { DATA_KEY }
  const empty = await startHost({ dataDir, env })
  await empty.stop()
  const { db, close } = await openEmbedded(dataDir)
  await addVoters(db, VOTERS.embedded)
  const poll = await openPoll(db)
  await close()
  const host = await startHost({ dataDir, env })
  try {
    const take = turns(VOTERS.embedded)
    const rounds: LoadResult[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await voteFor(host, poll, take))
    }
    line('whole stack, embedded', ranged(rounds.map(({ perSecond }) => perSecond)), times(rounds))
  } finally {
    await host.stop()
  }
}

const times = (results: LoadResult[]) =>
  `p50 ${median(results.map(({ p50 }) => p50)).toFixed(0)} ms, p95 ${median(results.map(({ p95 }) => p95)).toFixed(0)} ms`

async function captureCast(url: string, poll: string): Promise<Statement[]> {
  const input = { id: poll, edition: 1, answers: answersOf(0), seconds: 60 }
  const { statements } = await capture(url, { openid: voterOf(0), action: 'survey.cast', input })
  return statements
}

function voteFor(host: Host, poll: string, take: () => number): Promise<LoadResult> {
  return load(SECONDS, async (agent) => {
    const n = take()
    const input = { id: poll, edition: 1, answers: answersOf(n), seconds: 60 }
    const text = await send(
      host.url,
      { openid: voterOf(n), action: 'survey.cast', input, key: randomUUID() },
      agent,
    )
    if (!parseReply(text).ok) {
      throw new Error(`a ballot was refused, so the figure would mean nothing: ${text}`)
    }
  })
}

/** Carries out one thing after the other over kept-alive connections. */
async function load(seconds: number, act: (agent: ReturnType<typeof createAgent>) => Promise<void>) {
  const agent = createAgent(CONNECTIONS)
  const took: number[] = []
  const started = performance.now()
  const client = async () => {
    while (performance.now() < started + seconds * 1000) {
      const sent = performance.now()
      await act(agent)
      took.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  const elapsed = (performance.now() - started) / 1000
  agent.destroy()
  return { perSecond: took.length / elapsed, p50: percentile(took, 0.5), p95: percentile(took, 0.95) }
}

/** Runs statements by pgbench, each time for voters who have not voted. */
function pgbenchOf(cluster: Cluster, work: string, voters: number) {
  const folder = path.join(work, 'scripts')
  mkdirSync(folder)
  let base = 1
  let runs = 0
  return (statements: Statement[]): number => {
    runs += 1
    const file = path.join(folder, `${runs}.sql`)
    writeFileSync(file, scriptFor(statements))
    execFileSync('chmod', ['-R', 'a+rX', work])
    const output = cluster.run('pgbench', [
      ...['-h', '127.0.0.1', '-p', String(cluster.port), '-U', 'postgres'],
      ...['-n', '-M', 'extended', '-c', String(CONNECTIONS), '-j', '2', '-T', String(SECONDS)],
      ...['-D', `i=0`, '-D', `base=${base}`, '-f', file, 'plain'],
    ])
    const done = Number(/number of transactions actually processed: (\d+)/.exec(output)?.[1] ?? 0)
    // Clients do not get on at the same pace, so there is room between two runs.
    base += done * 2 + CONNECTIONS
    if (base > voters) {
      throw new Error('too few voters for so many rounds')
    }
    return readTps(output)
  }
}

/** The statements as a script: what belongs to the voter who was recorded is worked out from a number. */
function scriptFor(statements: Statement[]): string {
  const own = new Map<string, string>([
    [voterOf(0), "'bench-voter-' || CAST(:n AS text)"],
    [uuidOf('1', 0), userIdOf(':n')],
    [uuidOf('2', 0), residentIdOf(':n')],
  ])
  const body = statements.map(({ text, values }) => {
    const filled = text.replace(/\$(\d+)/g, (_match, digits: string) => {
      const value = values[Number(digits) - 1]
      if (typeof value === 'string' && /^[\w-]{43}$/.test(value)) {
        return `left(md5('a' || CAST(:n AS text)) || md5('b' || CAST(:n AS text)), 43)` // the keyed hash of the voter
      }
      return (typeof value === 'string' ? own.get(value) : undefined) ?? literal(value)
    })
    return `${filled};`
  })
  const counter = ['\\set i :i + 1', `\\set n :base + :i * ${CONNECTIONS} + :client_id`]
  return `${[...counter, ...body].join('\n')}\n`
}

const uuidOf = (prefix: string, n: number) =>
  `${prefix}0000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** The voters of parse-server, and the index that keeps one of them at one ballot. */
async function addElectors(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE UNIQUE INDEX IF NOT EXISTS once ON "Participation" (key)')
  await client.query('CREATE INDEX IF NOT EXISTS elector_voter ON "Elector" (voter)')
  await client.query(
    `INSERT INTO "Elector" ("objectId", "createdAt", "updatedAt", voter, area)
     SELECT 'v' || n, now(), now(), 'bench-voter-' || n, '110117111212003' FROM generate_series(0, $1::int) AS n`,
    [VOTERS.embedded],
  )
  await client.query('ANALYZE')
  await client.end()
}
