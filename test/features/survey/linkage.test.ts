import { sql } from 'kysely'
import type { Log, LogFields } from '~/cloudfunctions/core/log'
import { openDistrict, type District } from '../../support/district'
import { openSurvey } from '../../support/surveys'
import { makeVoters, type Voter } from './voters'

const VOTERS = 1000
const CHOICES = 5

interface Seen {
  /** Persons of the roll, in the order that somebody with the database sees, and the box in its own. */
  roll: string[]
  box: { choice: number }[]
}
/** A way to guess: which place in the box belongs to the n-th person of the roll. */
type Guess = (seen: Seen, choices: Map<string, number>) => number

/** How often the choice at the same place is the person's own. */
const samePlace: Guess = ({ roll, box }, choices) =>
  roll.filter((person, at) => box[at]?.choice === choices.get(person)).length

/**
 * Standardised distance of the hits from what guessing at random from the same box gives. Under chance the number of
 * matches of a random permutation has mean Σ n_c²/N and variance (Σ n_c²/N)²/(N−1) + Σ n_c²/(N−1) − … as below.
 */
function zOf(hits: number, choices: number[]): number {
  const n = choices.length
  const counts = Array.from({ length: CHOICES }, (_, at) => choices.filter((one) => one === at + 1).length)
  const squares = counts.reduce((sum, one) => sum + one * one, 0)
  const mean = squares / n
  // Two different places both hit, summed over their choices.
  const pairs = counts.reduce(
    (sum, one) => sum + (one * (one - 1)) ** 2 + one * one * (squares - one * one),
    0,
  )
  const variance = mean + pairs / (n * (n - 1)) - mean * mean
  return (hits - mean) / Math.sqrt(variance)
}

/** A deterministic stream of choices, so that the voters are the same in every run. */
function drawChoice(n: number): number {
  const mixed = Math.imul(n + 1, 2_654_435_761) >>> 0
  return 1 + (mixed % CHOICES)
}

describe(`who has voted what, sought by somebody with the whole database, ${VOTERS} voters`, () => {
  let district: District
  const lines: string[] = []
  const keep = (event: string, fields?: LogFields) => void lines.push(JSON.stringify({ event, ...fields }))
  const log: Log = { info: keep, warn: keep, error: keep }
  let id: string
  let voters: Voter[]
  const choices = new Map<string, number>()
  let beforeClose: Seen
  let afterClose: Record<string, Seen>

  /** What lies in a table, in the order of a system column or of the table itself. */
  async function look(table: 'survey_open_ballot' | 'survey_ballot', order: string): Promise<Seen> {
    const people = await sql<{ person: string }>`
      SELECT resident_id AS person FROM survey_roll WHERE survey_id = ${id} ORDER BY ${sql.raw(order)}`.execute(
      district.db,
    )
    const box = await sql<{ choice: number }>`
      SELECT q1 AS choice FROM ${sql.table(table)} WHERE survey_id = ${id} ORDER BY ${sql.raw(order)}`.execute(
      district.db,
    )
    return { roll: people.rows.map(({ person }) => person), box: box.rows }
  }

  beforeAll(async () => {
    district = await openDistrict(log)
    const grid = district.newGrid()
    const town = await district.staff('town_officer', grid.slice(0, 9))
    voters = await makeVoters(district, grid, VOTERS)
    id = (await openSurvey(district, town, [grid])).id
    for (const [n, { openid, residentId }] of voters.entries()) {
      const choice = drawChoice(n)
      choices.set(residentId, choice)
      const input = { id, edition: 1, answers: [choice] }
      const reply = await district.api({ action: 'survey.cast', input, key: `linkage-${n}` }, { openid })
      expect(reply.ok).toBe(true)
    }
    beforeClose = await look('survey_open_ballot', 'xmin::text::bigint')
    await town.call('survey.close', { id, reason: '够了' })
    afterClose = {
      'the place in the table': await look('survey_ballot', 'ctid'),
      'the transaction that wrote it, then the place': await look(
        'survey_ballot',
        'xmin::text::bigint, ctid',
      ),
    }
  }, 180_000)
  afterAll(() => district.close())

  const chosen = () => voters.map(({ residentId }) => choices.get(residentId) ?? 0)

  it('is found by the transactions that wrote the rows while the box is open: the matcher works (control)', () => {
    expect(beforeClose.roll).toHaveLength(VOTERS)
    const hits = samePlace(beforeClose, choices)
    expect(hits).toBe(VOTERS)
    expect(zOf(hits, chosen())).toBeGreaterThan(30)
  })

  it.each(['the place in the table', 'the transaction that wrote it, then the place'])(
    'is not found after the close by %s: no better than chance (p > 0.05)',
    (way) => {
      const seen = afterClose[way]
      expect(seen?.box).toHaveLength(VOTERS)
      // The shuffle is really random: one look of twenty lies outside ±1.96 by chance, four of seven never do.
      const looks = [0, 1, 2, 3, 4, 5, 6].map((shift) => {
        const turned = (seen?.roll ?? []).map((_, at, roll) => roll[(at + shift * 137) % VOTERS] ?? '')
        return Math.abs(zOf(samePlace({ roll: turned, box: seen?.box ?? [] }, choices), chosen()))
      })
      expect(looks.filter((z) => z > 1.96).length).toBeLessThanOrEqual(3)
      expect(looks[0]).toBeLessThan(4)
    },
  )

  it('is written by one transaction: nothing in the row versions tells two ballots apart', async () => {
    const { rows } = await sql<{ versions: number; ids: number }>`
      SELECT count(DISTINCT xmin::text) AS versions, count(DISTINCT id) AS ids FROM survey_ballot
      WHERE survey_id = ${id}`.execute(district.db)
    expect(rows).toEqual([{ versions: 1, ids: VOTERS }])
  })

  it('has ids that are random and carry no time', async () => {
    const rows = await district.db
      .selectFrom('surveyBallot')
      .select('id')
      .where('surveyId', '=', id)
      .execute()
    expect(new Set(rows.map((row) => row.id[14]))).toEqual(new Set(['4']))
  })

  it('is in no log line, no trail, no kept key, no event: none of them knows both', async () => {
    const [ballot] = await district.db
      .selectFrom('surveyBallot')
      .select('id')
      .where('surveyId', '=', id)
      .execute()
    const people = new Set(voters.flatMap(({ userId, openid, residentId }) => [userId, openid, residentId]))
    const named = lines.filter((line) => [...people].some((person) => line.includes(person)))
    expect(lines.length).toBeGreaterThan(VOTERS)
    expect(named).toEqual([])
    expect(lines.filter((line) => line.includes('answers') || line.includes(ballot?.id ?? '-'))).toEqual([])
    const kept = await district.db
      .selectFrom('idempotencyKey')
      .select('key')
      .where('key', 'like', 'linkage-%')
      .execute()
    const trail = await district.db.selectFrom('auditLog').select('userId').where('target', '=', id).execute()
    expect(kept).toEqual([])
    expect(trail.filter(({ userId }) => people.has(userId ?? ''))).toEqual([])
  })

  it('cannot be worked out again: the key is gone, and codes and ids have nothing in common', async () => {
    const keys = await district.db
      .selectFrom('surveyKey')
      .select('surveyId')
      .where('surveyId', '=', id)
      .execute()
    expect(keys).toEqual([])
    const { rows } = await sql`
      SELECT 1 FROM survey_receipt AS receipt JOIN survey_ballot AS ballot USING (survey_id)
      WHERE survey_id = ${id} AND ballot::text LIKE '%' || receipt.code || '%' LIMIT 1`.execute(district.db)
    expect(rows).toEqual([])
    const { rows: codes } = await sql<{ sorted: boolean }>`
      SELECT bool_and(code >= before) AS sorted FROM (
        SELECT code, lag(code, 1, '') OVER (ORDER BY ctid) AS before FROM survey_receipt
        WHERE survey_id = ${id}) AS c`.execute(district.db)
    expect(codes).toEqual([{ sorted: true }])
  })

  it('keeps the roll to the hour', async () => {
    const { rows } = await sql<{ fine: number }>`
      SELECT count(*) AS fine FROM survey_roll
      WHERE survey_id = ${id} AND hour <> date_trunc('hour', hour, 'UTC')`.execute(district.db)
    expect(rows).toEqual([{ fine: 0 }])
  })
})
