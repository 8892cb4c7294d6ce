import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { firstShift, HOUR_MS, moveShift, noticesOf, publish, shiftIn, signUp } from './support'

describe('hours are counted', () => {
  let district: District
  let worker: Person
  let grid: string
  beforeAll(async () => {
    district = await openDistrict()
    // Noon in Shanghai of a day to come, so that the shifts of a test lie on one day.
    const { clock } = district
    const noon = new Date(
      `${new Date(clock.now().getTime() + 48 * HOUR_MS).toISOString().slice(0, 10)}T04:00:00Z`,
    )
    clock.advance(noon.getTime() - clock.now().getTime())
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
  })
  afterAll(() => district.close())

  /** Somebody who came at the start of a shift that began so many hours ago, and stayed until the end. */
  async function present(person: Person, hoursAgo: number, long = 2) {
    const shifts = [shiftIn(district, 24, { long, capacity: 3 })]
    const activity = await publish(district, worker, { shifts })
    const { id } = await signUp(person, activity)
    const shiftId = firstShift(activity).id
    await moveShift(district, shiftId, -hoursAgo)
    await worker.call('activity.checkIn', { id, proof: { by: 'list' } })
    return { id, shiftId, activityId: activity.id }
  }
  const entries = (signupId: string) =>
    district.db
      .selectFrom('serviceEntry')
      .select(['kind', 'minutes', 'reason'])
      .where('signupId', '=', signupId)
      .orderBy('id')
      .execute()

  it('when the organiser confirms, once, and the person is told', async () => {
    const resident = await district.resident(grid)
    const { id, shiftId } = await present(resident, 3)
    const input = { shiftId, signups: [{ id }] }
    const roster = await worker.call('activity.confirmHours', input)
    expect(roster.items).toMatchObject([{ status: 'served', minutes: 120, can: ['record.correct'] }])
    await worker.call('activity.confirmHours', input)
    expect(await entries(id)).toEqual([{ kind: 'served', minutes: 120, reason: '' }])
    expect(await eventsAbout(district.db, id)).toEqual(['activity.hoursConfirmed'])
    expect(await auditsAbout(district.db, shiftId)).toEqual(['activity.counted', 'activity.counted'])
    await district.runJobs()
    expect(await noticesOf(resident)).toContain('时长已记')
  })

  it('less when the organiser says so, never more than the scans say', async () => {
    const first = await present(await district.resident(grid), 3)
    await worker.call('activity.confirmHours', {
      shiftId: first.shiftId,
      signups: [{ id: first.id, minutes: 45 }],
    })
    const second = await present(await district.resident(grid), 3)
    const more = { shiftId: second.shiftId, signups: [{ id: second.id, minutes: 600 }] }
    await worker.call('activity.confirmHours', more)
    expect([(await entries(first.id))[0]?.minutes, (await entries(second.id))[0]?.minutes]).toEqual([45, 120])
  })

  it('up to eight a day over all activities', async () => {
    const resident = await district.resident(grid)
    const counted = []
    for (const [hoursAgo, long] of [
      [12, 4],
      [8, 3],
      [5, 3],
    ] as const) {
      const { id, shiftId } = await present(resident, hoursAgo, long)
      await worker.call('activity.confirmHours', { shiftId, signups: [{ id }] })
      counted.push((await entries(id)).reduce((sum, { minutes }) => sum + minutes, 0))
    }
    expect(counted).toEqual([240, 180, 60])
    const full = await present(resident, 2, 1)
    const roster = await worker.call('activity.confirmHours', {
      shiftId: full.shiftId,
      signups: [{ id: full.id }],
    })
    expect(roster.items).toMatchObject([{ status: 'served', minutes: 0 }])
    const volunteer = { minutes: 481 }
    const more = district.db.updateTable('serviceDay').set(volunteer).where('minutes', '=', 480).execute()
    await expect(more).rejects.toMatchObject({ code: '23514' })
  })

  it('of nobody who did not come: that is noted, with a friendly word', async () => {
    const resident = await district.resident(grid)
    const activity = await publish(district, worker)
    const { id } = await signUp(resident, activity)
    const shiftId = firstShift(activity).id
    expect((await worker.refused('activity.confirmHours', { shiftId, signups: [{ id }] })).reason).toBe(
      'not_yet',
    )
    await moveShift(district, shiftId, -1)
    expect((await worker.refused('activity.confirmHours', { shiftId, signups: [{ id }] })).reason).toBe(
      'wrong_status',
    )
    const roster = await worker.call('activity.confirmHours', { shiftId, signups: [{ id, absent: true }] })
    expect(roster.items).toMatchObject([{ status: 'absent', can: [] }])
    await district.runJobs()
    expect(await noticesOf(resident)).toEqual(['没见到您'])
  })

  it('by the organiser only, for people of that shift', async () => {
    const resident = await district.resident(grid)
    const { id, shiftId } = await present(resident, 3)
    const input = { shiftId, signups: [{ id }] }
    expect((await resident.refused('activity.confirmHours', input)).code).toBe('FORBIDDEN')
    const foreign = { shiftId, signups: [{ id: NO_ID }] }
    expect((await worker.refused('activity.confirmHours', foreign)).code).toBe('NOT_FOUND')
    const none = { shiftId, signups: [] }
    expect((await worker.refused('activity.confirmHours', none)).code).toBe('INVALID')
  })

  describe('and corrected by a counter-entry', () => {
    it('with a reason; what stands is never changed', async () => {
      const { id, shiftId } = await present(await district.resident(grid), 3)
      await worker.call('activity.confirmHours', { shiftId, signups: [{ id }] })
      const input = { signupId: id, minutes: 30, reason: '提前回家了' }
      expect(await worker.call('record.correct', input)).toEqual({ minutes: 30 })
      await worker.call('record.correct', input)
      await worker.call('record.correct', { signupId: id, minutes: 60, reason: '问清楚了' })
      expect(await entries(id)).toEqual([
        { kind: 'served', minutes: 120, reason: '' },
        { kind: 'correction', minutes: -90, reason: '提前回家了' },
        { kind: 'correction', minutes: 30, reason: '问清楚了' },
      ])
      expect(await eventsAbout(district.db, id)).toEqual([
        'activity.hoursConfirmed',
        'record.corrected',
        'record.corrected',
      ])
      const change = district.db.updateTable('serviceEntry').set({ minutes: 999 }).execute()
      await expect(change).rejects.toThrow()
      const remove = district.db.deleteFrom('serviceEntry').execute()
      await expect(remove).rejects.toThrow()
    })

    it('within what the shift allows and the day has room for, after it was counted', async () => {
      const resident = await district.resident(grid)
      const { id, shiftId } = await present(resident, 3)
      const correct = (minutes: number, reason = '记错了') => ({ signupId: id, minutes, reason })
      expect((await worker.refused('record.correct', correct(10))).reason).toBe('wrong_status')
      await worker.call('activity.confirmHours', { shiftId, signups: [{ id }] })
      expect((await worker.refused('record.correct', correct(151))).fields).toHaveProperty('minutes')
      expect((await worker.refused('record.correct', correct(10, ' '))).fields).toHaveProperty('reason')
      expect((await resident.refused('record.correct', correct(10))).code).toBe('FORBIDDEN')
      await district.db.updateTable('serviceDay').set({ minutes: 480 }).where('minutes', '=', 120).execute()
      expect((await worker.refused('record.correct', correct(150))).reason).toBe('hours_full')
      expect(await worker.call('record.correct', correct(0))).toEqual({ minutes: 0 })
    })
  })
})
