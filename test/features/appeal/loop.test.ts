import { openDistrict, type District, type Person } from '../../support/district'

describe('the loop from the group to the result and back', () => {
  let district: District
  let grid: string
  let resident: Person
  let worker: Person

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    resident = await district.resident(grid, { phone: '19900001234' })
  })
  afterAll(() => district.close())

  it('goes from the resident to the worker and back into the group', async () => {
    const opengid = await district.group(grid, worker)
    const submitted = await resident.call('appeal.submit', {
      text: '村东头路灯坏了三天,晚上看不见路',
      urgency: 'today',
    })
    expect(submitted).toMatchObject({
      status: 'submitted',
      category: 'facility',
      title: '村东头路灯坏了三天,晚上看不见路',
      relation: 'own',
    })
    const bench = await worker.call('appeal.list', { list: 'workbench' })
    expect(bench.items.map((item) => item.id)).toEqual([submitted.id])
    expect(bench.counts).toMatchObject({ open: 1, nearlyLate: 0 })
    const accepted = await worker.call('appeal.accept', { id: submitted.id })
    expect(accepted).toMatchObject({ status: 'accepted', relation: 'staff' })
    expect(accepted.can).toEqual(expect.arrayContaining(['appeal.finish', 'appeal.escalate', 'appeal.call']))
    await worker.call('appeal.finish', {
      id: submitted.id,
      words: '换了新灯头',
      withoutPicture: '没有能拍的东西',
    })
    await district.runJobs()
    const feed = await resident.call('feed.list', {})
    expect(feed.items.map((item) => item.label)).toEqual(['已办结', '办理中'])
    const cards = await worker.call('delivery.mine', {})
    expect(cards.items).toHaveLength(2)
    const [card] = cards.items
    await worker.call('delivery.markShared', { id: card?.id ?? '' })
    await resident.call('me.enter', { deliveryId: card?.id ?? '' }, { opengid })
    const row = await district.db
      .selectFrom('delivery')
      .selectAll()
      .where('id', '=', card?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(row.state).toBe('arrived')
    const rated = await resident.call('appeal.rate', {
      id: submitted.id,
      outcome: 'solved',
      satisfaction: 'very_satisfied',
    })
    expect(rated).toMatchObject({ status: 'closed', rating: { outcome: 'solved' } })
  })

  it('shows neighbours a masked case and strangers none', async () => {
    const { id } = await resident.call('appeal.submit', {
      text: '门口垃圾桶满了',
      urgency: 'soon',
      nameShown: true,
    })
    const neighbour = await district.resident(grid)
    const elsewhere = await district.resident(district.newGrid())
    expect(await neighbour.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    await worker.call('appeal.accept', { id })
    expect(await neighbour.call('appeal.info', { id })).toMatchObject({
      relation: 'neighbour',
      submitterName: '测**',
      can: ['appeal.join'],
    })
    expect(await elsewhere.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('goes up to the village and the town, and comes back unsolved to the level above', async () => {
    const village = await district.staff('village_secretary', grid.slice(0, 12))
    const town = await district.staff('town_officer', grid.slice(0, 9))
    const { id } = await resident.call('appeal.submit', { text: '自来水停水两天了', urgency: 'today' })
    await worker.call('appeal.accept', { id })
    const up = await worker.call('appeal.escalate', { id, to: 'village', reason: '主管道在村里' })
    expect(up).toMatchObject({ status: 'escalated', level: 'village', can: [] })
    expect(
      await worker.refused('appeal.finish', { id, words: '好了', withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({ code: 'FORBIDDEN' })
    await village.call('appeal.accept', { id })
    await village.call('appeal.finish', { id, words: '修好了', withoutPicture: '没有能拍的东西' })
    const again = await resident.call('appeal.rate', {
      id,
      outcome: 'unsolved',
      satisfaction: 'dissatisfied',
      words: '还是没水',
    })
    expect(again).toMatchObject({ status: 'reopened', level: 'town' })
    await town.call('appeal.accept', { id })
    await town.call('appeal.finish', { id, words: '换了主管道', withoutPicture: '没有能拍的东西' })
    await resident.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'satisfied' })
  })

  it('gives fifty equal answers and one effect for one key', async () => {
    const input = { text: '楼道灯不亮了', urgency: 'soon' as const }
    const key = 'same-key-for-all-fifty'
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => resident.call('appeal.submit', input, { key })),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await resident.refused('appeal.submit', { ...input, text: '别的事' }, { key })).toMatchObject({
      code: 'CONFLICT',
      reason: 'key_reused',
    })
  })
})
