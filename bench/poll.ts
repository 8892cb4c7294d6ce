import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'
import { silentLog } from '~/cloudfunctions/core/log'
import { createDistrict } from '~/local/host/district'
import { cloudContext } from '~/local/host/invoke'
import type { Action, Input, Output } from '~/types/api'
import type { SurveyAnswer, SurveyInput } from '~/types/survey'
import { DATA_KEY } from './capture'

const QUESTIONS = 5
const DAY_MS = 86_400_000

/** Answers to five questions of the scale; the n-th voter's. */
export const answersOf = (n: number): SurveyAnswer[] =>
  Array.from({ length: QUESTIONS }, (_, question) => 1 + ((n * 7 + question * 3) % 5))
export const voterOf = (n: number) => `bench-voter-${n}`
/** SQL for the ids of the n-th voter, which can be worked out from the number. */
const idOf = (prefix: string, n: string) =>
  `CAST('${prefix}0000000-0000-7000-8000-' || lpad(to_hex(CAST(${n} AS bigint)), 12, '0') AS uuid)`
export const userIdOf = (n: string) => idOf('1', n)
export const residentIdOf = (n: string) => idOf('2', n)

/** People of age with a phone, each somebody of the ledger, spread over the grids: `bench-voter-0` and so on. */
export async function addVoters(db: Db, count: number): Promise<void> {
  await sql`CREATE TEMP TABLE bench_voter AS
    SELECT n, ${sql.raw(userIdOf('n'))} AS user_id, ${sql.raw(residentIdOf('n'))} AS resident_id,
      gen_random_uuid() AS household_id, code
    FROM generate_series(0, ${count}::int - 1) AS n
    JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS nth, count(*) OVER () AS grids
      FROM area WHERE level = 'grid') AS grid ON nth = n % grids`.execute(db)
  await sql`INSERT INTO app_user (id, openid, name, privacy_version, created_at)
    SELECT user_id, 'bench-voter-' || n, '选民' || n, 1, now() FROM bench_voter`.execute(db)
  await sql`INSERT INTO membership (id, user_id, area_code, assurance, since)
    SELECT gen_random_uuid(), user_id, code, 'worker', now() - interval '1 day' FROM bench_voter`.execute(db)
  await sql`INSERT INTO household (id, area_code, door)
    SELECT household_id, code, '选' || n || '号' FROM bench_voter`.execute(db)
  await sql`INSERT INTO resident (id, household_id, area_code, user_id, name, sex, born_on, head)
    SELECT resident_id, household_id, code, user_id, '选民' || n,
      CASE WHEN n % 2 = 0 THEN 'female' ELSE 'male' END, date '1940-01-01' + (n * 37) % 20000, true
    FROM bench_voter`.execute(db)
  await sql`ANALYZE`.execute(db)
}

/** Acts once on a database that no host has open. */
export async function actOnce<A extends Action>(
  db: Db,
  openid: string,
  action: A,
  input: Input<A>,
): Promise<Output<A>> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-act-'))
  try {
    const { api } = await createDistrict({ db, dataKey: DATA_KEY, directory, log: silentLog })
    const reply = await api({ action, input }, cloudContext(openid))
    if (!reply.ok) {
      throw new Error(`${action} was refused: ${JSON.stringify(reply.error)}`)
    }
    return reply.data
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A secret survey of five questions that the whole district is asked; returns its id. */
export async function openPoll(db: Db): Promise<string> {
  const { code } = await db
    .selectFrom('area')
    .select('code')
    .where('level', '=', 'district')
    .executeTakeFirstOrThrow()
  const question = (n: number): SurveyInput['questions'][number] => ({
    kind: 'scale',
    text: `第${n + 1}件事,您满意吗?`,
    options: [],
    required: true,
    weight: 20,
  })
  const input: SurveyInput = {
    template: 'blank',
    subject: 'other',
    title: '满意度测评',
    why: '听听大家怎么说',
    areaCodes: [code],
    audience: 'everyone',
    secret: true,
    questions: Array.from({ length: QUESTIONS }, (_, n) => question(n)),
    rules: {
      points: [100, 80, 60, 30, 0],
      minBallots: 10,
      rankBallots: 30,
      quorum: 0,
      pass: 0,
      publish: { ranking: true, questions: true, grids: false },
    },
    closesAt: new Date(Date.now() + 7 * DAY_MS).toISOString(),
  }
  const { id } = await actOnce(db, 'demo-district-1', 'survey.create', input)
  await actOnce(db, 'demo-district-1', 'survey.open', { id })
  return id
}
