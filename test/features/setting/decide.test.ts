import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'
import { backTo } from './tidy'

describe('setting.approve and setting.refuse', () => {
  let district: District
  let grid: string
  let officer: Person
  let other: Person
  let id: string
  const name = 'appeal.deadlines' as const
  const VERSION = 2
  const HOUR_S = 3600
  const value = { danger: HOUR_S, today: 24 * HOUR_S, soon: 72 * HOUR_S, complex: 360 * HOUR_S }
  const reason = '三天够了'
  const words = '人手不够'

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    officer = await district.staff('district_officer', grid.slice(0, 6))
    other = await district.staff('system_administrator', grid.slice(0, 6))
  })
  beforeEach(async () => {
    await backTo(district.db, name, VERSION)
    id = (await officer.call('setting.propose', { name, value, reason })).pending?.id ?? ''
  })
  afterAll(async () => {
    await backTo(district.db, name, VERSION)
    await district.close()
  })

  /** Seconds given to a case that is submitted now. */
  async function given(): Promise<number> {
    const resident = await district.resident(grid)
    const made = await resident.call('appeal.submit', { text: '路灯坏了', urgency: 'soon', private: true })
    return (Date.parse(made.dueAt) - Date.parse(made.submittedAt)) / 1000
  }

  it('is in force at the very next call', async () => {
    expect(await given()).toBe(7 * 24 * HOUR_S)
    const view = await other.call('setting.approve', { id })
    expect(view).toMatchObject({ version: VERSION + 1, value, can: ['setting.propose'] })
    expect(view.pending).toBeUndefined()
    expect(await given()).toBe(72 * HOUR_S)
    expect(await auditsAbout(district.db, id)).toEqual(['setting.proposed', 'setting.approved'])
  })

  it('keeps what was in force before', async () => {
    await other.call('setting.approve', { id })
    const rows = await district.db.selectFrom('setting').selectAll().where('name', '=', name).execute()
    expect(rows.map(({ version }) => version).sort()).toEqual([1, VERSION, VERSION + 1])
  })

  it('takes two people: who proposed does not approve', async () => {
    expect(await officer.refused('setting.approve', { id })).toMatchObject({
      code: 'FORBIDDEN',
      message: '自己提的改动要请另一位同志同意',
    })
    expect(await given()).toBe(7 * 24 * HOUR_S)
  })

  it('can be taken back by who proposed it; the way is free for another', async () => {
    const { items } = await officer.call('setting.list', {})
    expect(items.find((item) => item.name === name)?.can).toEqual(['setting.refuse'])
    const view = await officer.call('setting.refuse', { id, words })
    expect(view).toMatchObject({ version: VERSION, can: ['setting.propose'] })
    expect(view.refused).toBeUndefined()
    expect(await other.refused('setting.approve', { id })).toMatchObject({ reason: 'setting_decided' })
  })

  it('tells who proposed why it was refused, and nobody else', async () => {
    await other.call('setting.refuse', { id, words })
    const refusedOf = async (person: Person) =>
      (await person.call('setting.list', {})).items.find((item) => item.name === name)?.refused
    expect(await refusedOf(officer)).toMatchObject({ words })
    expect(await refusedOf(other)).toBeUndefined()
    await officer.call('setting.propose', { name, value, reason })
    expect(await refusedOf(officer)).toBeUndefined()
  })

  it('takes two people in the database, too', async () => {
    const set = { decidedBy: officer.userId, decidedAt: district.clock.now(), approved: true }
    const cheat = district.db.updateTable('settingProposal').set(set).where('id', '=', id).execute()
    await expect(cheat).rejects.toThrow(/check constraint/)
  })

  it('may be repeated by who decided; another one comes too late', async () => {
    const first = await other.call('setting.approve', { id })
    expect(await other.call('setting.approve', { id })).toEqual(first)
    const third = await district.staff('district_officer', grid.slice(0, 6))
    for (const [person, action] of [
      [third, 'setting.approve'],
      [other, 'setting.refuse'],
    ] as const) {
      const input = action === 'setting.refuse' ? { id, words } : { id }
      expect(await person.refused(action, input)).toMatchObject({
        code: 'CONFLICT',
        reason: 'setting_decided',
      })
    }
  })

  it('refuses what was made for a version that is no longer the newest; it can be put aside', async () => {
    const newer = { name, version: VERSION + 1, value: JSON.stringify({ ...value, danger: 1800 }) }
    await district.db
      .insertInto('setting')
      .values({ ...newer, validFrom: district.clock.now() })
      .execute()
    expect(await other.refused('setting.approve', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'setting_changed',
    })
    const { items } = await other.call('setting.list', {})
    expect(items.find((item) => item.name === name)?.can).toEqual(['setting.refuse'])
    expect(await other.call('setting.refuse', { id, words })).toMatchObject({ value: { danger: 1800 } })
  })

  it('checks the value again, since the program may have changed in between', async () => {
    const old = JSON.stringify({ ...value, danger: 1 })
    await district.db.updateTable('settingProposal').set({ value: old }).where('id', '=', id).execute()
    expect(await other.refused('setting.approve', { id })).toMatchObject({
      code: 'INVALID',
      fields: { 'value.danger': '最短1分钟' },
    })
  })

  it('refused: nothing changes, the reason is kept, and the way is free for another proposal', async () => {
    const view = await other.call('setting.refuse', { id, words })
    expect(view).toMatchObject({ version: VERSION, can: ['setting.propose'] })
    expect(await other.call('setting.refuse', { id, words })).toEqual(view)
    expect(await given()).toBe(7 * 24 * HOUR_S)
    const kept = district.db.selectFrom('settingProposal').selectAll().where('id', '=', id)
    expect(await kept.executeTakeFirstOrThrow()).toMatchObject({
      approved: false,
      words,
      decidedBy: other.userId,
    })
    await officer.call('setting.propose', { name, value, reason })
  })

  it('needs a proposal that exists, and words to refuse it', async () => {
    expect(await other.refused('setting.approve', { id: NO_ID })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await other.refused('setting.refuse', { id, words: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { words: '请填写不同意的原因' },
    })
  })
})
