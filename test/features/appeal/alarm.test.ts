import { eventsAbout } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'
import type { Person } from '../../support/district'

const SPARKS = { text: '电线冒火花,掉在路上了', urgency: 'danger' } as const

describe('a case of danger', () => {
  let scene: Scene

  beforeEach(async () => {
    scene = await openScene()
  })
  afterEach(() => scene.district.close())

  /** What the person was told about the case, after the outbox has been carried out. */
  const toldOf = async (person: Person, id: string) => {
    await scene.district.runJobs()
    const { items } = await person.call('notice.list', {})
    return items.filter(({ path }) => path.endsWith(id))
  }

  it('calls the grid worker and whoever covers for them, once, and nobody of other grids', async () => {
    const cover = await scene.district.staff('grid_worker', scene.grid, {
      to: new Date(scene.district.clock.now().getTime() + 86_400_000),
    })
    const id = await scene.submit(SPARKS)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.alarmed'])
    for (const person of [scene.worker, cover]) {
      expect(await toldOf(person, id)).toMatchObject([
        {
          title: '电线冒火花,掉在路上了',
          label: '有危险',
          tone: 'urgent',
          path: `features/appeal/detail/index?id=${id}`,
        },
      ])
    }
    expect(await toldOf(scene.worker, id)).toHaveLength(1)
    for (const person of [scene.otherWorker, scene.village, scene.neighbour, scene.resident, scene.power]) {
      expect(await toldOf(person, id)).toEqual([])
    }
  })

  it('says nothing of who asked', async () => {
    const id = await scene.submit(SPARKS)
    expect(JSON.stringify(await toldOf(scene.worker, id))).not.toMatch(/钱测试|19900001234/)
  })

  it('calls nobody when it is not dangerous', async () => {
    const id = await scene.submit(LAMP)
    expect(await eventsAbout(scene.district.db, id)).toEqual([])
    expect(await toldOf(scene.worker, id)).toEqual([])
  })

  it('calls once when somebody above sees that it is dangerous', async () => {
    const id = await scene.submit(LAMP)
    const raised = { id, urgency: 'danger', words: '电线落地,有危险' } as const
    await scene.town.call('appeal.triage', raised)
    await scene.town.call('appeal.triage', { ...raised, category: 'safety' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.alarmed'])
    expect(await toldOf(scene.worker, id)).toMatchObject([{ label: '有危险' }])
    expect(await toldOf(scene.town, id)).toEqual([])
  })

  it('calls nobody any more who comes after it was taken', async () => {
    const id = await scene.submit(SPARKS)
    await scene.worker.call('appeal.accept', { id })
    expect(await toldOf(scene.worker, id)).toEqual([])
  })

  it('does not call the worker to what they wrote down themselves', async () => {
    const { id } = await scene.worker.call('appeal.capture', {
      ...SPARKS,
      areaCode: scene.grid,
      name: '孙测试',
      consent: 'in_group',
    })
    const cover = await scene.district.staff('grid_worker', scene.grid)
    expect(await toldOf(scene.worker, id)).toEqual([])
    expect(await toldOf(cover, id)).toHaveLength(1)
  })

  it('calls the village where the grid has nobody just now', async () => {
    const orphan = scene.district.newGrid()
    const id = await scene.submit({ ...SPARKS, areaCode: orphan })
    expect(await toldOf(scene.village, id)).toHaveLength(1)
    expect(await toldOf(scene.town, id)).toEqual([])
  })
})
