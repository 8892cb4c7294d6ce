import { sql } from 'kysely'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'

describe('me.remove', () => {
  let district: District
  let grid: string
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    resident = await district.resident(grid, { name: '褚测试', phone: '19900007788' })
  })
  afterAll(() => district.close())

  it('takes openid, name and number out of every table, and the person out of the grid', async () => {
    await resident.call('me.update', { phone: '19900007788' }, { key: 'an-answer-that-is-kept' })
    const { openid, userId } = resident
    await resident.call('me.remove', { confirm: true })
    const { rows: tables } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(district.db)
    for (const { name } of tables) {
      const found = await sql`
        SELECT 1 FROM ${sql.table(name)} AS t
        WHERE position(${openid} in t::text) > 0 OR position('褚测试' in t::text) > 0
          OR position('19900007788' in t::text) > 0`.execute(district.db)
      expect({ name, rows: found.rows }).toEqual({ name, rows: [] })
    }
    const user = await district.db
      .selectFrom('appUser')
      .selectAll()
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    expect(user).toMatchObject({ openid: null, name: '', phoneEncrypted: null, phoneHash: null })
    const keys = await district.db
      .selectFrom('idempotencyKey')
      .select('key')
      .where('userId', '=', userId)
      .execute()
    expect(keys).toEqual([])
  })

  it('leaves a case as it is, without the person', async () => {
    const worker = await district.staff('grid_worker', grid)
    const input = { text: '路灯坏了', urgency: 'soon', nameShown: true } as const
    const { id } = await resident.call('appeal.submit', input)
    await resident.call('me.remove', { confirm: true })
    const view = await worker.call('appeal.accept', { id })
    expect(view).toMatchObject({ submitterName: '一位邻居', nameShown: false, text: '路灯坏了' })
    expect(view.can).not.toContain('appeal.call')
    expect(await worker.refused('appeal.call', { id })).toMatchObject({ reason: 'no_phone' })
  })

  it('forgets the person: who comes back is somebody new without a past', async () => {
    const { id } = await resident.call('appeal.submit', { text: '路灯坏了', urgency: 'soon' })
    await resident.call('me.remove', { confirm: true })
    const view = await resident.call('me.enter', {})
    expect(view).toMatchObject({ name: '', consented: false, membership: null })
    expect(view.userId).not.toBe(resident.userId)
    expect(await resident.refused('appeal.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leaves the list of the grid', async () => {
    const worker = await district.staff('grid_worker', grid)
    await resident.call('me.remove', { confirm: true })
    expect((await worker.call('membership.list', { areaCode: grid })).items).toEqual([])
  })

  it('stands in the trail', async () => {
    await resident.call('me.remove', { confirm: true })
    expect(await auditsAbout(district.db, resident.userId)).toEqual(['me.removed'])
  })

  it('succeeds again when the answer got lost', async () => {
    const key = 'remove-me-and-answer'
    await resident.call('me.remove', { confirm: true }, { key })
    await resident.call('me.remove', { confirm: true }, { key })
  })

  it('needs a clear yes', async () => {
    for (const input of [{}, { confirm: false }, { confirm: 'true' }]) {
      expect(await resident.refused('me.remove', input)).toMatchObject({
        code: 'INVALID',
        fields: { confirm: '请先确认要注销' },
      })
    }
  })

  it('waits until staff has handed over its work', async () => {
    const worker = await district.staff('grid_worker', grid)
    expect(await worker.refused('me.remove', { confirm: true })).toMatchObject({
      code: 'CONFLICT',
      reason: 'has_assignments',
      message: '您还担任着职务,请先请上一级结束任职,再来注销',
    })
    const former = await district.staff('grid_worker', grid, {
      to: new Date(district.clock.now().getTime() - 1000),
    })
    await former.call('me.remove', { confirm: true })
  })
})
