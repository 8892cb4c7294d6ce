import { endPublication, makeHousehold, openScene, propose, type Scene } from './support'

describe('points.published, points.awards, points.rules and points.account', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
  })
  afterAll(() => scene.district.close())

  it('shows the village what is published, with 钱** instead of the name', async () => {
    const { id } = await propose(scene, scene.person)
    const { items } = await scene.neighbour.call('points.published', { limit: 50 })
    const seen = items.find((item) => item.id === id)
    expect(seen).toMatchObject({ name: '钱**', points: 3, status: 'published', can: ['points.object'] })
    expect(JSON.stringify(items)).not.toContain('钱测试')
    const own = await scene.person.call('points.published', { limit: 50 })
    expect(own.items.find((item) => item.id === id)).toMatchObject({ name: '钱测试' })
  })

  it('shows it to nobody else, nor what waits, nor for longer than it is open', async () => {
    const waiting = await propose(scene, scene.person, 'responsibility')
    const over = await propose(scene, scene.person)
    await endPublication(scene, over.id)
    const near = (await scene.neighbour.call('points.published', { limit: 50 })).items.map(({ id }) => id)
    expect(near).not.toContain(waiting.id)
    expect(near).not.toContain(over.id)
    const open = await propose(scene, scene.neighbour)
    const far = (await scene.stranger.call('points.published', { limit: 50 })).items.map(({ id }) => id)
    expect(far).not.toContain(open.id)
    const nobody = await scene.district.stranger().call('points.published', {})
    expect(nobody.items).toEqual([])
  })

  it('pages without a gap, newest first', async () => {
    const made = []
    for (let n = 0; n < 3; n += 1) {
      made.unshift((await propose(scene, scene.person, 'meeting')).id)
    }
    const first = await scene.worker.call('points.awards', { list: 'published', limit: 2 })
    const { nextCursor: cursor } = first
    const second = await scene.worker.call('points.awards', { list: 'published', limit: 2, cursor })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made)
    expect(second.nextCursor).toBeUndefined()
    expect(await scene.worker.refused('points.awards', { list: 'published', cursor: 'x' })).toMatchObject({
      code: 'INVALID',
    })
  })

  it('gives staff the lists of their own area only', async () => {
    const { id } = await propose(scene, scene.person, 'responsibility')
    const ids = async (person: typeof scene.worker) =>
      (await person.call('points.awards', { list: 'waiting', limit: 50 })).items.map((item) => item.id)
    for (const person of [scene.worker, scene.village, scene.town]) {
      expect(await ids(person)).toContain(id)
    }
    expect(await ids(scene.otherWorker)).not.toContain(id)
    expect(await scene.person.refused('points.awards', { list: 'waiting' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('keeps one account for the people of a household, and what each has brought in', async () => {
    const { district, grid, person, neighbour } = scene
    await makeHousehold(district, grid, [person, neighbour])
    for (const one of [person, neighbour]) {
      await endPublication(scene, (await propose(scene, one)).id)
    }
    await propose(scene, neighbour, 'meeting')
    const account = await person.call('points.account', {})
    expect(account).toMatchObject({ balance: 6, household: true, month: { earned: 6, limit: 150 } })
    expect(account.people.find(({ mine }) => mine)).toEqual({ name: '钱测试', earned: 3, mine: true })
    expect(account.people.find(({ mine }) => !mine)).toEqual({ name: '孙测试', earned: 3, mine: false })
    expect(account.pending).toMatchObject([{ points: 2, status: 'published' }])
  })

  it('takes along what somebody saved alone when they come into a household', async () => {
    const { district, grid, person, neighbour } = scene
    await endPublication(scene, (await propose(scene, person)).id)
    await makeHousehold(district, grid, [person, neighbour])
    await endPublication(scene, (await propose(scene, person, 'meeting')).id)
    const account = await neighbour.call('points.account', {})
    expect(account.balance).toBe(5)
    expect(account.items.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['award', 2],
      ['transfer', 3],
    ])
  })

  it('pages the entries of the account', async () => {
    for (let n = 0; n < 3; n += 1) {
      await endPublication(scene, (await propose(scene, scene.person, 'meeting')).id)
    }
    const first = await scene.person.call('points.account', { limit: 2 })
    const second = await scene.person.call('points.account', { limit: 2, cursor: first.nextCursor })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, undefined])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3)
  })

  it('is empty for who has never earned anything, and even without a grid', async () => {
    const account = await scene.district.stranger().call('points.account', {})
    expect(account).toMatchObject({ balance: 0, items: [], people: [], household: false })
  })

  it('tells everybody what earns how much: one point for taking part, whatever was said', async () => {
    const { rules, limits } = await scene.stranger.call('points.rules', {})
    expect(rules).toContainEqual({ rule: 'took_part', category: 'governance', points: 1, automatic: true })
    expect(limits).toMatchObject({ day: 20, month: 60, householdMonth: 150, share: 40, redeemDay: 50 })
    expect(rules.filter(({ points }) => points <= 0)).toEqual([])
  })
})
