import { putInLedger } from '../../support/ledger'
import { openDistrict, openPlace, publish, type District, type Place } from './support'

describe('announcement.reach and announcement.unreached', () => {
  let district: District
  let at: Place
  let id: string
  beforeAll(async () => {
    district = await openDistrict()
    at = await openPlace(district, 'wide')
    const opengid = await district.group(at.grid, at.worker)
    await district.group(at.other, at.worker)
    const [answering, opening, silent] = [
      await district.resident(at.grid, { name: '吴测试' }),
      await district.resident(at.grid, { name: '郑测试' }),
      await district.resident(at.other, { name: '王测试' }),
    ]
    const door = await putInLedger(district, at.grid, answering, { name: '吴测试' })
    await putInLedger(district, at.grid, null, { name: '吴小测', head: false, with: door })
    await putInLedger(district, at.grid, opening, { name: '郑测试' })
    await putInLedger(district, at.grid, null, { name: '冯测试' })
    id = (
      await publish(district, at.secretary, at.village, {
        answer: 'choice',
        choices: ['来', '不来'],
        urgency: 'emergency',
        second: at.officer,
      })
    ).id
    const cards = (await at.worker.call('delivery.mine', {})).items
    const card = cards.find(({ path }) => path.includes(id))
    await at.worker.call('delivery.markShared', { id: card?.id ?? '' })
    await answering.call('me.enter', { deliveryId: card?.id ?? '' }, { opengid })
    await answering.call('announcement.answer', { id, choice: 1 })
    await opening.call('announcement.info', { id })
    expect(silent.userId).not.toBe('')
  })
  afterAll(async () => {
    await at.secretary.call('announcement.withdraw', { id, reason: '测试完了' })
    await district.close()
  })

  it('counts grids told, groups that have it, people who opened and answered, by the parts of a place', async () => {
    const reach = await at.secretary.call('announcement.reach', { id })
    expect(reach).toMatchObject({ areaCode: at.village, answer: 'choice' })
    expect(reach.total).toMatchObject({ grids: 999, told: 999, stuck: 0 })
    const grid = reach.items.find(({ areaCode }) => areaCode === at.grid)
    // The neighbour of the place beside the two.
    expect(grid).toMatchObject({
      ...{ grids: 1, told: 1, shared: 1, confirmed: 1 },
      ...{ people: 3, opened: 2, answered: 1 },
    })
    expect(reach.items.find(({ areaCode }) => areaCode === at.other)).toMatchObject({
      ...{ told: 1, shared: 0, confirmed: 0, people: 1, opened: 0, answered: 0 },
    })
    expect(reach.choices).toEqual([
      { label: '来', count: 0 },
      { label: '不来', count: 1 },
    ])
    expect(reach.items.map(({ areaCode }) => areaCode)).toEqual(
      reach.items.map(({ areaCode }) => areaCode).sort(),
    )
  })

  it('of one grid has no parts, and is what its worker sees', async () => {
    const reach = await at.worker.call('announcement.reach', { id })
    expect(reach).toMatchObject({ areaCode: at.grid, items: [], total: { grids: 1, answered: 1 } })
    expect(await at.worker.refused('announcement.reach', { id, areaCode: at.village })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('lists who has not answered: doors behind which nobody has, then members who stand in no ledger', async () => {
    const { items } = await at.worker.call('announcement.unreached', { id, areaCode: at.grid })
    expect(items.map(({ kind, name }) => [kind, name]).sort()).toEqual([
      ['household', '冯测试'],
      ['household', '郑测试'],
      ['member', '周测试'],
    ])
    const page = await at.worker.call('announcement.unreached', { id, areaCode: at.grid, limit: 2 })
    const { nextCursor: cursor = '' } = page
    const rest = await at.worker.call('announcement.unreached', { id, areaCode: at.grid, limit: 2, cursor })
    expect([...page.items, ...rest.items]).toEqual(items)
  })

  it('is for the staff of the place', async () => {
    expect(await at.neighbour.refused('announcement.reach', { id })).toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = await district.staff('grid_worker', district.newGrid())
    expect(await elsewhere.refused('announcement.reach', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await at.worker.refused('announcement.unreached', { id, areaCode: at.other })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await at.worker.refused('announcement.unreached', { id, areaCode: at.village })).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: '请选到具体的网格' },
    })
  })
})
