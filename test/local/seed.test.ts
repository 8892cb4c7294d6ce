import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import type { NewRow } from '~/cloudfunctions/core/schema'
import { importAreas } from '~/local/areas/import'
import { parseAreas } from '~/local/areas/parse'
import { seed, type SeedOptions } from '~/local/seed'
import { FULL_HOUSEHOLDS, FULL_RESIDENTS, planGrids } from '~/local/seed/plan'
import { createProgress } from '~/local/seed/progress'
import { DEPARTMENTS } from '~/local/seed/staff'
import { ROLE_GIVEN_BY, ROLE_LEVEL, type Role } from '~/types/roles'
import { areaLevelOf, isWithin } from '~/types/area'
import { openOwnDb } from '../support/own-db'

const ROOT = path.join(__dirname, '../..')
const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
const options: SeedOptions = { scale: 'demo', seed: 7, now: new Date('2026-03-05T08:00:00Z') }
const real = parseAreas(readFileSync(path.join(ROOT, 'data/pinggu-areas.csv'), 'utf8')).areas
/** One town of the real file, with the village that is shown first. */
const TOWN = '110117111'
const SHOWN = '110117111207003'
const few = real.filter(({ code }) => isWithin(TOWN, code) || isWithin(code, TOWN))
const fewGrids = few.filter(({ level }) => level === 'grid').length

const open: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of open) {
    await close()
  }
})

/** A database of its own with these areas: the tests compare and count whole tables. */
async function openOwn(areas: NewRow<'area'>[]): Promise<Db> {
  const db = await openEmpty(`micro_grid_test_seed_${open.length}`)
  await migrate(db, await readMigrations(path.join(ROOT, 'cloudfunctions/migrations')))
  await importAreas(db, areas)
  return db
}

async function openEmpty(name: string): Promise<Db> {
  const { db, close } = await openOwnDb(name)
  open.push(close)
  return db
}

const TABLES = [
  ...['setting', 'department', 'app_user', 'membership', 'assignment'],
  ...['grid_setting', 'grid_group', 'household', 'resident'],
]

/** One hash of every row of every table; phone numbers opened, as no two seals of one are alike. */
async function hashOf(db: Db): Promise<string> {
  const hash = createHash('sha256')
  for (const table of TABLES) {
    const { rows } = await sql<{ row: string; sealed: string | null }>`
      SELECT (to_jsonb(t) - 'phone_encrypted')::text AS row, to_jsonb(t) ->> 'phone_encrypted' AS sealed
      FROM ${sql.id(table)} AS t ORDER BY 1`.execute(db)
    for (const { row, sealed } of rows) {
      hash.update(`${table}${row}${sealed === null ? '' : secrets.decrypt(sealed)}\n`)
    }
  }
  return hash.digest('hex')
}

async function count(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.id(table)}`.execute(db)
  return rows[0]?.n ?? 0
}

describe('one town', () => {
  let db: Db
  let hash: string
  beforeAll(async () => {
    db = await openOwn(few)
    const report = await seed(db, secrets, options)
    expect(report).toEqual({
      skipped: false,
      households: await count(db, 'household'),
      residents: await count(db, 'resident'),
      users: await count(db, 'app_user'),
      staff: await count(db, 'assignment'),
    })
    hash = await hashOf(db)
  })

  test('the same seed makes the same rows, another seed others', async () => {
    const again = await openOwn(few)
    await seed(again, secrets, options)
    expect(await hashOf(again)).toBe(hash)
    const other = await openOwn(few)
    await seed(other, secrets, { ...options, seed: 8 })
    expect(await hashOf(other)).not.toBe(hash)
  })

  test('a second run changes nothing', async () => {
    expect(await seed(db, secrets, { ...options, scale: 'full', seed: 9 })).toMatchObject({ skipped: true })
    expect(await hashOf(db)).toBe(hash)
  })

  test('an interrupted run is finished as it was begun', async () => {
    const broken = await openOwn(few)
    let phones = 0
    const failing = {
      ...secrets,
      encrypt(plain: string) {
        phones += 1
        if (phones > 200) {
          throw new Error('power cut')
        }
        return secrets.encrypt(plain)
      },
    }
    await expect(seed(broken, failing, options)).rejects.toThrow('power cut')
    expect(await count(broken, 'assignment')).toBeGreaterThan(0)
    const later = { ...options, now: new Date('2027-01-01T00:00:00Z'), seed: 1 }
    expect(await seed(broken, secrets, later)).toMatchObject({ skipped: false })
    expect(await hashOf(broken)).toBe(hash)
  })

  test('a week of volunteering waits in the grid that is shown first', async () => {
    const { rows } = await sql<{
      title: string
      shifts: number
      going: number
      waiting: number
      mine: boolean
    }>`
      SELECT a.title,
        (SELECT count(*)::int FROM shift WHERE activity_id = a.id) AS shifts,
        count(*) FILTER (WHERE s.status = 'going')::int AS going,
        count(*) FILTER (WHERE s.status = 'waiting')::int AS waiting,
        bool_or(u.openid = ${`demo-r-${SHOWN}-1`}) AS mine
      FROM activity a JOIN signup s ON s.activity_id = a.id JOIN app_user u ON u.id = s.user_id
      WHERE a.area_code = ${SHOWN} AND a.next_at > ${options.now} GROUP BY a.id ORDER BY a.next_at`.execute(
      db,
    )
    expect(new Set(rows.map(({ title }) => title)).size).toBe(5)
    expect(rows.filter(({ shifts }) => shifts > 1)).toHaveLength(1)
    expect(rows.filter(({ waiting }) => waiting > 0)).toMatchObject([{ going: 4, waiting: 2 }])
    expect(rows.filter(({ mine }) => mine)).toHaveLength(1)
    const { rows: wrong } = await sql`
      SELECT h.id FROM shift h LEFT JOIN signup s ON s.shift_id = h.id GROUP BY h.id
      HAVING h.taken <> count(*) FILTER (WHERE s.status = 'going')
        OR h.waiting <> count(*) FILTER (WHERE s.status = 'waiting')`.execute(db)
    expect(wrong).toEqual([])
  })

  test('everybody of the staff can be played', async () => {
    const rows = await db.selectFrom('appUser').select('openid').execute()
    const openids = new Set(rows.map(({ openid }) => openid))
    const villages = few.filter(({ level }) => level === 'village').map(({ code }) => code)
    const expected = [
      ...['demo-admin-1', 'demo-district-1', 'demo-district-2', 'demo-district-3'],
      ...[`demo-town-${TOWN}-1`, `demo-town-${TOWN}-2`, `demo-mediator-${villages[0]}`],
      ...DEPARTMENTS.flatMap(([code]) => [`demo-dept-${code}-1`, `demo-dept-${code}-2`]),
      ...villages.flatMap((code) => [`demo-secretary-${code}`, `demo-doctor-${code}`]),
      ...[`demo-worker-${SHOWN}`, `demo-r-${SHOWN}-1`],
    ]
    expect(expected.filter((openid) => !openids.has(openid))).toEqual([])
    expect(await count(db, 'department')).toBe(DEPARTMENTS.length)
  })

  test('every grid has one worker with a home, a duty number and a group', async () => {
    const { rows } = await sql<Record<string, number>>`
      SELECT count(*)::int AS grids, count(DISTINCT a.area_code)::int AS own, count(m.id)::int AS members,
        count(r.id)::int AS homes, count(g.opengid)::int AS groups, count(NULLIF(s.duty_phone, ''))::int AS phones
      FROM assignment a
      LEFT JOIN membership m ON m.user_id = a.user_id AND m.area_code = a.area_code AND m.assurance = 'worker'
      LEFT JOIN resident r ON r.user_id = a.user_id AND r.area_code = a.area_code
      LEFT JOIN grid_group g ON g.bound_by = a.user_id AND g.opengid = 'demo-group-' || a.area_code
      LEFT JOIN grid_setting s ON s.area_code = a.area_code
      WHERE a.role = 'grid_worker'`.execute(db)
    const all = {
      grids: fewGrids,
      own: fewGrids,
      members: fewGrids,
      homes: fewGrids,
      groups: fewGrids,
      phones: fewGrids,
    }
    expect(rows[0]).toEqual(all)
  })

  test('posts are given by somebody of the level above, whose own post covers the area', async () => {
    const posts = await db.selectFrom('assignment').selectAll().execute()
    const byUser = new Map(posts.map((post) => [post.userId, post]))
    for (const { role, areaCode, givenBy, fromAt } of posts) {
      expect(areaLevelOf(areaCode)).toBe(ROLE_LEVEL[role])
      expect(fromAt).toEqual(new Date('2025-03-05T08:00:00Z'))
      if (role === 'system_administrator') {
        expect(givenBy).toBeNull()
      } else {
        const giver = byUser.get(givenBy ?? '')
        expect(ROLE_GIVEN_BY[role]).toContain<Role | undefined>(giver?.role)
        expect(isWithin(areaCode, giver?.areaCode ?? '-')).toBe(true)
      }
    }
  })

  test('the shown grid is full of neighbours, its doors and phones are in order', async () => {
    const homes = await db.selectFrom('household').select('door').where('areaCode', '=', SHOWN).execute()
    expect(homes).toHaveLength(20)
    expect(homes.every(({ door }) => /^\d+号院$/.test(door))).toBe(true)
    const users = await db.selectFrom('appUser').selectAll().execute()
    const phones = users.map(({ phoneEncrypted }) => secrets.decrypt(phoneEncrypted ?? ''))
    expect(phones.every((phone) => /^1990\d{7}$/.test(phone))).toBe(true)
    expect(new Set(phones).size).toBe(phones.length)
    expect(users.map(({ phoneHash }) => phoneHash)).toEqual(
      phones.map((phone) => secrets.keyedHash('phone', phone)),
    )
    expect(
      users.every(({ privacyVersion, consentedAt }) => privacyVersion === 1 && consentedAt !== null),
    ).toBe(true)
    const young = await db
      .selectFrom('resident')
      .select('id')
      .where('userId', 'is not', null)
      .where('bornOn', '>', '2010-03-05')
      .execute()
    expect(young).toEqual([])
  })
})

test('the demonstration of the whole district', async () => {
  const db = await openOwn(real)
  const steps: [number, number][] = []
  const started = performance.now()
  const report = await seed(db, secrets, { ...options, onProgress: (...step) => steps.push(step) })
  // Eight seconds are allowed on a quiet machine; two test files share this one.
  expect(performance.now() - started).toBeLessThan(16_000)
  expect(report.staff).toBe(3_900)
  expect(steps.at(-1)).toEqual([report.residents, report.residents])
  const { rows } = await sql<{ grids: number }>`SELECT count(*)::int AS grids FROM (
    SELECT area_code FROM household GROUP BY area_code HAVING count(*) BETWEEN 2 AND 3) AS lively`.execute(db)
  // The shown grid may be one of the six hundred.
  expect(rows[0]?.grids).toBeGreaterThanOrEqual(599)
})

test('the whole district has exactly its households and residents', () => {
  const at = (level: string) => real.filter((area) => area.level === level) as never
  const [district] = at('district') as never[]
  const ground = { district: district!, towns: at('town'), villages: at('village'), grids: at('grid') }
  const plans = planGrids(ground, 'full', 1)
  const sizes = plans.flatMap((plan) => plan.sizes)
  expect(sizes).toHaveLength(FULL_HOUSEHOLDS)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(FULL_RESIDENTS)
  expect(Math.min(...plans.map((plan) => plan.sizes.length))).toBeGreaterThan(20)
  expect([...new Set(sizes)].sort()).toEqual([1, 2, 3, 4, 5, 6])
})

test('progress moves on a terminal and is told in tenths elsewhere', () => {
  const told = (isTTY: boolean) => {
    const texts: string[] = []
    const progress = createProgress({ isTTY, write: (text: string) => texts.push(text) > 0 }, '居民')
    for (let done = 0; done <= 200; done += 7) {
      progress(done, 200)
    }
    progress(200, 200)
    return texts
  }
  expect(told(false)).toHaveLength(10)
  expect(told(false).at(-1)).toBe('居民 100%(200/200)\n')
  expect(told(true)[0]).toMatch(/^\r居民 ░+ 0%/)
  expect(told(true).at(-1)).toMatch(/█{30} 100%.*\n$/)
})
