import type { ActivityView } from '~/types/activity'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'
import { firstShift, moveShift, publish, shiftIn, signUp } from './support'

describe('signing up', () => {
  let district: District
  let worker: Person
  let grid: string
  let activity: ActivityView
  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
  })
  beforeEach(async () => {
    activity = await publish(district, worker)
  })
  afterAll(() => district.close())

  it('takes a place, which is no longer free for others', async () => {
    const resident = await district.resident(grid, { name: '张测试' })
    const signup = await signUp(resident, activity)
    expect(signup).toMatchObject({ status: 'going', self: true, name: '张测试', can: ['activity.cancel'] })
    const seen = await (await district.resident(grid)).call('activity.info', { id: activity.id })
    expect(firstShift(seen)).toMatchObject({ left: 1, mine: [] })
    expect(seen).toMatchObject({ going: 1, neighbours: ['张**'] })
    expect(await auditsAbout(district.db, signup.id)).toEqual(['signup.made'])
  })

  it('leads to the end of the waiting list when all places are taken', async () => {
    const statuses = []
    for (let n = 0; n < 4; n += 1) {
      const { status, inLine } = await signUp(await district.resident(grid), activity)
      statuses.push([status, inLine])
    }
    expect(statuses).toEqual([
      ['going', undefined],
      ['going', undefined],
      ['waiting', 1],
      ['waiting', 2],
    ])
  })

  it('twice is signing up once', async () => {
    const resident = await district.resident(grid)
    const first = await signUp(resident, activity)
    expect((await signUp(resident, activity)).id).toBe(first.id)
    expect(firstShift(await resident.call('activity.info', { id: activity.id })).left).toBe(1)
  })

  it('is refused while another shift of the same person lies across it, and allowed right after it', async () => {
    const resident = await district.resident(grid)
    await signUp(resident, activity)
    const across = await publish(district, worker, { shifts: [shiftIn(district, 25)] })
    const refused = await resident.refused('activity.signUp', { shiftId: firstShift(across).id })
    expect(refused).toMatchObject({ code: 'CONFLICT', reason: 'overlap' })
    const end = firstShift(activity).endsAt
    const after = { startsAt: end, endsAt: new Date(Date.parse(end) + 3_600_000).toISOString(), capacity: 1 }
    expect((await signUp(resident, await publish(district, worker, { shifts: [after] }))).status).toBe(
      'going',
    )
  })

  it('the database itself refuses overlapping shifts of one person', async () => {
    const { id } = await signUp(await district.resident(grid), activity)
    const across = await publish(district, worker, { shifts: [shiftIn(district, 25)] })
    const row = await district.db
      .selectFrom('signup')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const copy = { ...row, id: across.id, shiftId: firstShift(across).id, activityId: across.id, place: 99 }
    const insert = district.db.insertInto('signup').values(copy).execute()
    await expect(insert).rejects.toMatchObject({ code: '23P01', constraint: 'signup_overlap' })
  })

  it('the database itself refuses a place more than there are', async () => {
    const { id } = firstShift(activity)
    const oversell = district.db.updateTable('shift').set({ taken: 3 }).where('id', '=', id).execute()
    await expect(oversell).rejects.toMatchObject({ code: '23514' })
  })

  it('asks for a name and the privacy notice the first time', async () => {
    const stranger = district.stranger()
    const opengid = await district.group(grid, worker)
    const input = { shiftId: firstShift(activity).id }
    expect((await stranger.refused('activity.signUp', input, { opengid })).fields).toHaveProperty('name')
    const named = { ...input, name: '王新来' }
    expect((await stranger.refused('activity.signUp', named, { opengid })).reason).toBe('consent_needed')
    await stranger.call('me.consent', { version: 1 }, { opengid })
    expect((await stranger.call('activity.signUp', named, { opengid })).name).toBe('王新来')
  })

  it('is for people of the area: elsewhere there is no such activity', async () => {
    const other = await district.resident(district.newGrid('otherVillage'))
    expect((await other.refused('activity.signUp', { shiftId: firstShift(activity).id })).code).toBe(
      'NOT_FOUND',
    )
    expect((await other.refused('activity.signUp', { shiftId: NO_ID })).code).toBe('NOT_FOUND')
  })

  it('ends with the shift, and with an activity that is called off', async () => {
    const resident = await district.resident(grid)
    const { id: shiftId } = firstShift(activity)
    await moveShift(district, shiftId, -3)
    expect((await resident.refused('activity.signUp', { shiftId })).reason).toBe('shift_over')
    const off = await publish(district, worker)
    await worker.call('activity.callOff', { id: off.id, reason: '下大雨' })
    expect((await resident.refused('activity.signUp', { shiftId: firstShift(off).id })).reason).toBe(
      'wrong_status',
    )
  })

  it('asks whether one can do what is needed', async () => {
    const skilled = await publish(district, worker, { skills: '会开铲车' })
    const resident = await district.resident(grid)
    const refused = await resident.refused('activity.signUp', { shiftId: firstShift(skilled).id })
    expect(refused.fields).toEqual({ skilled: '请先确认:会开铲车' })
    expect((await signUp(resident, skilled, { skilled: true })).status).toBe('going')
  })

  it('leaves posts of party members to party members', async () => {
    const post = await publish(district, worker, { partyOnly: true })
    const resident = await district.resident(grid)
    const input = { shiftId: firstShift(post).id }
    expect((await resident.refused('activity.signUp', input)).reason).toBe('party_only')
    await district.db
      .updateTable('appUser')
      .set({ partyMember: true })
      .where('id', '=', resident.userId)
      .execute()
    expect((await resident.call('activity.signUp', input)).status).toBe('going')
  })
})
