import type { Output } from '~/types/api'
import type { Person } from '../../support/district'
import { LAMP, openScene, type Scene } from './support'

const idsOf = (page: Output<'appeal.list'>) => page.items.map((item) => item.id)

describe('appeal.list', () => {
  let scene: Scene

  // A grid of its own for each test, so that lists and counts are exact.
  beforeEach(async () => {
    scene = await openScene()
  })
  afterEach(() => scene.district.close())

  const submit = async (urgency: 'danger' | 'today' | 'soon' = 'today') => {
    scene.district.clock.advance(1000)
    return (await scene.resident.call('appeal.submit', { ...LAMP, urgency })).id
  }

  it('mine: the caller’s own cases, newest first, and nobody else’s', async () => {
    const first = await submit()
    const second = await submit()
    expect(idsOf(await scene.resident.call('appeal.list', { list: 'mine' }))).toEqual([second, first])
    expect(idsOf(await scene.neighbour.call('appeal.list', { list: 'mine' }))).toEqual([])
  })

  it('open: leaves out what is handled', async () => {
    const handled = await submit()
    const waiting = await submit()
    await scene.worker.call('appeal.answer', { id: handled, words: '修好了' })
    expect(idsOf(await scene.resident.call('appeal.list', { list: 'mine', open: true }))).toEqual([waiting])
  })

  it('workbench: what waits at the caller’s level, next to be late first', async () => {
    const soon = await submit('soon')
    const danger = await submit('danger')
    const gone = await submit('today')
    await scene.worker.call('appeal.escalate', { id: gone, to: 'town', reason: '要镇里派车' })
    const bench = await scene.worker.call('appeal.list', { list: 'workbench' })
    expect(idsOf(bench)).toEqual([danger, soon])
    expect(bench.counts).toEqual({ open: 2, nearlyLate: 0, handled: 0, handledToday: 0 })
    expect(idsOf(await scene.otherWorker.call('appeal.list', { list: 'workbench' }))).toEqual([])
  })

  it('workbench: counts what is nearly late and what was handled today', async () => {
    const danger = await submit('danger')
    const handled = await submit('soon')
    await scene.worker.call('appeal.answer', { id: handled, words: '修好了' })
    scene.district.clock.advance(97 * 60_000)
    const { counts } = await scene.worker.call('appeal.list', { list: 'workbench' })
    expect(counts).toMatchObject({ open: 1, nearlyLate: 1, handled: 1 })
    expect(idsOf(await scene.worker.call('appeal.list', { list: 'workbench' }))).toEqual([danger])
  })

  const deskOf = async (person: Person) =>
    idsOf(await person.call('appeal.list', { list: 'workbench', limit: 50 }))

  it('workbench: a late case shows up one level higher too', async () => {
    const late = await submit('today')
    await scene.worker.call('appeal.accept', { id: late })
    expect(await deskOf(scene.village)).not.toContain(late)
    scene.district.clock.advance(25 * 3_600_000)
    expect(await deskOf(scene.village)).toContain(late)
  })

  it('workbench: danger lies on the desks of village and town at once, until somebody has taken it', async () => {
    const danger = await submit('danger')
    for (const desk of [scene.worker, scene.village, scene.town]) {
      expect(await deskOf(desk)).toContain(danger)
    }
    await scene.village.call('appeal.accept', { id: danger })
    expect(await deskOf(scene.village)).toContain(danger)
    expect(await deskOf(scene.worker)).not.toContain(danger)
    expect(await deskOf(scene.town)).not.toContain(danger)
  })

  it('callbacks: what was handled below and waits for the person, longest first, for the level above', async () => {
    const [first, second, own] = [await submit(), await submit(), await submit()]
    for (const id of [first, second]) {
      await scene.worker.call('appeal.answer', { id, words: '电工明天来' })
    }
    await scene.village.call('appeal.answer', { id: own, words: '电工明天来' })
    const asked = { list: 'callbacks', limit: 50 } as const
    const { items } = await scene.village.call('appeal.list', asked)
    expect(items.map(({ id }) => id).filter((id) => [first, second, own].includes(id))).toEqual([
      first,
      second,
    ])
    expect(items.every(({ can }) => can.includes('appeal.callBack'))).toBe(true)
    await scene.village.call('appeal.callBack', {
      id: first,
      reached: true,
      outcome: 'solved',
      satisfaction: 'satisfied',
    })
    expect(idsOf(await scene.village.call('appeal.list', asked))).not.toContain(first)
    expect(idsOf(await scene.worker.call('appeal.list', asked))).toEqual([])
    expect(await scene.resident.refused('appeal.list', asked)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('area: everything in the caller’s area, or in a smaller one inside it', async () => {
    const first = await submit()
    const second = await submit()
    expect(idsOf(await scene.worker.call('appeal.list', { list: 'area' }))).toEqual([second, first])
    const narrowed = await scene.village.call('appeal.list', { list: 'area', areaCode: scene.grid })
    expect(idsOf(narrowed)).toEqual([second, first])
  })

  it('goes through all cases page by page, without gaps or repeats while new ones come in', async () => {
    const ids = [await submit(), await submit(), await submit()].reverse()
    const one = await scene.resident.call('appeal.list', { list: 'mine', limit: 2 })
    await submit()
    const two = await scene.resident.call('appeal.list', { list: 'mine', limit: 2, cursor: one.nextCursor })
    expect([...idsOf(one), ...idsOf(two)]).toEqual(ids)
    expect(two.nextCursor).toBeUndefined()
  })

  it('goes through the workbench page by page', async () => {
    const ids = [await submit('danger'), await submit('today'), await submit('soon')]
    const one = await scene.worker.call('appeal.list', { list: 'workbench', limit: 2 })
    const two = await scene.worker.call('appeal.list', {
      list: 'workbench',
      limit: 2,
      cursor: one.nextCursor,
    })
    expect([...idsOf(one), ...idsOf(two)]).toEqual(ids)
  })

  it('is refused to residents where it is for staff', async () => {
    for (const list of ['workbench', 'area']) {
      expect(await scene.resident.refused('appeal.list', { list })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('gives staff no look outside their area', async () => {
    for (const areaCode of [scene.otherWorker.areaCode, scene.village.areaCode, scene.grid.slice(0, 6)]) {
      expect(await scene.worker.refused('appeal.list', { list: 'area', areaCode })).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  it('refuses a list, a length or a position that there is not', async () => {
    const refused = async (input: object) => (await scene.worker.refused('appeal.list', input)).fields
    expect(Object.keys((await refused({ list: 'all' })) ?? {})).toEqual(['list'])
    expect(Object.keys((await refused({ list: 'mine', limit: 51 })) ?? {})).toEqual(['limit'])
    expect(await refused({ list: 'mine', cursor: 'abc' })).toEqual({ cursor: '列表位置不对,请从头看起' })
  })
})
