import { SETTING_NAMES } from '~/types/setting'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'
import { backTo } from './tidy'

describe('setting.list and setting.propose', () => {
  let district: District
  let officer: Person
  let other: Person
  const name = 'whistle.terms' as const
  const value = { hard: 43_200, enforce: 1800, emergency: 1800 }
  const reason = '村里反映到得太慢'

  beforeAll(async () => {
    district = await openDistrict()
    const code = district.newGrid().slice(0, 6)
    officer = await district.staff('district_officer', code)
    other = await district.staff('system_administrator', code)
  })
  beforeEach(() => backTo(district.db, name, 1))
  afterAll(async () => {
    await backTo(district.db, name, 1)
    await district.close()
  })

  const termsOf = async (person: Person) =>
    (await person.call('setting.list', {})).items.find((item) => item.name === name)

  it('lists every setting that may be changed, each open to a proposal', async () => {
    const { items } = await officer.call('setting.list', {})
    expect(items.map((item) => item.name)).toEqual([...SETTING_NAMES])
    expect(items.every(({ can }) => can.includes('setting.propose'))).toBe(true)
    expect(await termsOf(officer)).toMatchObject({ version: 1, value: { hard: 86_400 } })
  })

  it('waits for a second person; what is in force stays as it is', async () => {
    const made = await officer.call('setting.propose', { name, value, reason })
    expect(made).toMatchObject({ version: 1, value: { hard: 86_400 }, can: ['setting.refuse'] })
    expect(made.pending).toMatchObject({ value, reason, proposedByName: '赵测试', mine: true })
    expect(await termsOf(other)).toMatchObject({
      pending: { mine: false },
      can: ['setting.approve', 'setting.refuse'],
    })
    expect(await auditsAbout(district.db, made.pending?.id ?? '')).toEqual(['setting.proposed'])
  })

  it('may be repeated; one proposal waits', async () => {
    const first = await officer.call('setting.propose', { name, value, reason })
    expect(await officer.call('setting.propose', { name, value, reason })).toEqual(first)
  })

  it('is one at a time for each setting', async () => {
    await officer.call('setting.propose', { name, value, reason })
    const another = { name, value: { ...value, hard: 7200 }, reason }
    for (const person of [officer, other]) {
      expect(await person.refused('setting.propose', another)).toMatchObject({
        code: 'CONFLICT',
        reason: 'setting_waiting',
      })
    }
  })

  it.each<[string, object, Record<string, string>]>([
    ['no number', { ...value, hard: '很快' }, { 'value.hard': '请填一个整数' }],
    ['no whole number', { ...value, hard: 90.5 }, { 'value.hard': '请填一个整数' }],
    ['too short', { ...value, hard: 59 }, { 'value.hard': '最短1分钟' }],
    ['too long', { ...value, hard: 1e12 }, { 'value.hard': '最长365天' }],
    ['one missing', { hard: 7200, enforce: 1800 }, { 'value.emergency': '请填一个整数' }],
    ['one too many', { ...value, slow: 7200 }, { 'value.slow': '没有这一项' }],
    ['nothing new', { hard: 86_400, enforce: 1800, emergency: 1800 }, { value: '和现在的一样,没有改动' }],
  ])('says what is wrong with a value: %s', async (_case, wrong, fields) => {
    const error = await officer.refused('setting.propose', { name, value: wrong, reason })
    expect(error).toMatchObject({ code: 'INVALID' })
    expect(error.fields).toEqual(fields)
  })

  it('says what is wrong inside terms and keywords', async () => {
    const { items } = await officer.call('setting.list', {})
    const terms = items.find((item) => item.name === 'appeal.terms')?.value ?? {}
    const wrong = { ...terms, object: { ...(terms.object as object), danger: 1 } }
    expect(
      await officer.refused('setting.propose', { name: 'appeal.terms', value: wrong, reason }),
    ).toMatchObject({ fields: { 'value.object.danger': '最短1分钟' } })
    const words = { road: ['坑', ' '], farming: ['一'.repeat(11)], moon: ['月亮'] }
    expect(
      (await officer.refused('setting.propose', { name: 'appeal.keywords', value: words, reason })).fields,
    ).toEqual({
      'value.road.1': '请填写关键词',
      'value.farming.0': '关键词最多10个字,请短一些',
      'value.moon': '没有这一项',
    })
  })

  it('needs a setting that may be changed, a value and a reason', async () => {
    expect(await officer.refused('setting.propose', { name: 'seed', reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { name: '没有这项设置', value: '请填写要改成什么', reason: '请填写原因' },
    })
  })

  it('is for the district: the town and a resident are refused', async () => {
    const grid = district.newGrid()
    for (const person of [
      await district.staff('town_officer', grid.slice(0, 9)),
      await district.resident(grid),
    ]) {
      expect(await person.refused('setting.propose', { name, value, reason })).toMatchObject({
        code: 'FORBIDDEN',
      })
      expect(await person.refused('setting.list', {})).toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})
