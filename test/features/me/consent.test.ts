import { openDistrict, type District } from '../../support/district'

describe('me.consent', () => {
  let district: District

  beforeAll(async () => {
    district = await openDistrict()
  })
  afterAll(() => district.close())

  it('is kept with its moment, and may be repeated', async () => {
    const newcomer = district.stranger()
    const { userId } = await newcomer.call('me.consent', { version: 1 })
    expect(await newcomer.call('me.consent', { version: 1 })).toMatchObject({ consented: true })
    const row = await district.db
      .selectFrom('appUser')
      .select(['privacyVersion', 'consentedAt'])
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    expect(row.privacyVersion).toBe(1)
    expect(row.consentedAt).not.toBeNull()
  })

  it('is for the version in force: no other one can be agreed to', async () => {
    const newcomer = district.stranger()
    expect(await newcomer.refused('me.consent', { version: 99 })).toMatchObject({
      code: 'INVALID',
      fields: { version: '隐私说明更新了,请重新看一看' },
    })
    expect(await newcomer.refused('me.consent', { version: 0 })).toMatchObject({ code: 'INVALID' })
    expect(await newcomer.call('me.enter', {})).toMatchObject({ consented: false })
  })
})
