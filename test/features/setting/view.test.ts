import { APPEAL_CATEGORIES } from '~/types/appeal'
import type { SettingView } from '~/types/setting'
import { EMPTY_DRAFT, errorOf, valueOf } from '@/features/setting/form/draft'
import { changesOf } from '@/features/setting/changes'
import { amountOf, linesOf, lineWords, shownLines } from '@/features/setting/view'
import { openDistrict, type District } from '../../support/district'

const communityOf = (is: number) => Object.fromEntries(APPEAL_CATEGORIES.map((name) => [name, is]))

describe('settings as people read and type them', () => {
  const terms = {
    object: { danger: 7200, today: 7200, soon: 86_400, complex: 86_400 },
    decide: 86_400,
    review: 2_592_000,
    urge: 86_400,
    ask: 86_400,
    rating: 259_200,
  }
  const waiting = (name: SettingView['name'], value: SettingView['value'], next: SettingView['value']) => ({
    ...{ name, value, version: 1, validFrom: '', can: [] },
    pending: { id: '', value: next, reason: '', proposedByName: '', proposedAt: '', mine: false },
  })

  it.each([
    [600, '10', 'minute'],
    [5400, '90', 'minute'],
    [7200, '2', 'hour'],
    [129_600, '36', 'hour'],
    [604_800, '7', 'day'],
  ])('%i seconds are %s %s', (seconds, amount, unit) => {
    expect(amountOf(seconds)).toEqual({ amount, unit })
  })

  it('names each line with its time, or its first words and how many there are', () => {
    expect(
      linesOf('appeal.terms', terms).map((line) => `${line.label} ${lineWords('appeal.terms', line)}`),
    ).toEqual([
      '提异议:有危险 2小时',
      '提异议:今天要办 2小时',
      '提异议:尽快就行 1天',
      '提异议:复杂,要些时间 1天',
      '裁定异议 1天',
      '挂账后多久复查 30天',
      '隔多久能再催 1天',
      '隔多久再请评价 1天',
      '邻居多久内能评价 3天',
    ])
    const words = linesOf('appeal.keywords', { road: ['坑', '桥', '路面', '积水'] })
    expect(
      words.filter(({ is }) => (is as string[]).length > 0).map((line) => lineWords('appeal.keywords', line)),
    ).toEqual(['坑、桥、路面等4个词'])
  })

  it('says yes and no, and sends what was switched', () => {
    const value = { ...communityOf(1), land: 0 }
    const lines = linesOf('appeal.community', value)
    const words = Object.fromEntries(lines.map((line) => [line.key, lineWords('appeal.community', line)]))
    expect(words).toMatchObject({ road: '是', land: '否' })
    const draft = { ...EMPTY_DRAFT, texts: { land: '1', road: '0' } }
    expect(valueOf('appeal.community', lines, draft)).toEqual({ ...communityOf(1), land: 1, road: 0 })
  })

  it('shows only the sentences that there are, and adds others in place', () => {
    const value = { finish: { any: ['已经办好。'], road: ['路面已修补。', '请放心走。'] } }
    expect(shownLines('appeal.templates', value).map(({ label }) => label)).toEqual([
      '办结 · 不限类别',
      '办结 · 道路',
    ])
    const lines = linesOf('appeal.templates', value)
    const draft = { ...EMPTY_DRAFT, texts: { 'finish.any': ' ', 'answer.medical': '带上医保卡。\n到卫生室' } }
    expect(valueOf('appeal.templates', lines, draft)).toEqual({
      answer: { medical: ['带上医保卡。', '到卫生室'] },
      finish: { road: ['路面已修补。', '请放心走。'] },
    })
  })

  it('says what a proposal changes and nothing else', () => {
    const object = { ...terms.object, soon: 172_800 }
    expect(changesOf(waiting('appeal.terms', terms, { ...terms, object }))).toEqual([
      { key: 'object.soon', words: '提异议:尽快就行:1天,改成 2天' },
    ])
    const words = waiting('appeal.keywords', { road: ['坑', '桥'] }, { road: ['坑', '结冰'] })
    expect(changesOf(words).map((change) => change.words)).toEqual(['道路:加上 结冰;去掉 桥'])
  })

  it('sends what was typed, in seconds and in words', () => {
    const draft = { ...EMPTY_DRAFT, texts: { 'object.danger': '3' }, units: { decide: 'hour' as const } }
    expect(valueOf('appeal.terms', linesOf('appeal.terms', terms), draft)).toEqual({
      ...terms,
      object: { ...terms.object, danger: 10_800 },
      decide: 3600,
    })
    const lines = linesOf('appeal.keywords', { road: ['坑'], land: ['征地'] })
    const typed = { ...EMPTY_DRAFT, texts: { road: '坑、桥, 路面', land: ' ' } }
    expect(valueOf('appeal.keywords', lines, typed)).toEqual({ road: ['坑', '桥', '路面'] })
  })

  it('leaves what is no number to the server, and finds its word on it', () => {
    const lines = linesOf('appeal.terms', terms)
    const value = valueOf('appeal.terms', lines, { ...EMPTY_DRAFT, texts: { urge: '', decide: '很快' } })
    expect(value).toMatchObject({ urge: null, decide: null })
    const fields = { 'value.road.1': '请填写关键词', 'value.decide': '请填一个整数' }
    expect(errorOf(fields, 'road')).toBe('请填写关键词')
    expect(errorOf(fields, 'decide')).toBe('请填一个整数')
    expect(errorOf(fields, 'urge')).toBeUndefined()
  })

  describe('of a real district', () => {
    let district: District
    beforeAll(async () => {
      district = await openDistrict()
    })
    afterAll(() => district.close())

    it('come back unchanged from a form in which nothing was touched', async () => {
      const officer = await district.staff('district_officer', district.newGrid().slice(0, 6))
      for (const { name, value } of (await officer.call('setting.list', {})).items) {
        expect(valueOf(name, linesOf(name, value), EMPTY_DRAFT)).toEqual(value)
      }
    })
  })
})
