import { eventsAbout } from '../../support/records'
import { noticesOf, openDistrict, openPlace, write, type District, type Place } from './support'

describe('announcement.approve', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())
  const emergency = (by = at.worker, areaCode = at.grid) =>
    write(district, by, areaCode, { urgency: 'emergency' })

  it('lets it be sent, tells who wrote it, and said again changes nothing', async () => {
    const { id } = await emergency()
    expect(await at.worker.refused('announcement.publish', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
    const ready = await at.secretary.call('announcement.approve', { id, approved: true })
    expect(ready).toMatchObject({ status: 'ready' })
    expect(await at.secretary.call('announcement.approve', { id, approved: true })).toEqual(ready)
    await district.runJobs()
    expect(await noticesOf(at.worker)).toMatchObject([{ label: '可以发了' }])
    expect(await eventsAbout(district.db, id)).toEqual(['announcement.asked', 'announcement.decided'])
  })

  it('or not, with a reason that who wrote it reads', async () => {
    const { id } = await emergency()
    expect(await at.officer.refused('announcement.approve', { id, approved: false })).toMatchObject({
      fields: { reason: '不能发,请写一句原因' },
    })
    const reason = '先和水站核实时间'
    expect(await at.officer.call('announcement.approve', { id, approved: false, reason })).toMatchObject({
      status: 'declined',
      reason,
      can: [],
    })
    await district.runJobs()
    expect(await noticesOf(at.worker)).toMatchObject([{ label: '没有通过', body: reason }])
    expect(await at.secretary.refused('announcement.approve', { id, approved: true })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('is never for who wrote it', async () => {
    const { id } = await emergency(at.secretary, at.village)
    expect(await at.secretary.refused('announcement.approve', { id, approved: true })).toMatchObject({
      code: 'CONFLICT',
      reason: 'own',
    })
  })

  it('is for the place and the levels above', async () => {
    const { id } = await emergency()
    const elsewhere = await district.staff('town_officer', '990001001')
    expect(await elsewhere.refused('announcement.approve', { id, approved: true })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await at.worker.refused('announcement.approve', { id, approved: true })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
