import { randomUUID } from 'node:crypto'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { firstShift, moveShift, publish, shiftIn, signUp } from '../activity/support'
import { checkIn, openScene, ORGANISATION, type Scene } from './support'

describe('party.confirm, party.members and party.report', () => {
  let scene: Scene
  let id: string
  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
    id = (await checkIn(scene)).id
  })
  afterAll(() => scene.district.close())

  it('makes the member one everywhere, tells them once and leaves a trail', async () => {
    expect(await scene.village.call('party.confirm', { id, confirmed: true })).toMatchObject({
      status: 'confirmed',
      name: '周测试',
    })
    expect((await scene.member.call('me.enter', {})).partyMember).toBe(true)
    await scene.district.runJobs()
    const { items } = await scene.member.call('notice.list', {})
    expect(items.map(({ title }) => title)).toEqual(['村里确认了您的报到'])
    expect(await eventsAbout(scene.district.db, id)).toEqual(['party.decided'])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['party.registered', 'party.decided'])
  })

  it('may be repeated as it was decided, and not turned round', async () => {
    await scene.village.call('party.confirm', { id, confirmed: true })
    expect(await scene.village.call('party.confirm', { id, confirmed: true })).toMatchObject({
      status: 'confirmed',
    })
    expect(
      await scene.village.refused('party.confirm', { id, confirmed: false, reason: '不认识' }),
    ).toMatchObject({ code: 'CONFLICT', reason: 'wrong_status' })
  })

  it('says why not; the member may register again', async () => {
    expect(await scene.village.refused('party.confirm', { id, confirmed: false })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '不确认要告诉他原因' },
    })
    await scene.village.call('party.confirm', { id, confirmed: false, reason: '不住在本村' })
    expect(await scene.member.call('party.mine', {})).toMatchObject({
      member: { status: 'declined', reason: '不住在本村' },
      duty: null,
    })
    expect((await checkIn(scene)).id).not.toBe(id)
  })

  it('does not exist for another village or a neighbour, and is refused to the member and the town', async () => {
    const input = { id, confirmed: true }
    expect(await scene.otherVillage.refused('party.confirm', input)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.village.refused('party.confirm', { ...input, id: NO_ID })).toMatchObject({
      code: 'NOT_FOUND',
    })
    for (const person of [scene.member, scene.neighbour, scene.town]) {
      expect(await person.refused('party.confirm', input)).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('is for nobody’s own registration', async () => {
    const { district, grid, village, postId } = scene
    const now = district.clock.now()
    const home = { areaCode: grid, assurance: 'worker' as const, since: now, until: null, setBy: null }
    await district.db
      .insertInto('membership')
      .values({ id: randomUUID(), userId: village.userId, ...home })
      .execute()
    const own = await village.call('party.checkIn', { organisation: '村党支部', postIds: [postId] })
    expect(own.can).toEqual(['party.leave'])
    expect(await village.refused('party.confirm', { id: own.id, confirmed: true })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('lists for the village who registered, and nobody of another', async () => {
    const ids = async (person: typeof scene.village) =>
      (await person.call('party.members', { status: 'registered', limit: 50 })).items.map((item) => item.id)
    expect(await ids(scene.village)).toContain(id)
    expect(await ids(scene.otherVillage)).not.toContain(id)
    expect(await scene.member.refused('party.members', {})).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('reports by organisation, with masked names, and whose duty of the year is done', async () => {
    const organisation = `支部${id.slice(-8)}`
    await scene.member.call('party.leave', { id })
    const again = await checkIn(scene, organisation)
    await scene.village.call('party.confirm', { id: again.id, confirmed: true })
    const report = (person: typeof scene.village, areaCode = scene.grid.slice(0, 9)) =>
      person.call('party.report', { areaCode, organisation })
    const before = await report(scene.town)
    expect(before.items).toContainEqual({ organisation, registered: 1, confirmed: 1, met: 0 })
    expect(before.people).toEqual([{ name: '周**', posts: 1, met: false }])
    const worker = await scene.district.staff('grid_worker', scene.grid)
    for (let n = 0; n < 2; n += 1) {
      const activity = await publish(scene.district, worker, {
        shifts: [shiftIn(scene.district, 24 + 6 * n)],
      })
      const { id: signupId } = await signUp(scene.member, activity)
      const shiftId = firstShift(activity).id
      await moveShift(scene.district, shiftId, -3 - 3 * n)
      await worker.call('activity.checkIn', { id: signupId, proof: { by: 'list' } })
      await worker.call('activity.confirmHours', { shiftId, signups: [{ id: signupId, minutes: 60 }] })
    }
    expect((await report(scene.town)).people).toEqual([{ name: '周**', posts: 1, met: true }])
    expect(await scene.member.call('party.mine', {})).toMatchObject({
      duty: { activities: 2, minutes: 120, met: true },
    })
    expect((await report(scene.village, scene.grid.slice(0, 12))).items).toContainEqual({
      organisation,
      registered: 1,
      confirmed: 1,
      met: 1,
    })
    expect(JSON.stringify(await report(scene.town))).not.toContain('周测试')
  })

  it('reports nothing outside the own area', async () => {
    expect(await scene.village.refused('party.report', { areaCode: scene.grid.slice(0, 9) })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await scene.member.refused('party.report', { areaCode: scene.grid })).toMatchObject({
      code: 'FORBIDDEN',
    })
    const other = await scene.otherVillage.call('party.report', { areaCode: scene.otherVillage.areaCode })
    expect(other.items.map((item) => item.organisation)).not.toContain(ORGANISATION)
  })
})
