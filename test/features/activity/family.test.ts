import { randomUUID } from 'node:crypto'
import type { ActivityView } from '~/types/activity'
import { openDistrict, type District, type Person } from '../../support/district'
import { firstShift, publish, signUp } from './support'

describe('family', () => {
  let district: District
  let worker: Person
  let parent: Person
  let grid: string
  let child: string
  let grandmother: string
  const householdId = randomUUID()
  const yearsAgo = (years: number) =>
    `${district.clock.now().getUTCFullYear() - years}${district.clock.now().toISOString().slice(4, 10)}`
  const addResident = async (name: string, years: number, userId: string | null = null) => {
    const row = { id: randomUUID(), householdId, areaCode: grid, userId, name, bornOn: yearsAgo(years) }
    await district.db
      .insertInto('resident')
      .values({ ...row, sex: 'female' })
      .execute()
    return row.id
  }
  const make = (more = {}): Promise<ActivityView> =>
    publish(district, worker, { minAge: 8, ...next(), ...more })
  let hours = 24
  const next = () => {
    hours += 3
    const at = (n: number) => new Date(district.clock.now().getTime() + n * 3_600_000).toISOString()
    return { shifts: [{ startsAt: at(hours), endsAt: at(hours + 2), capacity: 5 }] }
  }
  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    parent = await district.resident(grid, { name: '赵家长' })
    await district.db
      .insertInto('household')
      .values({ id: householdId, areaCode: grid, door: '1号' })
      .execute()
    await addResident('赵家长', 40, parent.userId)
    child = await addResident('赵小', 10)
    grandmother = await addResident('钱奶奶', 66)
  })
  afterAll(() => district.close())

  it('is the household of the ledger, the oldest first, then whoever was named before', async () => {
    expect((await parent.call('activity.family', {})).items).toEqual([
      { residentId: grandmother, name: '钱奶奶', minor: false },
      { residentId: child, name: '赵小', minor: true },
    ])
    const who = { name: '孙表妹', bornOn: '1990-01-02' }
    await signUp(parent, await make(), { who })
    const { items } = await parent.call('activity.family', {})
    expect(items.at(-1)).toMatchObject({ name: '孙表妹', minor: false })
    const [memberId] = items.flatMap((one) => one.memberId ?? [])
    expect((await signUp(parent, await make(), { who: { memberId: memberId ?? '' } })).name).toBe('孙表妹')
    const stranger = await district.resident(grid)
    const input = { shiftId: firstShift(await make()).id, who: { memberId: memberId ?? '' } }
    expect((await stranger.refused('activity.signUp', input)).code).toBe('NOT_FOUND')
  })

  it('signs up a grown-up of the household, who is one person wherever it comes from', async () => {
    const activity = await make()
    const who = { residentId: grandmother }
    expect(await signUp(parent, activity, { who })).toMatchObject({
      name: '钱奶奶',
      self: false,
      status: 'going',
    })
    // The grandmother begins to use the program herself: still one place.
    const herself = await district.resident(grid, { name: '钱奶奶' })
    await district.db
      .updateTable('resident')
      .set({ userId: herself.userId })
      .where('id', '=', grandmother)
      .execute()
    expect(await signUp(herself, activity)).toMatchObject({ self: true })
    expect(firstShift(await parent.call('activity.info', { id: activity.id }))).toMatchObject({ left: 4 })
  })

  it('is not the household next door', async () => {
    const neighbour = await district.resident(grid)
    const input = { shiftId: firstShift(await make()).id, who: { residentId: child }, guardianAgrees: true }
    expect((await neighbour.refused('activity.signUp', input)).code).toBe('NOT_FOUND')
  })

  it('minors come with the consent of a guardian, and under fourteen with the guardian', async () => {
    const activity = await make()
    const input = { shiftId: firstShift(activity).id, who: { residentId: child } }
    expect((await parent.refused('activity.signUp', input)).fields).toHaveProperty('guardianAgrees')
    const agreed = { ...input, guardianAgrees: true }
    expect((await parent.refused('activity.signUp', agreed)).reason).toBe('guardian_needed')
    await signUp(parent, activity)
    expect((await parent.call('activity.signUp', agreed)).status).toBe('going')
    const roster = await worker.call('activity.roster', { shiftId: firstShift(activity).id })
    expect(roster.items.map(({ name, minor }) => [name, minor])).toEqual([
      ['赵家长', undefined],
      ['赵小', { age: 10, guardianName: '赵家长' }],
    ])
  })

  it('minors do not sign themselves up, nor come to what is for grown-ups or risky', async () => {
    const teenager = await district.resident(grid, { name: '周少年' })
    const bornOn = yearsAgo(16)
    const young = await make()
    const self = { shiftId: firstShift(young).id, bornOn }
    expect((await teenager.refused('activity.signUp', self)).reason).toBe('guardian_needed')
    const who = { name: '周小弟', bornOn }
    const asked = async (more: object) => {
      const shiftId = firstShift(await make(more)).id
      return parent.refused('activity.signUp', { shiftId, who, guardianAgrees: true })
    }
    expect((await asked({ minAge: 18 })).reason).toBe('too_young')
    expect((await asked({ minAge: 18, risky: true, insurance: '镇里投保' })).reason).toBe('too_young')
    expect((await signUp(parent, young, { who, guardianAgrees: true })).status).toBe('going')
  })

  it('an age that is asked for must be known', async () => {
    const activity = await make({ minAge: 18, maxAge: 60 })
    const input = { shiftId: firstShift(activity).id }
    const resident = await district.resident(grid)
    expect((await resident.refused('activity.signUp', input)).fields).toHaveProperty('bornOn')
    const old = { ...input, bornOn: yearsAgo(70) }
    expect((await resident.refused('activity.signUp', old)).reason).toBe('too_old')
    expect((await resident.call('activity.signUp', { ...input, bornOn: yearsAgo(50) })).status).toBe('going')
  })
})
