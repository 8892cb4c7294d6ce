import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { checkIn, offerPost, openScene, ORGANISATION, type Scene } from './support'

describe('party.checkIn and party.leave', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
  })
  afterAll(() => scene.district.close())

  it('registers with the village where the member lives, with a post, and waits for the village', async () => {
    const made = await checkIn(scene)
    expect(made).toMatchObject({ status: 'registered', organisation: ORGANISATION, can: ['party.leave'] })
    expect(made.posts).toHaveLength(1)
    expect(await scene.member.call('party.mine', {})).toMatchObject({
      member: { id: made.id },
      duty: { met: false },
    })
    expect((await scene.member.call('me.enter', {})).partyMember).toBe(false)
    expect(await auditsAbout(scene.district.db, made.id)).toEqual(['party.registered'])
  })

  it('may be repeated as it was; another organisation needs leaving first', async () => {
    const made = await checkIn(scene)
    expect(await checkIn(scene)).toEqual(made)
    expect(
      await scene.member.refused('party.checkIn', { organisation: '别的支部', postIds: [scene.postId] }),
    ).toMatchObject({ code: 'CONFLICT', reason: 'registered_already' })
    await scene.member.call('party.leave', { id: made.id })
    expect(await scene.member.call('party.leave', { id: made.id })).toMatchObject({ status: 'left' })
    expect((await checkIn(scene, '别的支部')).id).not.toBe(made.id)
  })

  it('asks for an organisation, and for a post of this village that is open', async () => {
    expect(await scene.member.refused('party.checkIn', { organisation: '', postIds: [] })).toMatchObject({
      code: 'INVALID',
      fields: { organisation: '请填写党组织名称', postIds: '请至少认领一个岗位' },
    })
    const elsewhere = await offerPost(scene.otherVillage)
    for (const postId of [elsewhere, NO_ID]) {
      expect(
        await scene.member.refused('party.checkIn', { organisation: ORGANISATION, postIds: [postId] }),
      ).toMatchObject({ code: 'NOT_FOUND' })
    }
    const change = { id: scene.postId, name: `收${scene.postId.slice(-6)}`, line: '', shown: false }
    await scene.village.call('party.offerPost', change)
    expect(
      await scene.member.refused('party.checkIn', { organisation: ORGANISATION, postIds: [scene.postId] }),
    ).toMatchObject({ code: 'INVALID', fields: { postIds: '有岗位已经收起来了,请重新选' } })
  })

  it('needs a grid and a name first', async () => {
    const nobody = scene.district.stranger()
    const input = { organisation: ORGANISATION, postIds: [scene.postId] }
    expect(await nobody.refused('party.checkIn', input)).toMatchObject({ reason: 'no_grid' })
    const nameless = await scene.district.resident(scene.grid, { name: '' })
    expect(await nameless.refused('party.checkIn', input)).toMatchObject({
      fields: { name: expect.any(String) as string },
    })
  })

  it('is ended by the member alone', async () => {
    const { id } = await checkIn(scene)
    expect(await scene.village.refused('party.leave', { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.neighbour.refused('party.leave', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.member.refused('party.leave', { id: NO_ID })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await eventsAbout(scene.district.db, id)).toEqual([])
  })
})

describe('party.takePost, party.offerPost and party.posts', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
  })
  afterAll(() => scene.district.close())

  it('takes another post and gives one up, but keeps one at least', async () => {
    await checkIn(scene)
    const postId = await offerPost(scene.village)
    expect(await scene.member.call('party.takePost', { postId, taken: true })).toMatchObject({
      taken: true,
      holders: 1,
    })
    expect(await scene.member.call('party.takePost', { postId, taken: true })).toMatchObject({ holders: 1 })
    await scene.member.call('party.takePost', { postId: scene.postId, taken: false })
    expect(await scene.member.refused('party.takePost', { postId, taken: false })).toMatchObject({
      code: 'CONFLICT',
      reason: 'last_post',
    })
  })

  it('lets a member hold five at most', async () => {
    await checkIn(scene)
    for (let n = 0; n < 4; n += 1) {
      await scene.member.call('party.takePost', { postId: await offerPost(scene.village), taken: true })
    }
    const postId = await offerPost(scene.village)
    expect(await scene.member.refused('party.takePost', { postId, taken: true })).toMatchObject({
      code: 'LIMIT_REACHED',
    })
  })

  it('is nothing for who has not registered, or lives elsewhere', async () => {
    const { postId } = scene
    for (const person of [scene.neighbour, scene.stranger]) {
      expect(await person.refused('party.takePost', { postId, taken: true })).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    expect(await scene.neighbour.refused('party.takePost', { postId })).toMatchObject({ code: 'INVALID' })
  })

  it('shows the posts of the own village; put away, one is left to who holds it', async () => {
    await checkIn(scene)
    const idsOf = async (person: typeof scene.member) =>
      (await person.call('party.posts', {})).items.map(({ id }) => id)
    expect(await idsOf(scene.neighbour)).toContain(scene.postId)
    expect(await idsOf(scene.stranger)).not.toContain(scene.postId)
    const change = { id: scene.postId, name: `收起${scene.postId.slice(-6)}`, line: '', shown: false }
    await scene.village.call('party.offerPost', change)
    expect(await idsOf(scene.member)).toContain(scene.postId)
    expect(await idsOf(scene.neighbour)).not.toContain(scene.postId)
    expect(await scene.otherVillage.refused('party.offerPost', change)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.member.refused('party.offerPost', change)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('has one post of a name in a village; the same offered twice is one', async () => {
    const offer = { name: `门前${scene.postId.slice(-6)}`, line: '扫雪', shown: true }
    const first = await scene.village.call('party.offerPost', offer)
    expect((await scene.village.call('party.offerPost', offer)).id).toBe(first.id)
    expect(await scene.village.refused('party.offerPost', { ...offer, line: '别的' })).toMatchObject({
      fields: { name: '已经有这个岗位了' },
    })
  })
})
