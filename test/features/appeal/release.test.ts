import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.release', () => {
  let scene: Scene
  let id: string
  let whistleId: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
    const whistle = { kind: 'emergency', departments: ['power', 'water'], words: '请到场' } as const
    const { whistles } = await scene.town.call('appeal.whistle', {
      id,
      ...whistle,
      departments: [...whistle.departments],
    })
    whistleId = whistles.find(({ department }) => department === 'power')?.id ?? ''
    await scene.power.call('appeal.arrive', { id, whistleId, justified: 4 })
  })
  afterAll(() => scene.district.close())

  it('lets the department go with a score; the case stays, and nobody in public hears of it', async () => {
    const after = await scene.town.call('appeal.release', { id, whistleId, useful: 4 })
    const done = after.whistles.find((whistle) => whistle.id === whistleId)
    expect(done).toMatchObject({ status: 'released', useful: 4, justified: 4 })
    expect(after.status).toBe('accepted')
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.released')
  })

  it('twice is once, with the first score', async () => {
    const after = await scene.town.call('appeal.release', { id, whistleId, useful: 4 })
    expect(await scene.town.call('appeal.release', { id, whistleId, useful: 1 })).toEqual(after)
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.town.refused('appeal.release', { id, whistleId, useful: 0 })).toMatchObject({
      code: 'INVALID',
      fields: { useful: '请打1到5分' },
    })
  })

  it('is for the town: who came does not let themselves go', async () => {
    for (const other of [scene.power, scene.worker, scene.village, scene.leader]) {
      expect(await other.refused('appeal.release', { id, whistleId, useful: 5 })).toMatchObject({
        code: 'FORBIDDEN',
      })
    }
  })

  it('does not exist for another town, and neither does a made-up id', async () => {
    const elsewhere = scene.district.newGrid('otherTown').slice(0, 9)
    const otherTown = await scene.district.staff('town_officer', elsewhere)
    const missing = { code: 'NOT_FOUND' }
    expect(await otherTown.refused('appeal.release', { id, whistleId, useful: 4 })).toMatchObject(missing)
    expect(await scene.town.refused('appeal.release', { id: NO_ID, whistleId, useful: 4 })).toMatchObject(
      missing,
    )
    expect(await scene.town.refused('appeal.release', { id, whistleId: NO_ID, useful: 4 })).toMatchObject(
      missing,
    )
  })

  it('has nobody to let go before they have come', async () => {
    const { whistles } = await scene.town.call('appeal.info', { id })
    const other = whistles.find((whistle) => whistle.id !== whistleId)?.id
    expect(await scene.town.refused('appeal.release', { id, whistleId: other, useful: 4 })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
