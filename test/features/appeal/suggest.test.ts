import { openDistrict, type District } from '../../support/district'

describe('appeal.suggest', () => {
  let district: District

  beforeAll(async () => {
    district = await openDistrict()
  })
  afterAll(() => district.close())

  it('names the category that the words point to, and the words', async () => {
    const suggestion = await district.stranger().call('appeal.suggest', { text: '村东头路灯坏了' })
    expect(suggestion).toMatchObject({ category: 'facility', because: ['路灯'] })
  })

  it('lets the longer word win where two point to different categories', async () => {
    const suggestion = await district.stranger().call('appeal.suggest', { text: '厨房里有燃气味' })
    expect(suggestion.category).toBe('safety')
    expect(suggestion.alternatives).toContain('utility')
  })

  it('says other where no word is known', async () => {
    const suggestion = await district.stranger().call('appeal.suggest', { text: '想问个事' })
    expect(suggestion).toMatchObject({ category: 'other', because: [] })
  })

  it('needs words', async () => {
    expect(await district.stranger().refused('appeal.suggest', { text: '' })).toMatchObject({
      code: 'INVALID',
      fields: { text: '请填写内容' },
    })
  })
})
