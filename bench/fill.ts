import { sql, type RawBuilder } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'
import { MATTERS, PLACES, PLEAS, SINCE } from './words'

/** People with so many cases that their own list has a fifth page, whatever the size of the table. */
export const HEAVY_PEOPLE = 5
const HEAVY_CASES = 95

/** A share of the year's newest cases of which most are still open; of the older ones few are. */
const RECENT = 0.08
const OPEN_OF_RECENT = 0.9
const OPEN_OF_OLDER = 0.03

/** The item at a random place of a list of words. */
const drawn = (words: string[]) => sql`(${words}::text[])[1 + floor(random() * ${words.length}::int)::int]`

/**
 * Puts `count` appeals of the last twelve months (about 10 % open) into a district that has its people, with steps,
 * ratings, pictures and neighbours who joined, spread evenly over its grids. `db` must have one connection only.
 */
export async function fillAppeals(db: Db, count: number, now: Date): Promise<void> {
  const at = now.toISOString()
  for (const statement of [...preparations(), draw(count, at), settle(at), ...rows(at)]) {
    await statement.execute(db)
  }
}

/** The people of each grid, numbered; who works where. The same numbers are drawn on every run. */
function preparations(): RawBuilder<unknown>[] {
  return [
    sql`SELECT setseed(0.5)`,
    sql`CREATE TEMP TABLE bench_member AS
      SELECT m.user_id, m.area_code, dense_rank() OVER (ORDER BY m.area_code)::int AS grid,
        row_number() OVER (PARTITION BY m.area_code ORDER BY m.user_id)::int AS nth,
        count(*) OVER (PARTITION BY m.area_code)::int AS members
      FROM membership m WHERE m.until IS NULL`,
    sql`CREATE INDEX ON bench_member (grid, nth)`,
    sql`CREATE TEMP TABLE bench_heavy AS
      SELECT row_number() OVER (ORDER BY md5(user_id::text))::int AS nth, user_id, area_code
      FROM bench_member m WHERE NOT EXISTS (SELECT FROM assignment a WHERE a.user_id = m.user_id)
      ORDER BY nth LIMIT ${HEAVY_PEOPLE}::int`,
    sql`CREATE TEMP TABLE bench_staff AS
      SELECT DISTINCT ON (area_code) area_code, user_id FROM assignment
      WHERE role IN ('grid_worker', 'village_secretary', 'town_officer') ORDER BY area_code, user_id`,
    sql`ANALYZE bench_member`,
    sql`ANALYZE bench_staff`,
  ]
}

/** Who asked what, where and when; oldest first, as they would lie in a table that grew over the year. */
function draw(count: number, at: string): RawBuilder<unknown> {
  const matters = MATTERS.map(([, text]) => text)
  const categories = MATTERS.map(([category]) => category)
  const every = Math.floor(count / (HEAVY_PEOPLE * HEAVY_CASES))
  if (every < 2) {
    throw new Error(`too few appeals: at least ${2 * HEAVY_PEOPLE * HEAVY_CASES}`)
  }
  return sql`CREATE TEMP TABLE bench_drawn AS
    WITH number AS MATERIALIZED (
      SELECT n, 1 + floor(random() * (SELECT max(grid) FROM bench_member))::int AS grid, random() AS who,
        random() AS state, random() AS level, random() AS late, random() AS span, random() AS extra,
        1 + floor(random() * ${matters.length}::int)::int AS matter,
        ${drawn(PLACES)} AS place, ${drawn(SINCE)} AS since, ${drawn(PLEAS)} AS plea,
        ${at}::timestamptz - interval '365 days' * ((${count}::int - n + random()) / ${count}::int) AS submitted_at
      FROM generate_series(1, ${count}::int) AS n)
    SELECT gen_random_uuid() AS id, number.*, coalesce(h.user_id, m.user_id) AS user_id,
      coalesce(h.area_code, m.area_code) AS area_code, m.members,
      place || (${matters}::text[])[matter] || ',' || since || plea AS text,
      (${categories}::text[])[matter] AS category,
      n > ${count}::int * (1 - ${RECENT}::float8) AS recent
    FROM number
    JOIN bench_member m ON m.grid = number.grid AND m.nth = 1 + floor(who * (SELECT max(members) FROM bench_member
      o WHERE o.grid = number.grid))::int
    LEFT JOIN bench_heavy h ON n % ${every}::int = 0 AND h.nth = 1 + (n / ${every}::int) % ${HEAVY_PEOPLE}::int
    ORDER BY n`
}

/** How far each case has come: who holds it, what it waits for. Late ones have mostly been pushed up. */
function settle(at: string): RawBuilder<unknown> {
  return sql`CREATE TEMP TABLE bench_case AS
    WITH opened AS (
      SELECT *, state < CASE WHEN recent THEN ${OPEN_OF_RECENT}::float8 ELSE ${OPEN_OF_OLDER}::float8 END AS open,
        extra < 0.04 AS led FROM bench_drawn),
    held AS (
      SELECT *, open AND late < 0.05 AS over, left(area_code, CASE WHEN led THEN 9
        WHEN level < CASE WHEN open AND late < 0.05 THEN 0.4 ELSE 0.8 END THEN 15
        WHEN level < CASE WHEN open AND late < 0.05 THEN 0.7 ELSE 0.92 END THEN 12 ELSE 9 END) AS holder_code
      FROM opened)
    SELECT held.*, s.user_id AS worker_id,
      CASE WHEN NOT open THEN CASE WHEN recent THEN 'finished' ELSE 'closed' END
        WHEN led THEN CASE WHEN extra < 0.01 THEN 'objected' ELSE 'dispatched' END
        WHEN extra < 0.07 THEN 'shelved' WHEN extra < 0.7 THEN 'accepted'
        WHEN length(holder_code) = 15 THEN 'submitted' ELSE 'escalated' END AS status,
      CASE WHEN led THEN d.code END AS lead,
      CASE WHEN led OR extra BETWEEN 0.98 AND 0.99 THEN ARRAY[d.code] ELSE '{}' END AS departments,
      CASE WHEN over THEN submitted_at + (${at}::timestamptz - submitted_at) * (0.3 + 0.6 * span)
        WHEN open THEN ${at}::timestamptz + interval '7 days' * (0.01 + span)
        ELSE submitted_at + interval '7 days' END AS due_at,
      CASE WHEN open THEN NULL
        ELSE submitted_at + least(interval '6 days', ${at}::timestamptz - submitted_at) * span END AS handled_at
    FROM held JOIN bench_staff s ON s.area_code = held.holder_code
    JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS nth, count(*) OVER () AS many FROM department) d
      ON d.nth = matter % d.many
    ORDER BY n`
}

function rows(at: string): RawBuilder<unknown>[] {
  return [
    sql`INSERT INTO appeal (id, number, area_code, submitter_id, text, place, category, urgency, name_shown, private,
        status, holder_code, handler_id, submitted_at, term_from, due_at, handled_at, closed_at, lead_department,
        departments, sign_due_at, review_at, remind_at, content, fed_back_citizen_at, fed_back_centre_at, told_by)
      SELECT id, to_char(submitted_at, 'YYYYMMDD') || '-f' || n, area_code, user_id, text, place, category,
        CASE WHEN who < 0.02 THEN 'danger' WHEN who < 0.2 THEN 'today' WHEN who < 0.95 THEN 'soon' ELSE 'complex' END,
        level < 0.4, late > 0.93, status, holder_code,
        CASE WHEN status IN ('submitted', 'escalated', 'dispatched', 'objected') THEN NULL ELSE worker_id END,
        submitted_at, greatest(submitted_at, due_at - interval '7 days'), due_at, handled_at,
        CASE WHEN status = 'closed' THEN least(handled_at + interval '1 day', ${at}::timestamptz) END, lead,
        departments,
        CASE WHEN status IN ('submitted', 'escalated', 'dispatched') THEN ${at}::timestamptz + interval '1 day' END,
        CASE WHEN status = 'shelved' THEN ${at}::timestamptz + interval '20 days' END,
        CASE WHEN open AND status <> 'shelved' THEN ${at}::timestamptz + interval '1 day' * (1 + span) END, 'passed',
        handled_at, handled_at, CASE WHEN handled_at IS NOT NULL THEN 'in_app' END
      FROM bench_case ORDER BY n`,
    ...steps(),
    sql`INSERT INTO appeal_rating (appeal_id, round, user_id, outcome, satisfaction, at)
      SELECT id, 0, user_id, 'solved', 'satisfied', handled_at FROM bench_case WHERE status = 'closed'`,
    sql`INSERT INTO appeal_callback (appeal_id, round, asked_at, tries, tried_at, next_at, frozen_at)
      SELECT id, 0, handled_at, 1, handled_at, CASE WHEN status = 'finished' THEN ${at}::timestamptz + interval '1 day' END,
        CASE WHEN status = 'closed' THEN handled_at END
      FROM bench_case WHERE handled_at IS NOT NULL`,
    sql`INSERT INTO picture (id, user_id, raw_path, file_key, width, height, bytes, created_at, attached_at)
      SELECT id, user_id, '/bench/' || id, '/bench/' || id || '.jpg', 1600, 1200, 240000, submitted_at, submitted_at
      FROM bench_case WHERE who BETWEEN 0.3 AND 0.5`,
    sql`INSERT INTO appeal_picture (step_id, position, picture_id)
      SELECT s.id, 0, p.id FROM picture p JOIN appeal_step s ON s.appeal_id = p.id AND s.action = 'appeal.submit'`,
    sql`INSERT INTO appeal_join (appeal_id, user_id, at)
      SELECT c.id, m.user_id, c.submitted_at FROM bench_case c JOIN bench_member m ON m.grid = c.grid
      WHERE m.user_id <> c.user_id AND c.span < 0.1 AND m.nth <= 3`,
    sql`INSERT INTO appeal_extension (appeal_id, reason, seconds, asked_by, asked_at, granted, decided_at)
      SELECT id, '要等配件', 86400, worker_id, submitted_at, true, submitted_at
      FROM bench_case WHERE extra BETWEEN 0.97 AND 0.98`,
    sql`INSERT INTO appeal_objection (id, appeal_id, round, department, reason, objected_by, objected_at, decide_by)
      SELECT gen_random_uuid(), id, 1, lead, '不归我们管', worker_id, submitted_at, ${at}::timestamptz + interval '1 day'
      FROM bench_case WHERE status = 'objected'`,
    sql`INSERT INTO whistle (id, appeal_id, department, kind, words, status, blown_by, blown_at, answer_due_at,
        arrived_at, released_at)
      SELECT gen_random_uuid(), id, departments[1], 'hard', '请到现场', CASE WHEN open THEN 'blown' ELSE 'released' END,
        worker_id, submitted_at, submitted_at + interval '1 day', CASE WHEN NOT open THEN handled_at END,
        CASE WHEN NOT open THEN handled_at END
      FROM bench_case WHERE extra BETWEEN 0.98 AND 0.99`,
  ]
}

/** Asked, taken, done, rated: as many as the case has come to. */
function steps(): RawBuilder<unknown>[] {
  const step = (action: string, from: string, to: string, at: string, where: string) => {
    const resident = action === 'appeal.submit' || action === 'appeal.rate'
    return sql`INSERT INTO appeal_step (id, appeal_id, action, from_status, to_status, user_id, by_code, by_resident, at)
      SELECT gen_random_uuid(), id, ${action}, ${from}, ${to}, ${sql.ref(resident ? 'user_id' : 'worker_id')},
        ${sql.ref(resident ? 'area_code' : 'holder_code')}, ${resident}::boolean, ${sql.ref(at)}
      FROM bench_case WHERE ${sql.raw(where)} ORDER BY n`
  }
  return [
    step('appeal.submit', '', 'submitted', 'submitted_at', 'true'),
    step(
      'appeal.accept',
      'submitted',
      'accepted',
      'submitted_at',
      `status NOT IN ('submitted', 'escalated')`,
    ),
    step('appeal.finish', 'accepted', 'finished', 'handled_at', 'handled_at IS NOT NULL'),
    step('appeal.rate', 'finished', 'closed', 'handled_at', `status = 'closed'`),
  ]
}
