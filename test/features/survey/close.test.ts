import { openDistrict, type District } from '../../support/district'
import { auditsAbout } from '../../support/records'
import { newPoll, type Poll } from './support'

describe('survey.close and the end of the time', () => {
  let district: District
  let poll: Poll
  const reason = '提前结束'

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    poll = await newPoll(district)
  })
  afterAll(() => district.close())

  const left = async (id: string) => {
    const rows = await Promise.all(
      (['surveyOpenBallot', 'surveyDevice', 'surveyKey'] as const).map((table) =>
        district.db.selectFrom(table).select('surveyId').where('surveyId', '=', id).execute(),
      ),
    )
    return rows.map(({ length }) => length)
  }

  it('seals the box: every ballot is counted, the open box is empty and the key is gone', async () => {
    const [one, two] = [await poll.elector(), await poll.elector()]
    const { id } = await poll.open()
    const { receipt } = await poll.cast(one, id, [1])
    await poll.cast(two, id, [4])
    await poll.town.call('survey.close', { id, reason })
    expect(await poll.town.call('survey.info', { id })).toMatchObject({
      status: 'closed',
      participation: { electors: 2, ballots: 2, onPaper: 0 },
    })
    expect((await poll.ballots(id)).map(({ q1 }) => q1).sort()).toEqual([1, 4])
    expect(await left(id)).toEqual([0, 0, 0])
    expect(await auditsAbout(district.db, id)).toEqual(['survey.created', 'survey.opened', 'survey.closed'])
    expect(await one.call('survey.mine', { id })).toEqual({ voted: true })
    expect(await one.call('survey.receipts', { id, code: receipt.toLowerCase() })).toMatchObject({
      total: 2,
      found: true,
    })
  })

  it('takes no ballot afterwards', async () => {
    const person = await poll.elector()
    const { id } = await poll.open()
    await poll.town.call('survey.close', { id, reason })
    expect(await person.refused('survey.cast', { id, edition: 1, answers: [1] })).toMatchObject({
      code: 'CONFLICT',
      reason: 'survey_closed',
    })
  })

  it('may be repeated', async () => {
    await poll.phoneless()
    const { id } = await poll.open()
    await poll.town.call('survey.close', { id, reason })
    expect(await poll.town.call('survey.close', { id, reason })).toMatchObject({ status: 'closed' })
  })

  it('needs a reason, and a survey that is open', async () => {
    await poll.phoneless()
    const { id } = await poll.open()
    expect(await poll.town.refused('survey.close', { id, reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '请填写原因' },
    })
    await poll.town.call('survey.close', { id, reason })
    await poll.town.call('survey.publish', { id })
    expect(await poll.town.refused('survey.close', { id, reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('comes by itself at its time, once, however often the timer runs', async () => {
    const person = await poll.elector()
    const { id } = await poll.open()
    await poll.cast(person, id, [2])
    district.clock.advance(7 * 86_400_000 + 1000)
    const { surveys } = await district.runJobs()
    expect(surveys.expired).toBeGreaterThan(0)
    expect(await poll.status(id)).toBe('closed')
    await district.runJobs()
    expect(await poll.ballots(id)).toHaveLength(1)
  })

  it('pools what only one person can be: village, age band and sex are left out of a box of four', async () => {
    const people = await Promise.all(
      ['1950-01-01', '1960-06-06', '1990-01-01', '2000-01-01'].map((bornOn) => poll.elector({ bornOn })),
    )
    const { id } = await poll.open()
    for (const person of people) {
      await poll.cast(person, id, [1])
    }
    await poll.town.call('survey.close', { id, reason })
    const rows = await district.db.selectFrom('surveyBallot').selectAll().where('surveyId', '=', id).execute()
    expect(rows).toHaveLength(4)
    expect(rows.every(({ band, sex, areaCode }) => band === 0 && sex === 'any' && areaCode.length < 12)).toBe(
      true,
    )
  })

  it('keeps age band and sex where five or more of a kind took part', async () => {
    const { id } = await (async () => {
      for (let n = 0; n < 6; n += 1) {
        await poll.elector({ bornOn: '1985-03-03', sex: 'male' })
      }
      return poll.open()
    })()
    const voters = await district.db
      .selectFrom('resident')
      .innerJoin('appUser', 'appUser.id', 'resident.userId')
      .select('openid')
      .where('areaCode', '=', poll.grid)
      .execute()
    for (const { openid } of voters) {
      await district.api({ action: 'survey.cast', input: { id, edition: 1, answers: [2] } }, { openid })
    }
    await poll.town.call('survey.close', { id, reason })
    const rows = await district.db.selectFrom('surveyBallot').selectAll().where('surveyId', '=', id).execute()
    expect(rows.map(({ band, sex, areaCode }) => [band, sex, areaCode])).toEqual(
      Array.from({ length: 6 }, () => [18, 'male', poll.grid.slice(0, 12)]),
    )
  })

  it('takes words apart from the other answers', async () => {
    const person = await poll.elector()
    const question = { kind: 'text' as const, text: '还有吗', options: [], required: false, weight: 0 }
    const { questions } = await poll.open()
    const { id } = await poll.open({ questions: [...questions, question] })
    await poll.cast(person, id, [3, '把路修一修'])
    await poll.town.call('survey.close', { id, reason })
    const said = await district.db.selectFrom('surveySaid').selectAll().where('surveyId', '=', id).execute()
    expect(said).toMatchObject([{ question: 2, words: '把路修一修' }])
    const [ballot] = await district.db
      .selectFrom('surveyBallot')
      .selectAll()
      .where('surveyId', '=', id)
      .execute()
    expect(JSON.stringify(ballot)).not.toContain(said[0]?.id)
  })

  it('counts the box: how often each answer was given, and the points', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => poll.elector()))
    const questions = [
      { kind: 'scale' as const, text: '满意吗', options: [], required: true, weight: 60 },
      { kind: 'score' as const, text: '几分', options: [], required: true, weight: 40 },
      { kind: 'several' as const, text: '哪些', options: ['甲', '乙'], required: false, weight: 0 },
    ]
    const { id } = await poll.open({ questions })
    const answers = [
      [1, 10, [1, 2]],
      [2, 5, [2]],
      [-1, 5, null],
      [5, -1, null],
      [-1, -1, null],
    ]
    for (const [at, person] of people.entries()) {
      await poll.cast(person, id, answers[at] ?? [])
    }
    await poll.town.call('survey.close', { id, reason })
    const tally = await district.db.selectFrom('surveyTally').selectAll().where('surveyId', '=', id).execute()
    // 1: 100·0.6 + 100·0.4 · 2: 80·0.6 + 50·0.4 = 68 · 3: 50 alone · 4: 0 alone · 5: nothing.
    expect(tally).toMatchObject([
      { part: 'village', ballots: 5, scored: 4, points: 218, squares: 10_000 + 68 * 68 + 2500 },
    ])
    expect(tally[0]?.answers).toEqual([
      [2, 1, 1, 0, 0, 1],
      [2, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1],
      [2, 1, 2],
    ])
  })
})
