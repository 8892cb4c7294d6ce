import type { Person } from '../../support/district'
import { eventsAbout } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

const MINUTE = 60_000

describe('a case that was handed to a colleague', () => {
  let scene: Scene
  let id: string
  let colleague: Person

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
    colleague = await scene.district.staff('grid_worker', scene.grid)
  })
  afterAll(() => scene.district.close())

  const hand = (by = scene.worker) =>
    by.call('appeal.handOver', { id, userId: colleague.userId, reason: '我去县里开会' })
  const row = () =>
    scene.district.db
      .selectFrom('appeal')
      .select(['handlerId', 'handedBy', 'signDueAt', 'holderCode', 'status'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  const toldOf = async (person: Person) => {
    const { items } = await person.call('notice.list', {})
    return items.filter(({ path }) => path.includes(id)).map(({ label }) => label)
  }
  /** Runs the timer twice once the time to take it is over. */
  const timeIsOver = async () => {
    const { signDueAt } = await row()
    const { clock } = scene.district
    clock.advance((signDueAt?.getTime() ?? clock.now().getTime()) - clock.now().getTime() + MINUTE)
    await scene.district.runJobs()
    await scene.district.runJobs()
  }

  it('tells the colleague by when to take it', async () => {
    const { signDueAt } = await hand()
    expect(signDueAt).toBeDefined()
    await scene.district.runJobs()
    expect(await toldOf(colleague)).toEqual(['转给您的'])
    const { can } = await colleague.call('appeal.info', { id })
    expect(can).toContain('appeal.accept')
    expect((await scene.worker.call('appeal.info', { id })).can).not.toContain('appeal.accept')
  })

  it('is theirs when they say so, which is no news to the neighbours; again changes nothing', async () => {
    await hand()
    const events = await eventsAbout(scene.district.db, id)
    const taken = await colleague.call('appeal.accept', { id })
    expect(taken.signDueAt).toBeUndefined()
    expect(taken.can).not.toContain('appeal.accept')
    expect(await colleague.call('appeal.accept', { id })).toEqual(taken)
    expect(await eventsAbout(scene.district.db, id)).toEqual(events)
    scene.district.clock.advance(3 * 60 * MINUTE)
    await scene.district.runJobs()
    expect(await row()).toMatchObject({ handlerId: colleague.userId, handedBy: null })
    expect(await toldOf(scene.worker)).not.toContain('退回给您')
  })

  it('is theirs as well when they go on with it at once', async () => {
    await hand()
    await colleague.call('appeal.finish', { id, ...DONE })
    expect(await row()).toMatchObject({ handedBy: null, signDueAt: null, status: 'finished' })
  })

  it('goes back to who gave it, once, when it is not taken in time', async () => {
    await hand()
    await timeIsOver()
    expect(await row()).toMatchObject({
      handlerId: scene.worker.userId,
      handedBy: null,
      signDueAt: null,
      status: 'accepted',
    })
    expect(await toldOf(scene.worker)).toEqual(['退回给您'])
    const { steps } = await scene.worker.call('appeal.info', { id })
    const back = steps.filter(({ words }) => words === '同事没有按时接下,退回原来的同志')
    expect(back).toHaveLength(1)
  })

  it('goes up when who gave it is no colleague of the grid', async () => {
    await hand(scene.village)
    await timeIsOver()
    expect(await row()).toMatchObject({
      handedBy: null,
      status: 'escalated',
      holderCode: scene.grid.slice(0, 12),
    })
  })

  it('stays with the level above when it takes the case over meanwhile', async () => {
    await hand()
    await scene.village.call('appeal.escalate', { id, to: 'town', reason: '要镇里派车' })
    expect(await row()).toMatchObject({
      handedBy: null,
      status: 'escalated',
      holderCode: scene.grid.slice(0, 9),
    })
  })
})
