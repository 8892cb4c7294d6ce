import { sql } from 'kysely'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { openDistrict, type District } from '../support/district'
import { makeVoters, type Voter } from '../features/survey/voters'
import { seedEvaluation } from '~/local/seed/evaluation'
import { seedSurveys } from '~/local/seed/surveys'

describe('surveys of the demonstration', () => {
  let district: District
  let grid: string
  let voters: Voter[]
  const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    voters = await makeVoters(district, grid, 1200)
    await empty()
  })
  afterAll(async () => {
    // The whole district is asked: files that follow on this database must not find it.
    await empty()
    await district.close()
  })
  const empty = () => sql`TRUNCATE survey CASCADE`.execute(district.db)

  it('are one that is over and published, and one that is running; made once', async () => {
    const { db, clock } = district
    const officer = await district.staff('district_officer', grid.slice(0, 6))
    const options = { scale: 'demo' as const, seed: 7, now: clock.now() }
    expect(await seedSurveys(db, secrets, options)).toBe(true)
    expect(await seedSurveys(db, secrets, options)).toBe(false)
    const { items } = await officer.call('survey.list', { list: 'made' })
    expect(items.map(({ status }) => status)).toEqual(['open', 'published'])
    const [running, over] = items
    expect(running?.participation?.ballots).toBeGreaterThan(5)
    const results = await officer.call('survey.results', { id: over?.id ?? '' })
    expect(results.figures.score?.value).toBeGreaterThan(50)
    // Somebody of the demonstration who has not voted yet can.
    const roll = await db
      .selectFrom('surveyRoll')
      .select('residentId')
      .where('surveyId', '=', running?.id ?? '')
      .execute()
    const left = voters.find(({ residentId }) => !roll.some((row) => row.residentId === residentId))
    const input = { id: running?.id, edition: 1, answers: [1, 1, 2, 2, -1] }
    expect(await district.api({ action: 'survey.cast', input }, { openid: left?.openid })).toMatchObject({
      ok: true,
    })
  })

  it('lead to an evaluation that a town has published, with the figures of the survey; made once', async () => {
    const { db, clock } = district
    const officer = await district.staff('town_officer', grid.slice(0, 9))
    const neighbour = await district.resident(grid)
    expect(await seedEvaluation(db, { now: clock.now() })).toBe(true)
    expect(await seedEvaluation(db, { now: clock.now() })).toBe(false)
    const { items } = await neighbour.call('evaluation.list', {})
    expect(items).toMatchObject([{ status: 'published', areaCode: officer.areaCode }])
    const id = items[0]?.id ?? ''
    const village = await neighbour.call('evaluation.explain', { id, areaCode: grid.slice(0, 12) })
    expect(village.score).toBeGreaterThan(50)
    expect(village.components.find(({ name }) => name === 'satisfaction')?.facts.ballots).toBeGreaterThan(10)
    await sql`TRUNCATE evaluation CASCADE`.execute(db)
  })
})
