import type { ApiReply } from '~/types/api'
import { onServer } from '../../support/db'
import { openDistrict, type District, type Person } from '../../support/district'
import { newPoll, type Poll } from './support'

/** Runs on PGlite as well, where sessions follow one another; races only happen on a server. */
describe(`ballots at the same time, ${onServer ? 'on a server' : 'one after another'}`, () => {
  let district: District
  let poll: Poll

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    poll = await newPoll(district)
  })
  afterAll(() => district.close())

  const send = (person: Person, id: string, answer: number): Promise<ApiReply> =>
    district.api(
      { action: 'survey.cast', input: { id, edition: 1, answers: [answer] } },
      { openid: person.openid },
    )

  it('64 ballots of one person at once: one counts, all are told so with the same receipt', async () => {
    const person = await poll.elector()
    const { id } = await poll.open()
    const replies = await Promise.all(Array.from({ length: 64 }, (_, n) => send(person, id, 1 + (n % 5))))
    const data = replies.map((reply) => (reply.ok ? reply.data : reply.error)) as unknown as {
      receipt: string
      replaced: boolean
    }[]
    expect(new Set(data.map(({ receipt }) => receipt)).size).toBe(1)
    expect(data.filter(({ replaced }) => !replaced)).toHaveLength(1)
    await poll.town.call('survey.close', { id, reason: '够了' })
    const roll = await district.db
      .selectFrom('surveyRoll')
      .select('unitId')
      .where('surveyId', '=', id)
      .execute()
    expect([(await poll.ballots(id)).length, roll.length]).toEqual([1, 1])
  })

  it('ballots while it closes: every acknowledged one is counted, none after', async () => {
    const people: Person[] = []
    for (let n = 0; n < 60; n += 1) {
      people.push(await poll.elector())
    }
    const { id } = await poll.open()
    const acknowledged: Promise<ApiReply>[] = people.slice(0, 40).map((person) => send(person, id, 1))
    const closing = poll.town.call('survey.close', { id, reason: '够了' })
    acknowledged.push(...people.slice(40).map((person) => send(person, id, 1)))
    const replies = await Promise.all(acknowledged)
    await closing
    await district.runJobs()
    const yes = replies.filter(({ ok }) => ok)
    const no = replies.flatMap((reply) => (reply.ok ? [] : [reply.error.reason]))
    expect(new Set(no)).toEqual(new Set(no.length > 0 ? ['survey_closed'] : []))
    const roll = await district.db
      .selectFrom('surveyRoll')
      .select('unitId')
      .where('surveyId', '=', id)
      .execute()
    expect([(await poll.ballots(id)).length, roll.length]).toEqual([yes.length, yes.length])
    const { total } = await poll.town.call('survey.receipts', { id })
    expect(total).toBe(yes.length)
    expect(await send(people[59] as Person, id, 1)).toMatchObject({ error: { reason: 'survey_closed' } })
  })

  it('the timer running three times at once seals once', async () => {
    const person = await poll.elector()
    const { id } = await poll.open()
    await send(person, id, 3)
    await district.db
      .updateTable('survey')
      .set({ closesAt: district.clock.now() })
      .where('id', '=', id)
      .execute()
    await Promise.all([district.runJobs(), district.runJobs(), district.runJobs()])
    expect(await poll.status(id)).toBe('closed')
    expect(await poll.ballots(id)).toHaveLength(1)
  })
})
