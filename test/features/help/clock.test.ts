import { randomUUID } from 'node:crypto'
import { auditsAbout, eventsAbout } from '../../support/records'
import { ask, askAndTake, hidden, HOUR, MINUTE, openScene, tooLate, wrongPerson, type Scene } from './support'

describe('what the clock does with a request that nobody takes', () => {
  let scene: Scene
  beforeEach(async () => {
    scene = await openScene()
  })
  afterEach(() => scene.district.close())

  const pass = async (ms: number) => {
    scene.district.clock.advance(ms)
    await scene.district.runJobs()
  }
  const reachOf = async (id: string) => (await scene.asker.call('help.info', { id })).reach
  const calls = async (who: 'worker' | 'village' | 'town', id: string) =>
    (await scene[who].call('help.list', { list: 'care', limit: 50 })).items.some((item) => item.id === id)

  it('shows it to the village after two hours and to the town after six more', async () => {
    const id = await ask(scene)
    await pass(HOUR)
    expect(await reachOf(id)).toBe('grid')
    expect(await scene.villager.refused('help.info', { id })).toMatchObject(hidden)
    await pass(HOUR + MINUTE)
    expect(await reachOf(id)).toBe('village')
    expect(await scene.villager.call('help.info', { id })).toMatchObject({ near: 'village' })
    expect(await scene.townsman.refused('help.info', { id })).toMatchObject(hidden)
    await pass(6 * HOUR)
    expect(await scene.townsman.call('help.take', { id })).toMatchObject({ near: 'town', status: 'matched' })
  })

  it('comes to the same when it runs late, twice, or several at once', async () => {
    const id = await ask(scene)
    scene.district.clock.advance(9 * HOUR)
    await Promise.all([scene.district.runJobs(), scene.district.runJobs()])
    await scene.district.runJobs()
    expect(await reachOf(id)).toBe('town')
    expect(await eventsAbout(scene.district.db, id)).toContain('help.shown')
  })

  it('stops widening once somebody has it', async () => {
    const id = await askAndTake(scene)
    await pass(9 * HOUR)
    expect(await reachOf(id)).toBe('grid')
  })

  it('calls the village ten minutes after the grid worker for an urgent one, then the town', async () => {
    const id = await ask(scene, { urgent: true, kind: 'fix', text: '老人家里突然停电' })
    expect([await calls('worker', id), await calls('village', id)]).toEqual([true, false])
    await pass(11 * MINUTE)
    expect([await calls('village', id), await calls('town', id)]).toEqual([true, false])
    await pass(10 * MINUTE)
    await pass(10 * MINUTE)
    expect(await calls('town', id)).toBe(true)
    for (const who of ['worker', 'village', 'town'] as const) {
      const { items } = await scene[who].call('notice.list', {})
      const about = items.filter(({ path }) => path.endsWith(id))
      expect(about).toMatchObject([{ label: '急事没人接', tone: 'urgent' }])
    }
  })

  it('calls the grid worker for another after half a day, and nobody above', async () => {
    const id = await ask(scene)
    expect(await calls('worker', id)).toBe(false)
    await pass(13 * HOUR)
    expect([await calls('worker', id), await calls('village', id)]).toEqual([true, false])
    await pass(24 * HOUR)
    expect(await calls('village', id)).toBe(false)
  })

  it('calls nobody further once staff looks after it', async () => {
    const id = await ask(scene, { urgent: true })
    const attended = await scene.worker.call('help.attend', { id })
    expect(attended).toMatchObject({ attended: true, status: 'open' })
    expect(await scene.worker.call('help.attend', { id })).toMatchObject({ attended: true })
    await pass(HOUR)
    expect([await calls('worker', id), await calls('village', id)]).toEqual([false, false])
    expect(
      (await auditsAbout(scene.district.db, id)).filter((name) => name === 'help.attended'),
    ).toHaveLength(2)
    expect(await scene.village.refused('help.attend', { id })).toMatchObject(tooLate)
    expect(await scene.asker.refused('help.attend', { id })).toMatchObject(wrongPerson)
    expect(await scene.otherWorker.refused('help.attend', { id })).toMatchObject(hidden)
  })

  it('puts it away a week after the day it is for, whether or not somebody came', async () => {
    const open = await ask(scene)
    const taken = await askAndTake(scene)
    await pass(6 * 24 * HOUR)
    expect(await scene.asker.call('help.info', { id: taken })).toMatchObject({ status: 'matched' })
    await pass(2 * 24 * HOUR)
    for (const id of [open, taken]) {
      const view = await scene.asker.call('help.info', { id })
      expect(view.status).toBe('expired')
      expect(view.can.filter((action) => !/report|block/.test(action))).toEqual([])
    }
    expect(await scene.other.refused('help.info', { id: open })).toMatchObject(hidden)
  })
})

describe('who fits is asked before the others', () => {
  let scene: Scene
  beforeEach(async () => {
    scene = await openScene()
    await scene.villager.call('help.able', { kinds: ['ride'], times: [], reach: 'village' })
  })
  afterEach(async () => {
    await scene.district.db.deleteFrom('helpAble').execute()
    await scene.district.close()
  })
  const RIDE = { kind: 'ride', text: '去区医院复查,想搭个车' } as const

  it('shows it to them alone, with the reasons, then to the grid, which is told once', async () => {
    const id = await ask(scene, RIDE)
    expect(await scene.villager.call('help.info', { id })).toMatchObject({
      reach: 'asked',
      askedFirst: ['same_village', 'skill'],
    })
    expect(await scene.neighbour.refused('help.info', { id })).toMatchObject(hidden)
    await scene.district.runJobs()
    expect(await eventsAbout(scene.district.db, id)).toEqual(['help.asked'])
    expect((await scene.villager.call('notice.list', {})).items).toMatchObject([{ label: '先问您' }])
    scene.district.clock.advance(21 * MINUTE)
    await scene.district.runJobs()
    await scene.district.runJobs()
    expect(await scene.neighbour.call('help.info', { id })).toMatchObject({ reach: 'grid' })
    expect(await eventsAbout(scene.district.db, id)).toContain('help.shown')
  })

  it('does not wait for them when it is urgent', async () => {
    const id = await ask(scene, { ...RIDE, urgent: true })
    expect(await scene.neighbour.call('help.info', { id })).toMatchObject({ reach: 'grid' })
    expect(await scene.villager.call('help.info', { id })).toMatchObject({ askedFirst: expect.anything() })
  })

  it('asks nobody for other things, nor those whom the asker does not want to meet', async () => {
    expect(await scene.villager.refused('help.info', { id: await ask(scene) })).toMatchObject(hidden)
    const { db, clock } = scene.district
    const pair = { userId: scene.villager.userId, otherId: scene.asker.userId }
    await db
      .insertInto('blockedPair')
      .values({ ...pair, id: randomUUID(), at: clock.now() })
      .execute()
    const id = await ask(scene, { ...RIDE, urgent: true })
    expect(await scene.villager.refused('help.info', { id })).toMatchObject(hidden)
  })
})
