import type { ActivityView, MySignupView } from '~/types/activity'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'
import { codeOf, firstShift, HOUR_MS, MINUTE_MS, moveShift, publish, signUp } from './support'

const POINT = { latitude: 40.14, longitude: 117.1 }

describe('checking in and out', () => {
  let district: District
  let worker: Person
  let resident: Person
  let grid: string
  let activity: ActivityView
  let signup: MySignupView
  let shiftId: string
  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
  })
  beforeEach(async () => {
    resident = await district.resident(grid)
    activity = await publish(district, worker, POINT)
    shiftId = firstShift(activity).id
    signup = await signUp(resident, activity)
    await moveShift(district, shiftId, 0.5)
  })
  afterAll(() => district.close())
  const now = () => district.clock.now()
  const byCode = (code: string, at?: Date) => ({
    id: signup.id,
    proof: { by: 'code', code, ...(at !== undefined && { at: at.toISOString() }) } as const,
  })
  const near = (latitude: number) => ({
    id: signup.id,
    proof: { by: 'near', latitude, longitude: POINT.longitude } as const,
  })
  const byList = () => ({ id: signup.id, proof: { by: 'list' } as const })

  it('works with the code that the organiser shows, once', async () => {
    const { code, until } = await worker.call('activity.code', { shiftId })
    expect(code).toMatch(/^\d{8}$/)
    expect(Date.parse(until) - now().getTime()).toBeLessThanOrEqual(MINUTE_MS)
    const first = await resident.call('activity.checkIn', byCode(code))
    expect(first).toMatchObject({ status: 'arrived', can: ['activity.checkOut'] })
    expect(await resident.call('activity.checkIn', byCode(code))).toEqual(first)
    expect(await auditsAbout(district.db, signup.id)).toEqual([
      'signup.made',
      'signup.arrived',
      'signup.arrived',
    ])
  })

  it('refuses a code that was shown before, and one of another shift', async () => {
    const old = byCode(codeOf(shiftId, new Date(now().getTime() - 3 * MINUTE_MS)))
    expect((await resident.refused('activity.checkIn', old)).reason).toBe('wrong_code')
    const other = firstShift(await publish(district, worker)).id
    const foreign = byCode(codeOf(other, now()))
    expect((await resident.refused('activity.checkIn', foreign)).reason).toBe('wrong_code')
    const short = await resident.refused('activity.checkIn', byCode('12'))
    expect(Object.keys(short.fields ?? {})).toEqual(['proof.code'])
  })

  it('takes a scan made without a network later, with its own time, and shows the organiser how late', async () => {
    const scanned = now()
    district.clock.advance(HOUR_MS)
    const late = byCode(codeOf(shiftId, scanned), scanned)
    expect((await resident.call('activity.checkIn', late)).arrivedAt).toBe(scanned.toISOString())
    const { items } = await worker.call('activity.roster', { shiftId })
    expect(items[0]).toMatchObject({ arrivedBy: 'code', lateBy: 60 })
  })

  it('refuses an old code with the time of a later minute', async () => {
    const old = codeOf(shiftId, new Date(now().getTime() - 10 * MINUTE_MS))
    const claim = byCode(old, new Date(now().getTime() - MINUTE_MS))
    expect((await resident.refused('activity.checkIn', claim)).reason).toBe('wrong_code')
  })

  it('works by being there, and the position is kept nowhere', async () => {
    expect((await resident.refused('activity.checkIn', near(40.145))).reason).toBe('too_far')
    expect((await resident.call('activity.checkIn', near(40.1411))).status).toBe('arrived')
    const kept = JSON.stringify([
      await district.db.selectFrom('signup').selectAll().where('id', '=', signup.id).execute(),
      await district.db.selectFrom('auditLog').selectAll().where('target', '=', signup.id).execute(),
    ])
    expect(kept).not.toContain('40.141')
  })

  it('works from the organiser’s list, which is not the person’s to tick', async () => {
    expect((await resident.refused('activity.checkIn', byList())).code).toBe('FORBIDDEN')
    expect((await worker.call('activity.checkIn', byList())).status).toBe('arrived')
    const neighbour = await district.resident(grid)
    expect((await neighbour.refused('activity.checkIn', byList())).code).toBe('NOT_FOUND')
  })

  it('opens an hour before the shift and ends two hours after it', async () => {
    await moveShift(district, shiftId, 1.2)
    const early = byCode(codeOf(shiftId, now()))
    expect((await resident.refused('activity.checkIn', early)).reason).toBe('not_yet')
    await moveShift(district, shiftId, -4.1)
    expect((await resident.refused('activity.checkIn', byCode(codeOf(shiftId, now())))).reason).toBe(
      'shift_over',
    )
    // The organiser may still tick who was there: from the start.
    const ticked = await worker.call('activity.checkIn', byList())
    expect(now().getTime() - Date.parse(ticked.arrivedAt ?? '')).toBeCloseTo(4.1 * HOUR_MS, -5)
  })

  it('is for who goes: not for who waits or has cancelled', async () => {
    await moveShift(district, shiftId, 24)
    await resident.call('activity.cancel', { id: signup.id })
    await moveShift(district, shiftId, 0.5)
    const input = byCode(codeOf(shiftId, now()))
    expect((await resident.refused('activity.checkIn', input)).reason).toBe('wrong_status')
  })

  it('ends with checking out, not before checking in', async () => {
    const out = byCode(codeOf(shiftId, now()))
    expect((await resident.refused('activity.checkOut', out)).reason).toBe('wrong_status')
    await resident.call('activity.checkIn', out)
    district.clock.advance(HOUR_MS)
    const left = await resident.call('activity.checkOut', byCode(codeOf(shiftId, now())))
    expect(left).toMatchObject({ status: 'left', can: [] })
    expect(Date.parse(left.leftAt ?? '') - Date.parse(left.arrivedAt ?? '')).toBeGreaterThanOrEqual(HOUR_MS)
  })
})
