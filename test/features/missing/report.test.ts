import { openDistrict, type District } from '../../support/district'
import { auditsAbout } from '../../support/records'
import { at, openSearches, report, takeSearchers, toldOf, type Searchers } from '../../support/searches'

const MINUTE = 60_000

describe('missing.report', () => {
  let district: District
  let people: Searchers
  let restore: () => Promise<void>
  beforeAll(async () => {
    district = await openDistrict()
    ;({ restore } = await openSearches(district))
  })
  beforeEach(async () => {
    people = await takeSearchers(district)
  })
  afterAll(async () => {
    await restore()
    await district.close()
  })

  it('takes it down with a clock of ten minutes, and tells nobody before it is verified', async () => {
    const seen = await people.family.call('missing.report', report(district))
    expect(seen).toMatchObject({
      status: 'reported',
      relation: 'own',
      ring: null,
      policeFirst: false,
      map: null,
    })
    const due = Date.parse(seen.verifyDueAt ?? '') - Date.parse(seen.reportedAt)
    expect(due).toBe(10 * MINUTE)
    await district.runJobs()
    expect(await toldOf(district.db, seen.id)).toEqual([])
    expect(await people.neighbour.refused('missing.info', { id: seen.id })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await people.worker.call('missing.list', { list: 'desk' })).items.map(({ id }) => id)).toContain(
      seen.id,
    )
    expect(await auditsAbout(district.db, seen.id)).toEqual(['missing.reported'])
  })

  it('seals the number, and gives it to who must call back, by name in the trail', async () => {
    const { id } = await people.family.call('missing.report', report(district))
    const row = await district.db
      .selectFrom('missing')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain('19900001234')
    expect(await people.worker.call('missing.call', { id })).toEqual({ phone: '19900001234' })
    expect(await auditsAbout(district.db, id)).toEqual(['missing.reported', 'missing.called'])
    expect(await people.family.refused('missing.call', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('says at the field what is wrong', async () => {
    const future = new Date(district.clock.now().getTime() + MINUTE).toISOString()
    const wrong = { ...report(district), looks: ' ', contactPhone: '123', agreed: false, age: 200 }
    expect(await people.family.refused('missing.report', wrong)).toMatchObject({
      code: 'INVALID',
      fields: {
        looks: '请填写穿着和样子',
        contactPhone: '手机号是11位数字,请检查',
        agreed: '要家人同意公开照片和样子,才能请大家帮着找',
        age: '请检查年龄',
      },
    })
    const late = await people.family.refused('missing.report', report(district, { lastSeenAt: future }))
    expect(late.fields).toEqual({ lastSeenAt: '最后看到的时间还没到,请检查' })
    const half = await people.family.refused('missing.report', report(district, { latitude: 40 }))
    expect(half.fields).toEqual({ latitude: '位置不对,请重新选' })
    const nowhere = await people.family.refused('missing.report', report(district, { areaCode: at(9, 9, 9) }))
    expect(nowhere.fields).toEqual({ areaCode: '没有这个网格,请重新选' })
  })

  it('by telephone: the worker writes it down for a member, who then sees it as their own', async () => {
    const { worker, family, elsewhere } = people
    const phoned = report(district, { consent: 'by_phone', userId: family.userId })
    const { id, relation } = await worker.call('missing.report', phoned)
    expect(relation).toBe('staff')
    expect(await family.call('missing.info', { id })).toMatchObject({ relation: 'own', status: 'reported' })
    const row = await district.db
      .selectFrom('missing')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ capturedBy: worker.userId, consent: 'by_phone', reporterId: family.userId })
    const stranger = report(district, { consent: 'by_phone', userId: elsewhere.userId })
    expect((await worker.refused('missing.report', stranger)).fields).toEqual({
      userId: '这位邻居不在您管的地方',
    })
    expect(await family.refused('missing.report', phoned)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('by telephone for somebody whom the program does not know: it belongs to those who lead', async () => {
    const { id } = await people.worker.call('missing.report', report(district, { consent: 'in_person' }))
    const row = await district.db
      .selectFrom('missing')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.reporterId).toBeNull()
    expect((await people.worker.call('missing.info', { id })).can).toContain('missing.verify')
  })

  it('asks for the privacy notice first, and for no more than three reports a day', async () => {
    const stranger = district.stranger()
    expect(await stranger.refused('missing.report', report(district))).toMatchObject({
      reason: 'consent_needed',
    })
    for (let n = 0; n < 3; n += 1) {
      await people.family.call('missing.report', report(district))
    }
    expect(await people.family.refused('missing.report', report(district))).toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'reported_often',
    })
  })

  it('with the same key is one report', async () => {
    const key = `report-${people.family.userId}`
    const input = report(district)
    const [one, two] = [
      await people.family.call('missing.report', input, { key }),
      await people.family.call('missing.report', input, { key }),
    ]
    expect(two.id).toBe(one.id)
    expect((await people.family.call('missing.list', { list: 'mine' })).items).toHaveLength(1)
  })

  it('that nobody verifies is pushed up to village, town and district, each once, however late the timer runs', async () => {
    const { id } = await people.family.call('missing.report', report(district))
    const pushed = async () => {
      await Promise.all([district.runJobs(), district.runJobs()])
      const { escalated, steps, verifyDueAt } = await people.family.call('missing.info', { id })
      const words = steps.filter(({ action }) => action === 'missing.unverified').map((step) => step.words)
      return { escalated, words, runs: verifyDueAt !== undefined }
    }
    district.clock.advance(9 * MINUTE)
    expect(await pushed()).toEqual({ escalated: 0, words: [], runs: true })
    district.clock.advance(MINUTE)
    expect(await pushed()).toEqual({ escalated: 1, words: ['还没有人核实,已报村里'], runs: true })
    district.clock.advance(60 * MINUTE)
    const words = ['村里', '镇里', '区里'].map((level) => `还没有人核实,已报${level}`)
    expect(await pushed()).toEqual({ escalated: 3, words, runs: false })
    expect(await pushed()).toEqual({ escalated: 3, words, runs: false })
  })

  it('that was verified is pushed to nobody', async () => {
    const { id } = await people.family.call('missing.report', report(district))
    await people.village.call('missing.verify', { id, words: '给家属打过电话' })
    district.clock.advance(60 * MINUTE)
    await district.runJobs()
    expect((await people.family.call('missing.info', { id })).escalated).toBe(0)
  })
})
