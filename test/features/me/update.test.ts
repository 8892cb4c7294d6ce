import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'

describe('me.update', () => {
  let district: District
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    resident = await district.resident(district.newGrid())
  })
  afterAll(() => district.close())

  it('keeps the name and the number; the number encrypted, the trail without either', async () => {
    const view = await resident.call('me.update', { name: ' 吴测试 ', phone: '19900004321' })
    expect(view).toMatchObject({ name: '吴测试', phone: '199****4321' })
    const row = await district.db
      .selectFrom('appUser')
      .selectAll()
      .where('id', '=', resident.userId)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain('19900004321')
    expect(row.phoneHash).not.toBeNull()
    expect(await auditsAbout(district.db, resident.userId)).toEqual(['me.updated'])
  })

  it('changes only what is sent', async () => {
    await resident.call('me.update', { phone: '19900004321' })
    expect(await resident.call('me.update', { name: '郑测试' })).toMatchObject({
      name: '郑测试',
      phone: '199****4321',
    })
  })

  it('may be repeated, with or without a key', async () => {
    const key = 'update-me-once-only'
    const first = await resident.call('me.update', { name: '郑测试' }, { key })
    expect(await resident.call('me.update', { name: '郑测试' }, { key })).toEqual(first)
    expect(await resident.call('me.update', { name: '郑测试' })).toMatchObject({ name: '郑测试' })
  })

  it('comes after the privacy notice, never before it', async () => {
    const newcomer = district.stranger()
    expect(await newcomer.refused('me.update', { name: '王测试' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'consent_needed',
      message: '请先看一看隐私说明,同意后再填写',
    })
    await newcomer.call('me.consent', { version: 1 })
    await newcomer.call('me.update', { name: '王测试' })
  })

  it.each([
    [{}, { name: '请填写称呼或手机号' }],
    [{ name: ' ' }, { name: '请填写称呼' }],
    [{ name: '长'.repeat(21) }, { name: '称呼最多20个字,请短一些' }],
    [{ phone: '0101234567' }, { phone: '手机号是11位数字,请检查' }],
    [{ phone: 19900001234 }, { phone: '请填写手机号' }],
    [{ name: '王', partyMember: true }, { partyMember: '没有这一项' }],
  ])('says what is wrong with %j', async (input, fields) => {
    expect(await resident.refused('me.update', input)).toMatchObject({ code: 'INVALID', fields })
  })
})
