import { openDistrict, type District, type Person } from '../../support/district'
import { putInLedger } from '../../support/ledger'
import { openSurvey, scaleQuestion, surveyInput } from '../../support/surveys'
import { NO_ID } from '../../support/records'

describe('survey.cast', () => {
  let district: District
  let grid: string
  let town: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    town = await district.staff('town_officer', grid.slice(0, 9))
  })
  afterAll(() => district.close())

  async function elector(): Promise<Person> {
    const person = await district.resident(grid)
    await putInLedger(district, grid, person)
    return person
  }
  const ballotsOf = (id: string) =>
    district.db.selectFrom('surveyOpenBallot').selectAll().where('surveyId', '=', id).execute()
  const rollOf = (id: string) =>
    district.db.selectFrom('surveyRoll').selectAll().where('surveyId', '=', id).execute()

  it('takes the ballot of somebody who is asked, and gives a receipt', async () => {
    const person = await elector()
    const { id } = await openSurvey(district, town, [grid])
    expect(await person.call('survey.info', { id })).toMatchObject({ standing: 'may', can: ['survey.cast'] })
    const { receipt, replaced } = await person.call('survey.cast', { id, edition: 1, answers: [2] })
    expect(receipt).toMatch(/^[0-9A-Z]{8}$/)
    expect(replaced).toBe(false)
    expect(await ballotsOf(id)).toMatchObject([{ q1: 2, receipt, areaCode: grid, band: 45, sex: 'female' }])
    expect(await person.call('survey.mine', { id })).toEqual({ voted: true, receipt })
    expect(await person.call('survey.info', { id })).toMatchObject({ standing: 'voted', receipt })
  })

  it('counts the last of several ballots of one person, under the same receipt', async () => {
    const person = await elector()
    const { id } = await openSurvey(district, town, [grid])
    const first = await person.call('survey.cast', { id, edition: 1, answers: [5] })
    const last = await person.call('survey.cast', { id, edition: 1, answers: [-1] })
    expect(last).toEqual({ receipt: first.receipt, replaced: true })
    expect(await ballotsOf(id)).toMatchObject([{ q1: -1 }])
    expect(await rollOf(id)).toHaveLength(1)
  })

  it('keeps every kind of answer as it was given', async () => {
    const person = await elector()
    const rest = { required: true, weight: 0 }
    const questions = [
      scaleQuestion('满意吗?', 100),
      { ...rest, kind: 'single', text: '选一个', options: ['甲', '乙'] },
      { ...rest, kind: 'several', text: '选几个', options: ['甲', '乙', '丙'] },
      { ...rest, kind: 'score', text: '打分', options: [] },
      { ...rest, kind: 'text', text: '说说', options: [] },
      { ...rest, kind: 'text', text: '还有吗', options: [], required: false },
    ] as const
    const { id } = await openSurvey(district, town, [grid], {
      questions: questions.map((question) => ({ ...question, options: [...question.options] })),
    })
    await person.call('survey.cast', { id, edition: 1, answers: [1, 2, [3, 1], 0, ' 修路 ', null] })
    expect(await ballotsOf(id)).toMatchObject([
      { q1: 1, q2: 2, q3: 5, q4: 0, q5: null, q6: null, words: { 5: '修路' } },
    ])
    const error = await person.refused('survey.cast', { id, edition: 1, answers: [6, 3, [4], 11, '', null] })
    expect(error.fields).toEqual({
      'answers.0': '没有这个选项,请重新选',
      'answers.1': '没有这个选项,请重新选',
      'answers.2': '没有这个选项,请重新选',
      'answers.3': '没有这个选项,请重新选',
      'answers.4': '这道题还没有选',
    })
  })

  it('needs every required answer, none too many, and those of the version that is open', async () => {
    const person = await elector()
    const { id } = await openSurvey(district, town, [grid])
    const refuse = (input: object) => person.refused('survey.cast', { id, edition: 1, ...input })
    expect(await refuse({ answers: [] })).toMatchObject({
      code: 'INVALID',
      fields: { 'answers.0': '这道题还没有选' },
    })
    expect(await refuse({ answers: [1, 1] })).toMatchObject({ code: 'INVALID' })
    expect(await refuse({ answers: [1], edition: 2 })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_edition',
    })
    expect(await ballotsOf(id)).toEqual([])
  })

  it('keeps nothing of the call under its key: neither a hash of the answers nor the receipt', async () => {
    const person = await elector()
    const { id } = await openSurvey(district, town, [grid])
    await person.call('survey.cast', { id, edition: 1, answers: [4] }, { key: 'ballot-with-key' })
    const kept = await district.db
      .selectFrom('idempotencyKey')
      .selectAll()
      .where('userId', '=', person.userId)
      .execute()
    const trail = await district.db
      .selectFrom('auditLog')
      .selectAll()
      .where('userId', '=', person.userId)
      .execute()
    expect([kept, trail]).toEqual([[], []])
  })

  it('does not exist for somebody of another grid', async () => {
    const { id } = await openSurvey(district, town, [(await elector()).areaCode])
    const stranger = await district.resident(district.newGrid())
    expect(await stranger.refused('survey.cast', { id, edition: 1, answers: [1] })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await stranger.refused('survey.cast', { id: NO_ID, edition: 1, answers: [1] })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('waits for the opening and ends at the close', async () => {
    const person = await elector()
    const { id } = await town.call('survey.create', surveyInput(district, [grid]))
    const cast = { id, edition: 1, answers: [1] }
    expect(await person.refused('survey.cast', cast)).toMatchObject({ code: 'NOT_FOUND' })
    await town.call('survey.open', { id })
    await person.call('survey.cast', cast)
    district.clock.advance(7 * 86_400_000)
    expect(await person.refused('survey.cast', cast)).toMatchObject({
      code: 'CONFLICT',
      reason: 'survey_closed',
    })
  })
})
