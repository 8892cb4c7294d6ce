import type { SurveySubject } from '~/types/survey'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'
import { makeVoters } from './voters'
import { newPoll, type Poll } from './support'

describe('ballots on paper', () => {
  let district: District
  let poll: Poll
  let worker: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    poll = await newPoll(district)
    worker = await district.staff('grid_worker', poll.grid)
  })
  afterAll(() => district.close())

  const enter = (id: string, residentId: string, answers = [1]) => ({
    ...{ id, edition: 1, residentId, answers },
    origin: 'door' as const,
  })

  it('come in at the door for who has no phone, and count with their origin', async () => {
    const old = await poll.phoneless({ name: '吴奶奶' })
    const { id } = await poll.open()
    const seen = await worker.call('survey.atDoor', { id, areaCode: poll.grid, door: old.door })
    expect(seen.items).toEqual([
      { residentId: old.residentId, name: '吴奶奶', areaCode: poll.grid, door: old.door },
    ])
    const { receipt } = await worker.call('survey.castAtDoor', enter(id, old.residentId))
    expect(receipt).toHaveLength(8)
    await poll.town.call('survey.close', { id, reason: '够了' })
    expect(await poll.town.call('survey.info', { id })).toMatchObject({
      participation: { ballots: 1, onPaper: 1 },
    })
    expect(await poll.ballots(id)).toMatchObject([{ q1: 1 }])
    const trail = await auditsAbout(district.db, id)
    expect(trail.filter((audit) => audit === 'survey.entered' || audit === 'survey.looked')).toHaveLength(2)
  })

  it('stand against the same roll: voted at the door is voted, and the other way round', async () => {
    const [atHome, byPhone] = [await poll.elector(), await poll.elector()]
    const { id } = await poll.open()
    const residents = await district.db
      .selectFrom('resident')
      .select(['id', 'userId'])
      .where('areaCode', '=', poll.grid)
      .execute()
    const residentOf = ({ userId }: Person) => residents.find((row) => row.userId === userId)?.id ?? ''
    await worker.call('survey.castAtDoor', enter(id, residentOf(atHome)))
    expect(await atHome.refused('survey.cast', { id, edition: 1, answers: [5] })).toMatchObject({
      code: 'CONFLICT',
      reason: 'voted_elsewhere',
    })
    await poll.cast(byPhone, id, [2])
    expect(await worker.refused('survey.castAtDoor', enter(id, residentOf(byPhone)))).toMatchObject({
      code: 'CONFLICT',
      reason: 'voted_elsewhere',
    })
    // The same helper may correct a slip of the hand, nobody else.
    expect(await worker.call('survey.castAtDoor', enter(id, residentOf(atHome), [3]))).toMatchObject({
      replaced: true,
    })
    expect(await poll.town.refused('survey.castAtDoor', enter(id, residentOf(atHome)))).toMatchObject({
      reason: 'voted_elsewhere',
    })
  })

  it.each<[SurveySubject, 'grid_worker' | 'village_secretary' | 'town_officer', boolean]>([
    ['village_organisation', 'grid_worker', false],
    ['village_organisation', 'village_secretary', false],
    ['village_organisation', 'town_officer', true],
    ['grid_worker', 'grid_worker', false],
    ['grid_worker', 'village_secretary', true],
    ['service', 'grid_worker', true],
  ])('about the %s are taken by the %s: %s', async (subject, role, may) => {
    const digits = { grid_worker: 15, village_secretary: 12, town_officer: 9 }[role]
    const helper = await district.staff(role, poll.grid.slice(0, digits))
    const { residentId } = await poll.phoneless()
    const { id } = await poll.open({ subject })
    expect((await helper.call('survey.info', { id })).can.includes('survey.atDoor')).toBe(may)
    if (may) {
      await helper.call('survey.castAtDoor', enter(id, residentId))
    } else {
      expect(await helper.refused('survey.castAtDoor', enter(id, residentId))).toMatchObject({
        code: 'FORBIDDEN',
      })
    }
  })

  it('are taken by a helper who was asked, inside the area only, and never by one of the judged', async () => {
    const { residentId } = await poll.phoneless()
    const helper = await district.resident(district.newGrid('otherVillage'))
    const { id } = await poll.open({ subject: 'village_organisation' })
    expect(await helper.refused('survey.castAtDoor', enter(id, residentId))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(
      await poll.town.refused('survey.appoint', { id, userId: worker.userId, areaCode: poll.grid }),
    ).toMatchObject({ code: 'FORBIDDEN' })
    const view = await poll.town.call('survey.appoint', { id, userId: helper.userId, areaCode: poll.grid })
    expect(view.helpers).toMatchObject([{ userId: helper.userId, areaCode: poll.grid }])
    expect((await helper.call('survey.info', { id })).can).toContain('survey.atDoor')
    await helper.call('survey.castAtDoor', enter(id, residentId))
    await poll.town.call('survey.dismiss', { id, userId: helper.userId })
    expect(await helper.refused('survey.castAtDoor', enter(id, residentId))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('are asked about again, one in ten, by the level above; a no raises a flag and rejects nothing', async () => {
    const voters = await makeVoters(district, poll.grid, 120)
    const { id } = await poll.open()
    for (const { residentId } of voters) {
      await worker.call('survey.castAtDoor', enter(id, residentId))
    }
    const { items } = await poll.town.call('survey.rechecks', { id, limit: 50 })
    // 120 draws of one in ten: 12 ± 3.3.
    expect(items.length).toBeGreaterThan(2)
    expect(items.length).toBeLessThan(26)
    const [first] = items
    const recheckId = first?.id ?? ''
    await poll.town.call('survey.recheck', { id: recheckId, result: 'unreached' })
    const denied = { id: recheckId, result: 'denied', words: '说没有填过' } as const
    expect(await poll.town.call('survey.recheck', denied)).toMatchObject({
      result: 'denied',
      words: '说没有填过',
    })
    expect(await poll.town.call('survey.recheck', denied)).toMatchObject({ result: 'denied' })
    const above = await district.staff('district_officer', poll.grid.slice(0, 6))
    expect(await above.refused('survey.recheck', { id: recheckId, result: 'confirmed' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'rechecked',
    })
    await poll.town.call('survey.close', { id, reason: '够了' })
    const flags = (await poll.town.call('survey.flags', { id })).items
    expect(flags.map(({ kind }) => kind).sort()).toEqual(['many_on_paper', 'recheck_denied'])
    const flag = flags[0]?.id ?? ''
    expect(await poll.town.call('survey.review', { id: flag, words: '已核实' })).toMatchObject({
      words: '已核实',
    })
    expect(await poll.ballots(id)).toHaveLength(120)
  })

  it('are flagged, and counted, when many come from one device', async () => {
    const voters = await makeVoters(district, poll.grid, 6)
    const { id } = await poll.open()
    for (const { openid } of voters) {
      const input = { id, edition: 1, answers: [1], seconds: 1, device: 'the-same-phone' }
      await district.api({ action: 'survey.cast', input }, { openid })
    }
    await poll.town.call('survey.close', { id, reason: '够了' })
    const flags = (await poll.town.call('survey.flags', { id })).items
    expect(flags.map(({ kind, ballots }) => [kind, ballots]).sort()).toEqual([
      ['fast_device', 6],
      ['shared_device', 6],
    ])
    expect(await poll.ballots(id)).toHaveLength(6)
  })

  it('leave words for the makers and a table for the meeting', async () => {
    const person = await poll.elector()
    const text = { kind: 'text' as const, text: '还有吗', options: [], required: false, weight: 0 }
    const { questions } = await poll.open()
    const { id } = await poll.open({ questions: [...questions, text] })
    await poll.cast(person, id, [2, '=把路修一修'])
    expect(await poll.town.refused('survey.said', { id, question: 1 })).toMatchObject({
      reason: 'wrong_status',
    })
    expect(await poll.town.refused('survey.export', { id })).toMatchObject({ reason: 'wrong_status' })
    await poll.town.call('survey.close', { id, reason: '够了' })
    expect((await poll.town.call('survey.said', { id, question: 1 })).items).toMatchObject([
      { words: '=把路修一修' },
    ])
    const { name, csv } = await poll.town.call('survey.export', { id })
    expect(name).toMatch(/^满意度测评-\d{4}-\d\d-\d\d\.csv$/)
    expect(csv).toContain('"地方","应参加"')
    expect(csv).toContain('"柳11村","1","1","0","100","不公布"')
  })
})
