import { sql } from 'kysely'
import { UNKNOWN_ANSWER } from '~/types/survey'
import { openDistrict, type District, type Person } from '../../support/district'
import { at, northOf, openSearches, searchFor, takeSearchers } from '../../support/searches'
import { newPoll } from '../survey/support'
import { balanceOf } from './support'

describe('points for taking part in a survey', () => {
  let district: District
  beforeAll(async () => {
    district = await openDistrict()
  })
  afterAll(() => district.close())

  const entriesOf = (surveyId: string) =>
    district.db
      .selectFrom('pointsEntry')
      .selectAll()
      .where('sourceType', '=', 'survey')
      .where('sourceId', '=', surveyId)
      .orderBy('id')
      .execute()
  const runJobs = async (times = 3) => {
    for (let n = 0; n < times; n += 1) {
      await district.runJobs()
    }
  }

  it('come when it is over, once, to everybody who took part whatever they said, and to nobody else', async () => {
    const poll = await newPoll(district)
    const people: Person[] = []
    for (let n = 0; n < 4; n += 1) {
      people.push(await poll.elector())
    }
    const [happy, unhappy, ignorant, silent] = people as [Person, Person, Person, Person]
    const { id } = await poll.open()
    await poll.cast(happy, id, [1])
    await poll.cast(unhappy, id, [5])
    await poll.cast(ignorant, id, [UNKNOWN_ANSWER])
    // Said again: still one who took part.
    await poll.cast(unhappy, id, [4])
    await runJobs(1)
    expect(await balanceOf(happy)).toBe(0)
    await poll.town.call('survey.close', { id, reason: '大家都评完了' })
    await runJobs()
    expect(await Promise.all([happy, unhappy, ignorant, silent].map(balanceOf))).toEqual([1, 1, 1, 0])
    expect(await entriesOf(id)).toHaveLength(3)
    expect((await happy.call('points.account', {})).items).toMatchObject([{ rule: 'took_part', amount: 1 }])
  })

  it('stand in the ledger at the same time, in an order that says nothing of the ballots', async () => {
    const poll = await newPoll(district)
    const people: Person[] = []
    for (let n = 0; n < 12; n += 1) {
      people.push(await poll.elector())
    }
    const { id } = await poll.open()
    for (const person of people) {
      district.clock.advance(60_000)
      await poll.cast(person, id, [1])
    }
    await poll.town.call('survey.close', { id, reason: '大家都评完了' })
    await runJobs()
    const entries = await entriesOf(id)
    expect(new Set(entries.map(({ at: moment }) => moment.getTime())).size).toBe(1)
    const { rows } = await sql<{ userId: string }>`
      SELECT user_id FROM survey_roll JOIN resident ON resident.id = resident_id
      WHERE survey_id = ${id} ORDER BY unit_id`.execute(district.db)
    expect(entries.map(({ userId }) => userId)).toEqual(rows.map(({ userId }) => userId))
  })

  it('are given once by three timers at a time, and go on where one that died stopped', async () => {
    const poll = await newPoll(district)
    const person = await poll.elector()
    const { id } = await poll.open()
    await poll.cast(person, id, [1])
    await poll.town.call('survey.close', { id, reason: '大家都评完了' })
    await Promise.all([district.runJobs(), district.runJobs(), district.runJobs()])
    await district.db.updateTable('pointsSurvey').set({ afterUnit: null, doneAt: null }).execute()
    await runJobs()
    expect(await balanceOf(person)).toBe(1)
    expect(await entriesOf(id)).toHaveLength(1)
  })

  it('come from no survey that still runs', async () => {
    const poll = await newPoll(district)
    const person = await poll.elector()
    const { id } = await poll.open()
    await poll.cast(person, id, [1])
    await runJobs()
    expect(await entriesOf(id)).toEqual([])
  })
})

describe('points for a sighting', () => {
  it('come when the person is found, to whose sighting was checked and still holds', async () => {
    const district = await openDistrict()
    const { restore } = await openSearches(district)
    const people = await takeSearchers(district)
    const id = await searchFor(district, people)
    const sight = (who: Person, place: string) =>
      who.call('missing.sight', {
        id,
        self: true,
        seenAt: new Date(district.clock.now().getTime() - 600_000).toISOString(),
        areaCode: at(3, 1, 1),
        latitude: northOf(20.1).latitude,
        longitude: 117.001,
        place,
        words: '推着车走得很慢',
      })
    await sight(people.elsewhere, '12号院门口')
    await sight(people.neighbour, '小卖部')
    const sightings = await district.db
      .selectFrom('missingSighting')
      .selectAll()
      .where('missingId', '=', id)
      .execute()
    const of = ({ userId }: Person) => sightings.find((one) => one.userId === userId)?.id ?? ''
    const [right, wrong] = [of(people.elsewhere), of(people.neighbour)]
    const judge = (sightingId: string, confirmed: boolean) =>
      people.worker.call('missing.confirmSighting', { id, sightingId, confirmed })
    await judge(right, true)
    await judge(wrong, true)
    await judge(wrong, false)
    await district.runJobs()
    expect(await balanceOf(people.elsewhere)).toBe(0)
    await people.worker.call('missing.found', { id, finding: 'found_safe' })
    await district.runJobs()
    await district.runJobs()
    expect([await balanceOf(people.elsewhere), await balanceOf(people.neighbour)]).toEqual([5, 0])
    await restore()
    await district.close()
  })
})
