import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { systemClock } from '~/cloudfunctions/core/clock'
import { createDb, type Db } from '~/cloudfunctions/core/db'
import type { Deps } from '~/cloudfunctions/core/deps'
import { silentLog } from '~/cloudfunctions/core/log'
import { findSurvey } from '~/cloudfunctions/features/survey/repo'
import { workOut } from '~/cloudfunctions/features/survey/results'
import { insertTally } from '~/cloudfunctions/features/survey/tally'
import { sealDue } from '~/cloudfunctions/features/survey/timers'
import { startHost } from '~/test/support/host'
import { DATA_KEY } from './capture'
import { fromEnv, heading, line, median, ranged, ratios } from './figures'
import { addVoters, openPoll } from './poll'
import { hasPostgres, makeCluster } from './postgres'

const BALLOTS = fromEnv('BALLOTS', 450_000)
const ROUNDS = fromEnv('ROUNDS', 5)
const MB = 1_048_576

/** Closing, counting and ranking a whole district's ballots, beside the bare scan of them. */
export async function benchTally(): Promise<void> {
  if (!hasPostgres) {
    heading('the tally left out: there is no PostgreSQL server on this machine')
    return
  }
  const cluster = await makeCluster()
  const work = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-tally-'))
  const db = createDb(new pg.Pool({ connectionString: cluster.url, max: 2 }))
  try {
    const env = { DATA_KEY }
    const empty = await startHost({ dataDir: path.join(work, 'fill'), databaseUrl: cluster.url, env })
    await empty.stop()
    await addVoters(db, BALLOTS)
    const id = await openPoll(db)
    heading(`${BALLOTS} ballots of five questions, all villages, in ms`)
    await fillBox(db, id)
    const sealed = await timed(async () => {
      await sql`UPDATE survey SET status = 'closing' WHERE id = ${id}`.execute(db)
      await sealDue({ db, clock: systemClock, log: silentLog } as Deps, uuidv7)
    })
    line('closing: shuffled, counted, key destroyed, swept', sealed.toFixed(0))
    await sql`VACUUM (ANALYZE)`.execute(db)
    await measure(db, id)
  } finally {
    await db.destroy()
    cluster.remove()
    rmSync(work, { recursive: true, force: true })
  }
}

/** Everybody has voted: participation and ballots, as castBallot would have written them. */
async function fillBox(db: Db, id: string): Promise<void> {
  await sql`INSERT INTO survey_roll (survey_id, unit_id, resident_id, cast_by, area_code, origin, hour)
    SELECT survey_id, unit_id, resident_id, resident_id, area_code, 'program', date_trunc('hour', now(), 'UTC')
    FROM survey_elector WHERE survey_id = ${id} AND counted`.execute(db)
  await sql`INSERT INTO survey_open_ballot (survey_id, ballot_id, receipt, area_code, band, sex, on_paper, seconds,
      secret, q1, q2, q3, q4, q5)
    SELECT survey_id, md5(unit_id::text), upper(translate(left(md5('r' || unit_id), 8), 'ilou', 'ABCD')), area_code,
      band, sex, false, 60, true, a, 1 + (a + 1) % 5, a, 1 + a / 2, a
    FROM (SELECT *, (1 + floor(random() * random() * 5))::smallint AS a FROM survey_elector
      WHERE survey_id = ${id} AND counted) AS elector`.execute(db)
}

async function measure(db: Db, id: string): Promise<void> {
  const survey = await findSurvey(db, id)
  if (survey?.status !== 'closed') {
    throw new Error('the survey was not closed, so the figure would mean nothing')
  }
  const [bare, tally, ranked]: number[][] = [[], [], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    bare?.push(
      await timed(() =>
        sql`SELECT area_code, count(*), avg(q1), avg(q2), avg(q3), avg(q4), avg(q5) FROM survey_ballot
          WHERE survey_id = ${id} GROUP BY area_code`.execute(db),
      ),
    )
    tally?.push(
      await timed(() =>
        db.transaction().execute(async (tx) => {
          await sql`DELETE FROM survey_tally WHERE survey_id = ${id} AND part = 'village'`.execute(tx)
          const columns = sql.raw('q1, q2, q3, q4, q5, q6, q7, q8')
          const ballots = sql`SELECT area_code AS place, band, sex, ${columns} FROM survey_ballot WHERE survey_id = ${id}`
          await insertTally(tx, survey, { name: 'village', ballots })
        }),
      ),
    )
    ranked?.push(await timed(() => workOut(db, survey)))
  }
  const whole = (tally ?? []).map((ms, round) => ms + (ranked?.[round] ?? 0))
  line('bare scan: villages, means of five questions (baseline)', ranged(bare ?? []))
  line('tally by village, age band, sex and answer', ranged(tally ?? []), ratios(tally ?? [], bare ?? []))
  line('weights, intervals, suppression, ranking', ranged(ranked ?? []))
  line('tally and ranking', ranged(whole), ratios(whole, bare ?? []))
  line('memory of this process', `${(process.memoryUsage().rss / MB).toFixed(0)} MB`)
  line('median of the ranking alone', median(ranked ?? []).toFixed(0))
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}
