import { sql } from 'kysely'
import { openDistrict, type District, type Person } from '../../support/district'
import { newPoll, type Poll } from './support'

const DAY_MS = 86_400_000

describe('what is kept of a survey', () => {
  let district: District
  let poll: Poll
  let people: Person[]
  let id: string

  beforeAll(async () => {
    district = await openDistrict()
    poll = await newPoll(district)
    people = []
    for (let n = 0; n < 12; n += 1) {
      people.push(await poll.elector())
    }
    await poll.phoneless()
    ;({ id } = await poll.open())
    for (const [n, person] of people.entries()) {
      await poll.cast(person, id, [(n % 5) + 1])
    }
    await poll.town.call('survey.close', { id, reason: '大家都评完了' })
    await runJobs()
    await poll.town.call('survey.publish', { id })
    await runJobs()
  })
  afterAll(() => district.close())

  async function runJobs() {
    for (let n = 0; n < 3; n += 1) {
      await district.runJobs()
    }
  }
  const count = async (table: string) => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE survey_id = ${id}`.execute(district.db)
    return rows[0]?.n
  }
  const PERSONAL = ['survey_roll', 'survey_elector', 'survey_reminder', 'survey_recheck', 'survey_helper']
  const BALLOTS = ['survey_ballot', 'survey_said']
  const counts = (tables: string[]) => Promise.all(tables.map(count))
  /** Everything that is shown of it, to who made it and to who was asked. */
  const shown = async () => {
    const [one] = people
    const [row] = (await poll.town.call('survey.list', { list: 'made' })).items.filter(
      (item) => item.id === id,
    )
    return {
      row,
      results: await one?.call('survey.results', { id, by: 'village', limit: 50 }),
      made: await poll.town.call('survey.results', { id, by: 'village', limit: 50 }),
      csv: await poll.town.call('survey.export', { id }),
      participation: await poll.town.call('survey.participation', { id }),
      receipts: await one?.call('survey.receipts', { id }),
    }
  }

  it('is all of it for 90 days, then nobody who was asked or took part; the results do not change', async () => {
    const before = await shown()
    expect(before.made).toMatchObject({ figures: { ballots: 12 } })
    district.clock.advance(89 * DAY_MS)
    await runJobs()
    expect(await counts(['survey_roll', 'survey_elector'])).toEqual([12, 13])
    district.clock.advance(2 * DAY_MS)
    await Promise.all([district.runJobs(), district.runJobs(), district.runJobs()])
    expect(await counts(PERSONAL)).toEqual([0, 0, 0, 0, 0])
    expect(await count('survey_ballot')).toBe(12)
    expect(await shown()).toEqual(before)
    const [one] = people
    expect((await one?.call('survey.list', { list: 'mine' }))?.items.map((item) => item.id)).toContain(id)
    expect(await one?.refused('survey.cast', { id, edition: 1, answers: [1] })).toMatchObject({
      reason: 'survey_closed',
    })
  })

  it('is no single ballot after a year', async () => {
    const before = await shown()
    district.clock.advance(300 * DAY_MS)
    await runJobs()
    expect(await counts(BALLOTS)).toEqual([0, 0])
    expect(await count('survey_tally')).toBeGreaterThan(0)
    expect(await shown()).toEqual(before)
  })

  it('is said to the person as long as it is there', async () => {
    const [one] = people
    const { sections } = (await one?.call('me.export', {})) ?? { sections: [] }
    expect(sections.find(({ title }) => title === '您参加过的测评')?.lines ?? []).toEqual([])
  })
})

describe('a survey that was replaced', () => {
  it('is wiped as well, 90 days after it would have ended', async () => {
    const district = await openDistrict()
    const poll = await newPoll(district)
    const person = await poll.elector()
    const { id } = await poll.open()
    await poll.cast(person, id, [1])
    await district.db.updateTable('survey').set({ status: 'replaced' }).where('id', '=', id).execute()
    await district.runJobs()
    district.clock.advance(98 * DAY_MS)
    await district.runJobs()
    const left = await district.db.selectFrom('surveyRoll').selectAll().where('surveyId', '=', id).execute()
    expect(left).toEqual([])
    await district.close()
  })
})
