import { randomUUID } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { ActivityView, MySignupView } from '~/types/activity'
import { PRIVACY_VERSION } from '~/types/me'
import { createAgent, parseReply, send } from '~/test/faults/client'
import { startHost } from '~/test/support/host'
import { fromEnv, heading, line, percentile, ranged, ratios } from './figures'
import { readTps } from './pgbench'
import { makeCluster, type Cluster } from './postgres'

const PEOPLE = fromEnv('PEOPLE', 10_000)
const PLACES = 200
const CONNECTIONS = fromEnv('CONNECTIONS', 64)
const SECONDS = fromEnv('SECONDS', 8)
const GRID = '110117111207003'
const HOUR_MS = 3_600_000

interface Asked {
  id: string
  sentAt: number
  ms: number
  got: boolean
}

/** Everybody after a few places at once: sign-ups a second beside pgbench with the same conditional statement. */
export async function benchActivity(): Promise<void> {
  const cluster = await makeCluster()
  const work = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-bench-'))
  const host = await startHost({ dataDir: work, databaseUrl: cluster.url })
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  try {
    const openids = await addPeople(client)
    const [rushed, plain] = [await publish(client, host.url), await publish(client, host.url)]
    const before = runPgbench(cluster, work, plain)
    const started = performance.now()
    const asked = await rush(host.url, openids, rushed)
    const perSecond = PEOPLE / ((performance.now() - started) / 1000)
    const after = runPgbench(cluster, work, plain)
    await tell(client, rushed, { asked, perSecond, baseline: [before, after] })
  } finally {
    await client.end()
    await host.stop()
    cluster.remove()
    rmSync(work, { recursive: true, force: true })
  }
}

/** People of one grid who have never signed up for anything. */
async function addPeople(client: pg.Client): Promise<string[]> {
  const ids = Array.from({ length: PEOPLE }, () => randomUUID())
  await client.query(
    `INSERT INTO app_user (id, openid, name, privacy_version, consented_at, created_at)
     SELECT id, 'rush-' || id, '快手', $2, now(), now() FROM unnest($1::uuid[]) AS id`,
    [ids, PRIVACY_VERSION],
  )
  await client.query(
    `INSERT INTO membership (id, user_id, area_code, assurance, since)
     SELECT gen_random_uuid(), id, $2, 'group', now() FROM unnest($1::uuid[]) AS id`,
    [ids, GRID],
  )
  return ids.map((id) => `rush-${id}`)
}

/** An activity of the grid's worker; returns its only shift. */
async function publish(client: pg.Client, url: string): Promise<string> {
  const { rows } = await client.query<{ openid: string }>(
    `SELECT u.openid FROM assignment a JOIN app_user u ON u.id = a.user_id
     WHERE a.role = 'grid_worker' AND a.area_code = $1 AND a.to_at IS NULL LIMIT 1`,
    [GRID],
  )
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
  const input = {
    ...{ areaCode: GRID, kind: 'snow', title: '雪后清扫村主路', words: '一起扫一扫', place: '村委会门口' },
    ...{ contact: '李师傅', phone: '19900002222' },
    shifts: [{ startsAt: inHours(48), endsAt: inHours(50), capacity: PLACES }],
  } as const
  const call = { openid: rows[0]?.openid ?? '', action: 'activity.create', input, key: randomUUID() } as const
  const { shifts } = read(await send(url, call)) as ActivityView
  return shifts[0]?.id ?? ''
}

function read(text: string): unknown {
  const reply = parseReply(text)
  if (!reply.ok) {
    throw new Error(`refused, so the figure would mean nothing: ${text}`)
  }
  return reply.data
}

/** Everybody signs up, as many at once as there are connections. */
async function rush(url: string, openids: string[], shiftId: string): Promise<Asked[]> {
  const agent = createAgent(CONNECTIONS)
  const asked: Asked[] = []
  let next = 0
  const one = async () => {
    for (let at = next; at < openids.length; at = next) {
      next = at + 1
      const sentAt = performance.now()
      const call = {
        openid: openids[at] ?? '',
        action: 'activity.signUp',
        input: { shiftId },
        key: randomUUID(),
      }
      const { id, status } = read(await send(url, call as Parameters<typeof send>[1], agent)) as MySignupView
      asked.push({ id, sentAt, ms: performance.now() - sentAt, got: status === 'going' })
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  agent.destroy()
  return asked
}

/** The conditional statement and what it decides, without a program around it. */
function runPgbench(cluster: Cluster, work: string, shiftId: string): number {
  const file = path.join(work, 'claim.sql')
  writeFileSync(
    file,
    `BEGIN;
UPDATE shift SET
  taken = taken + CASE WHEN taken < capacity AND waiting = 0 THEN 1 ELSE 0 END,
  waiting = waiting + CASE WHEN taken < capacity AND waiting = 0 THEN 0 ELSE 1 END,
  last_place = last_place + 1
WHERE id = '${shiftId}' RETURNING waiting, last_place AS place \\gset
INSERT INTO volunteer (id, named_by, name, created_at)
  SELECT md5('${shiftId}' || :place)::uuid, id, 'v' || :place || '${shiftId}', now() FROM app_user LIMIT 1;
INSERT INTO signup (id, shift_id, activity_id, volunteer_id, user_id, status, place, during, signed_at)
  SELECT gen_random_uuid(), s.id, s.activity_id, v.id, v.named_by,
    CASE WHEN :waiting = 0 THEN 'going' ELSE 'waiting' END, :place, tstzrange(s.starts_at, s.ends_at), now()
  FROM shift s, volunteer v WHERE s.id = '${shiftId}' AND v.id = md5('${shiftId}' || :place)::uuid;
COMMIT;
`,
  )
  execFileSync('chmod', ['-R', 'a+rX', work])
  const output = cluster.run('pgbench', [
    ...['-h', '127.0.0.1', '-p', String(cluster.port), '-U', 'postgres'],
    ...['-n', '-c', String(CONNECTIONS), '-j', '2', '-T', String(SECONDS), '-f', file, 'postgres'],
  ])
  return readTps(output)
}

interface Result {
  asked: Asked[]
  perSecond: number
  baseline: number[]
}

async function tell(
  client: pg.Client,
  shiftId: string,
  { asked, perSecond, baseline }: Result,
): Promise<void> {
  const { rows } = await client.query<{ id: string; place: number }>(
    'SELECT id, place FROM signup WHERE shift_id = $1 ORDER BY place',
    [shiftId],
  )
  const places = new Map(rows.map(({ id, place }) => [id, place]))
  const inOrder = [...asked].sort((a, b) => a.sentAt - b.sentAt)
  const moved = inOrder.map(({ id }, at) => Math.abs((places.get(id) ?? 0) - (at + 1)))
  const times = asked.map(({ ms }) => ms)
  heading(`${PEOPLE} people after ${PLACES} places, ${CONNECTIONS} at once`)
  line('pgbench, the statement and its rows (baseline), a second', ranged(baseline))
  line('sign-ups through the whole stack, a second', perSecond.toFixed(0), ratios([perSecond], baseline))
  line(
    'time of a sign-up',
    `p50 ${percentile(times, 0.5).toFixed(0)} ms`,
    `p99 ${percentile(times, 0.99).toFixed(0)} ms`,
  )
  line('got a place', `${asked.filter(({ got }) => got).length} of ${PLACES}, ${rows.length} in the line`)
  line(
    'places from the order of asking',
    `p50 ${percentile(moved, 0.5)}`,
    `p99 ${percentile(moved, 0.99)}, most ${Math.max(...moved)}`,
  )
}
