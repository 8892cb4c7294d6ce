import { ANNOUNCEMENT_LIMITS, ANNOUNCEMENT_TEMPLATES, BLANK } from '~/types/announcement'
import { draft, openDistrict, openPlace, type District, type Place } from './support'

describe('announcement.templates', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
    at = await openPlace(district)
  })
  afterAll(() => district.close())

  it('gives whoever sends the words of the district, short enough to be sent', async () => {
    const { items } = await at.worker.call('announcement.templates', {})
    expect(items.map(({ template }) => template)).toEqual([...ANNOUNCEMENT_TEMPLATES])
    for (const { title, words } of items) {
      expect([...title].length).toBeLessThanOrEqual(ANNOUNCEMENT_LIMITS.title)
      expect([...words].length).toBeLessThanOrEqual(ANNOUNCEMENT_LIMITS.words)
      expect(words.split('\n').length).toBeGreaterThan(1)
    }
  })

  it('does not let one go out in which a blank was left', async () => {
    const { items } = await at.worker.call('announcement.templates', {})
    const health = items.find(({ template }) => template === 'health')
    expect(health?.words).toContain(BLANK)
    const made = { ...draft(district, at.grid), title: health?.title ?? '', words: health?.words ?? '' }
    expect((await at.worker.refused('announcement.create', made)).fields).toEqual({
      title: '标题里还有横线没有填',
      words: '通知内容里还有横线没有填',
    })
    const filled = { ...made, title: '老人体检', words: made.words.replaceAll('____', '8') }
    expect(await at.worker.call('announcement.create', filled)).toMatchObject({ status: 'ready' })
  })

  it('are the newest that two people have agreed on, without those that were emptied', async () => {
    const area = at.grid.slice(0, 6)
    const [first, second] = [
      await district.staff('system_administrator', area),
      await district.staff('district_officer', area),
    ]
    const value = { meeting: ['明天开会', '晚上七点在村委会。'] }
    const propose = (wrong: object) =>
      first.refused('setting.propose', { name: 'announcement.templates', value: wrong, reason: '换个说法' })
    expect((await propose({ meeting: ['只有标题'] })).fields).toEqual({
      'value.meeting': '标题下面至少要有一行',
    })
    expect((await propose({ meeting: ['长'.repeat(25), '正文'] })).fields).toEqual({
      'value.meeting': '第一行是标题,最多24个字',
    })
    expect((await propose({ party: ['标题', '正文'] })).fields).toEqual({ 'value.party': '没有这一项' })
    const proposed = await first.call('setting.propose', {
      ...{ name: 'announcement.templates', value, reason: '换个说法' },
    })
    await second.call('setting.approve', { id: proposed.pending?.id ?? '' })
    expect(await at.worker.call('announcement.templates', {})).toEqual({
      items: [{ template: 'meeting', title: '明天开会', words: '晚上七点在村委会。' }],
    })
  })

  it('are for those who send', async () => {
    expect(await at.neighbour.refused('announcement.templates', {})).toMatchObject({ code: 'FORBIDDEN' })
    expect(await district.stranger().refused('announcement.templates', {})).toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED/) as string,
    })
  })
})
