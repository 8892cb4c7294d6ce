import { openDistrict, type District, type Person } from '../../support/district'

/** The two actions: what WeChat may be asked, and what the person let through. */
describe('subscription.list and subscription.accept', () => {
  let district: District
  let person: Person

  beforeEach(async () => {
    district = await openDistrict()
    person = await district.resident(district.newGrid())
  })
  afterEach(() => district.close())

  const quotas = async () =>
    Object.fromEntries(
      (await person.call('subscription.list', {})).items.map(({ kind, quota }) => [kind, quota]),
    )

  const kept = () =>
    district.db.selectFrom('subscription').selectAll().where('userId', '=', person.userId).execute()

  it('names the templates of the district, and at first lets nothing through', async () => {
    expect(await person.call('subscription.list', {})).toEqual({
      items: [
        { kind: 'progress', templateId: 'template-progress', quota: 0 },
        { kind: 'reminder', templateId: 'template-reminder', quota: 0 },
      ],
    })
  })

  it('counts one for each consent, up to twenty', async () => {
    await person.call('subscription.accept', { kinds: ['progress'] })
    await person.call('subscription.accept', { kinds: ['progress', 'reminder'] })
    expect(await quotas()).toEqual({ progress: 2, reminder: 1 })
    for (let n = 0; n < 25; n += 1) {
      await person.call('subscription.accept', { kinds: ['reminder'] })
    }
    expect(await quotas()).toEqual({ progress: 2, reminder: 20 })
  })

  it('counts a repeated request once', async () => {
    const key = 'the-same-tap-twice'
    await person.call('subscription.accept', { kinds: ['progress'] }, { key })
    await person.call('subscription.accept', { kinds: ['progress'] }, { key })
    expect(await quotas()).toMatchObject({ progress: 1 })
  })

  it('is of each person alone', async () => {
    const other = await district.resident(district.newGrid())
    await other.call('subscription.accept', { kinds: ['progress'] })
    expect(await quotas()).toEqual({ progress: 0, reminder: 0 })
  })

  it('asks and counts nothing where the district has no templates', async () => {
    district.ports.messages.templates = []
    expect(await person.call('subscription.accept', { kinds: ['progress'] })).toEqual({ items: [] })
    expect(await kept()).toEqual([])
  })

  it('says at the field what is wrong', async () => {
    expect(await person.refused('subscription.accept', { kinds: [] })).toMatchObject({
      code: 'INVALID',
      fields: { kinds: '请选一种消息' },
    })
    expect(await person.refused('subscription.accept', { kinds: ['advertising'] })).toMatchObject({
      code: 'INVALID',
    })
  })

  it('stands in what is kept about the person, and goes with them', async () => {
    await person.call('subscription.accept', { kinds: ['progress'] })
    const { sections } = await person.call('me.export', {})
    expect(sections).toContainEqual({
      title: '您允许微信发的消息',
      lines: [{ label: '诉求有进展', value: '还能发1次' }],
    })
    await person.call('me.remove', { confirm: true })
    expect(await kept()).toEqual([])
  })
})
