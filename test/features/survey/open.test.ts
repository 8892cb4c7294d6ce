import { openDistrict, type District } from '../../support/district'
import { putInLedger } from '../../support/ledger'
import { auditsAbout, eventsAbout } from '../../support/records'
import { scaleQuestion, surveyInput } from '../../support/surveys'
import { newPoll, type Poll } from './support'

describe('survey.open', () => {
  let district: District
  let poll: Poll

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    poll = await newPoll(district)
  })
  afterAll(() => district.close())

  const draft = async (more: object = {}) =>
    (await poll.town.call('survey.create', surveyInput(district, [poll.grid], more))).id
  const electors = (id: string) =>
    district.db.selectFrom('surveyElector').selectAll().where('surveyId', '=', id).execute()
  const yearsAgo = (years: number, days: number) => {
    const day = new Date(district.clock.now().getTime() + (8 - 24 * days) * 3_600_000)
    day.setUTCFullYear(day.getUTCFullYear() - years)
    return day.toISOString().slice(0, 10)
  }

  it('writes down who is of age today, by place, age band and sex', async () => {
    const people = {
      today: await poll.phoneless({ bornOn: yearsAgo(18, 0), sex: 'male' }),
      tomorrow: await poll.phoneless({ bornOn: yearsAgo(18, -1) }),
      middle: await poll.phoneless({ bornOn: yearsAgo(45, 0) }),
      old: await poll.phoneless({ bornOn: yearsAgo(75, 1) }),
    }
    const id = await draft()
    expect(await poll.town.call('survey.open', { id })).toMatchObject({ status: 'open' })
    const bands = new Map((await electors(id)).map((row) => [row.residentId, row.band]))
    expect([people.today, people.middle, people.old].map((one) => bands.get(one.residentId))).toEqual([
      18, 45, 75,
    ])
    expect(bands.has(people.tomorrow.residentId)).toBe(false)
    const counts = await district.db
      .selectFrom('surveyElectorate')
      .select(['band', 'sex', 'electors'])
      .where('surveyId', '=', id)
      .orderBy('band')
      .execute()
    expect(counts).toEqual([
      { band: 18, sex: 'male', electors: 1 },
      { band: 45, sex: 'female', electors: 1 },
      { band: 75, sex: 'female', electors: 1 },
    ])
  })

  it('asks a household once, under the age and sex of its head', async () => {
    const head = await poll.phoneless({ bornOn: '1950-01-01', sex: 'male' })
    await poll.phoneless({ bornOn: '1980-01-01', head: false, with: head })
    await poll.phoneless({ bornOn: '2020-01-01', head: false, with: head })
    const id = await draft({ audience: 'households' })
    await poll.town.call('survey.open', { id })
    const rows = await electors(id)
    expect(rows.map(({ unitId }) => unitId)).toEqual([head.householdId, head.householdId])
    expect(rows.map(({ band, sex }) => [band, sex])).toEqual([
      [75, 'male'],
      [75, 'male'],
    ])
    expect((await poll.town.call('survey.info', { id })).participation).toMatchObject({ electors: 1 })
  })

  it('asks party members only where only they are asked', async () => {
    const member = await district.resident(poll.grid)
    await district.db
      .updateTable('appUser')
      .set({ partyMember: true })
      .where('id', '=', member.userId)
      .execute()
    const { residentId } = await putInLedger(district, poll.grid, member)
    await poll.elector()
    const id = await draft({ audience: 'party_members' })
    await poll.town.call('survey.open', { id })
    expect((await electors(id)).map((row) => row.residentId)).toEqual([residentId])
  })

  it('freezes the electorate: who comes later is not on the roll', async () => {
    const early = await poll.elector()
    const id = await draft()
    await poll.town.call('survey.open', { id })
    const late = await poll.elector()
    expect(await early.call('survey.info', { id })).toMatchObject({ standing: 'may' })
    expect(await late.refused('survey.cast', { id, edition: 1, answers: [1] })).toMatchObject({
      code: 'CONFLICT',
      reason: 'not_asked',
    })
  })

  it('tells every grid that is asked, once, and gives those with a group a card', async () => {
    await poll.phoneless()
    const worker = await district.staff('grid_worker', poll.grid)
    await district.group(poll.grid, worker)
    const id = await draft()
    await poll.town.call('survey.open', { id })
    await poll.town.call('survey.open', { id })
    expect(await eventsAbout(district.db, id)).toEqual(['survey.opened'])
    await district.runJobs()
    const { items } = await worker.call('delivery.mine', {})
    expect(items).toMatchObject([
      { title: '满意度测评', label: '请您评', path: `features/survey/detail/index?id=${id}` },
    ])
    const feed = await (await poll.elector()).call('feed.list', {})
    expect(feed.items.map(({ label }) => label)).toEqual(['请您评'])
    expect(await auditsAbout(district.db, id)).toEqual(['survey.created', 'survey.opened', 'survey.opened'])
  })

  it('is refused when the ledger holds nobody who could be asked', async () => {
    const id = await draft()
    expect(await poll.town.refused('survey.open', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'nobody_asked',
    })
    expect(await poll.status(id)).toBe('draft')
  })

  it('is refused when its end has come before it began', async () => {
    await poll.phoneless()
    const id = await draft()
    district.clock.advance(7 * 86_400_000)
    expect(await poll.town.refused('survey.open', { id })).toMatchObject({
      code: 'INVALID',
      fields: { closesAt: '截止时间太早了,至少要留1个小时' },
    })
  })

  it('is for the level that asks: the village is told so, another town finds nothing', async () => {
    await poll.phoneless()
    const id = await draft()
    const village = await district.staff('village_secretary', poll.grid.slice(0, 12))
    expect(await village.refused('survey.open', { id })).toMatchObject({ code: 'NOT_FOUND' })
    const other = await district.staff('town_officer', district.newGrid('otherTown').slice(0, 9))
    expect(await other.refused('survey.open', { id })).toMatchObject({ code: 'NOT_FOUND' })
    const worker = await district.staff('grid_worker', poll.grid)
    expect(await worker.refused('survey.open', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('fixes the version: a draft may be written anew, an open survey may not', async () => {
    await poll.phoneless()
    const id = await draft()
    const anew = surveyInput(district, [poll.grid], { questions: [scaleQuestion('您满意吗?', 100)] })
    expect(await poll.town.call('survey.update', { ...anew, id })).toMatchObject({
      questions: [{ text: '您满意吗?' }],
    })
    await poll.town.call('survey.open', { id })
    expect(await poll.town.refused('survey.update', { ...anew, id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
