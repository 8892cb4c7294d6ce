import { auditsAbout, eventsAbout } from '../../support/records'
import {
  draft,
  inDays,
  noticesOf,
  openDistrict,
  openPlace,
  write,
  type District,
  type Person,
  type Place,
} from './support'

describe('announcement.create', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())

  it('of an ordinary one is ready at once, exists for its senders alone, and tells nobody', async () => {
    const made = await write(district, at.worker, at.grid)
    expect(made).toMatchObject({
      status: 'ready',
      authorName: '赵测试',
      can: ['announcement.publish', 'announcement.withdraw'],
    })
    expect(await at.neighbour.refused('announcement.info', { id: made.id })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await auditsAbout(district.db, made.id)).toEqual(['announcement.created'])
    expect(await eventsAbout(district.db, made.id)).toEqual([])
  })

  it('of an emergency asks the nearest level for a second look, once', async () => {
    const { id, status } = await write(district, at.worker, at.grid, { urgency: 'emergency' })
    expect(status).toBe('waiting')
    await district.runJobs()
    await district.runJobs()
    expect(await eventsAbout(district.db, id)).toEqual(['announcement.asked'])
    // The village has been asked about those of other tests, too.
    const about = async (person: Person) => (await noticesOf(person)).filter(({ path }) => path.endsWith(id))
    expect(await about(at.secretary)).toMatchObject([{ label: '待审核', title: '明天停水' }])
    expect(await about(at.officer)).toEqual([])
  })

  it('for the whole district waits for a second person, however ordinary it is', async () => {
    const officer = await district.staff('district_officer', at.grid.slice(0, 6))
    expect((await write(district, officer, at.grid.slice(0, 6))).status).toBe('waiting')
  })

  it('says at the field what is wrong', async () => {
    const refused = async (more: object) =>
      (await at.worker.refused('announcement.create', { ...draft(district, at.grid), ...more })).fields
    expect(await refused({ title: '', words: '长'.repeat(301) })).toEqual({
      title: '请填写标题',
      words: '通知内容最多300个字,请短一些',
    })
    expect(await refused({ answer: 'choice' })).toEqual({
      choices: '要大家选,请写上选项;不要选,就不用写',
    })
    expect(await refused({ answer: 'choice', choices: ['来', '来'] })).toEqual({
      choices: '有两个选项一样,请改一个',
    })
    expect(await refused({ expiresAt: inDays(district, -1) })).toEqual({
      expiresAt: '截止时间要在现在以后',
    })
    expect(await refused({ expiresAt: inDays(district, 91) })).toEqual({ expiresAt: '最长留90天' })
    expect(await refused({ audience: 'all', urgency: 'now' })).toEqual({
      audience: '请选发给谁',
      urgency: '请选急不急',
    })
  })

  it('is for places that the caller sends in', async () => {
    const input = draft(district, at.village)
    expect(await at.worker.refused('announcement.create', input)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await at.neighbour.refused('announcement.create', input)).toMatchObject({ code: 'FORBIDDEN' })
    const officer = await district.staff('district_officer', at.grid.slice(0, 6))
    const nowhere = draft(district, `${at.grid.slice(0, 6)}999`)
    expect(await officer.refused('announcement.create', nowhere)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('sent again with the same key makes one', async () => {
    const input = draft(district, at.grid, { title: `只写一次 ${at.grid}`.slice(0, 24) })
    const first = await at.worker.call('announcement.create', input, { key: 'create-once' })
    expect(await at.worker.call('announcement.create', input, { key: 'create-once' })).toEqual(first)
  })
})
