import { randomUUID } from 'node:crypto'
import { tellPeople, untellPeople, type PersonMessage } from '~/cloudfunctions/features/notice/queries'
import { openDistrict, type District, type Person } from '../../support/district'

const DAY_MS = 86_400_000

describe('notices', () => {
  let district: District
  let resident: Person
  let neighbour: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    const grid = district.newGrid()
    resident = await district.resident(grid)
    neighbour = await district.resident(grid)
  })
  afterAll(() => district.close())

  const message = (to: Person, more: Partial<PersonMessage> = {}): PersonMessage => ({
    userId: to.userId,
    title: '雪后清扫有位置了',
    body: '今晚八点前回一声',
    label: '有位置了',
    tone: 'good',
    path: 'pages/home/index',
    ...more,
  })
  const tell = (messages: PersonMessage[], eventKey: string = randomUUID()) =>
    district.db
      .transaction()
      .execute((db) => tellPeople({ db, now: district.clock.now(), newId: randomUUID, eventKey }, messages))

  it('reach those who are told, each once for an event and page', async () => {
    const key = randomUUID()
    const both = [message(resident), message(neighbour), message(resident, { path: 'pages/me/index' })]
    await tell(both, key)
    await tell(both, key)
    const { items, unread } = await resident.call('notice.list', {})
    expect(items).toHaveLength(2)
    expect(unread).toBe(2)
    expect(items[0]).toMatchObject({
      title: '雪后清扫有位置了',
      label: '有位置了',
      tone: 'good',
      read: false,
    })
    expect((await neighbour.call('notice.list', {})).items).toHaveLength(1)
  })

  it('come newest first, page by page, and are told to nobody when there is nobody', async () => {
    await tell([])
    for (const title of ['一', '二', '三']) {
      await tell([message(resident, { title })])
      district.clock.advance(1000)
    }
    const first = await resident.call('notice.list', { limit: 2 })
    expect(first.items.map(({ title }) => title)).toEqual(['三', '二'])
    const { nextCursor: cursor } = first
    const second = await resident.call('notice.list', { limit: 2, cursor })
    expect(second.items.map(({ title }) => title)).toEqual(['一'])
    expect(second.nextCursor).toBeUndefined()
  })

  it('are new until they are opened, once', async () => {
    await tell([message(resident)])
    const { items } = await resident.call('notice.list', { unread: true })
    const id = items[0]!.id
    expect(await resident.call('notice.read', { id })).toMatchObject({ read: true })
    district.clock.advance(DAY_MS)
    await resident.call('notice.read', { id })
    const row = await district.db
      .selectFrom('notice')
      .select(['at', 'readAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.readAt!.getTime() - row.at.getTime()).toBeLessThan(DAY_MS)
    expect(await resident.call('notice.list', { unread: true })).toEqual({ items: [], unread: 0 })
    expect((await resident.call('notice.list', {})).items).toHaveLength(1)
  })

  it('are nobody else’s', async () => {
    await tell([message(resident)])
    const id = (await resident.call('notice.list', {})).items[0]!.id
    expect(await neighbour.refused('notice.read', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect((await neighbour.call('notice.list', {})).items).toEqual([])
  })

  it('refuse what is no id and no cursor', async () => {
    const wrong = await resident.refused('notice.read', { id: '1' })
    expect(wrong).toMatchObject({ code: 'INVALID', fields: { id: '编号不对,请返回重试' } })
    expect(await resident.refused('notice.list', { cursor: 'x' })).toMatchObject({ code: 'INVALID' })
  })

  it('can be taken back by who told them', async () => {
    const key = randomUUID()
    await tell([message(resident)], key)
    await tell([message(resident)])
    await untellPeople(district.db, [key])
    expect((await resident.call('notice.list', {})).items).toHaveLength(1)
  })

  it('are forgotten after half a year, and with the person', async () => {
    await tell([message(resident), message(neighbour)])
    await neighbour.call('me.remove', { confirm: true })
    const of = (person: Person) =>
      district.db.selectFrom('notice').selectAll().where('userId', '=', person.userId).execute()
    expect(await of(neighbour)).toEqual([])
    district.clock.advance(179 * DAY_MS)
    await district.runJobs()
    expect(await of(resident)).toHaveLength(1)
    district.clock.advance(2 * DAY_MS)
    await district.runJobs()
    expect(await of(resident)).toEqual([])
  })
})
