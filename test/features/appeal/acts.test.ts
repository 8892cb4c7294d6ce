import { auditsAbout } from '../../support/records'
import { openDistrict, type District, type Person } from '../../support/district'

const DAY = 86_400_000

describe('what else may be done with a case', () => {
  let district: District
  let grid = ''
  const people = {} as Record<
    'resident' | 'neighbour' | 'worker' | 'village' | 'town' | 'leader' | 'power' | 'water',
    Person
  >
  beforeEach(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    people.resident = await district.resident(grid, { name: '钱测试' })
    people.neighbour = await district.resident(grid)
    people.worker = await district.staff('grid_worker', grid)
    people.village = await district.staff('village_secretary', grid.slice(0, 12))
    people.town = await district.staff('town_officer', grid.slice(0, 9))
    people.leader = await district.staff('district_officer', grid.slice(0, 6))
    for (const departmentCode of ['power', 'water'] as const) {
      people[departmentCode] = await district.staff('department_officer', grid.slice(0, 6), {
        departmentCode,
      })
    }
  })
  afterEach(() => district.close())

  const submit = async (text = '路灯坏了三天没人修') =>
    (await people.resident.call('appeal.submit', { text, urgency: 'soon' })).id
  const taken = async () => {
    const id = await submit()
    await people.worker.call('appeal.accept', { id })
    return id
  }

  it('staff begin with the sentences of the act and category, and know the terms of a whistle', async () => {
    const id = await submit()
    const { templates, whistleTerms } = await people.worker.call('appeal.helpers', { id })
    expect(templates.finish).toEqual(['已经修好,现在能正常用了。', '已经办好,请您看看还有没有问题。'])
    expect(templates.escalate).toHaveLength(3)
    expect(whistleTerms).toEqual({ emergency: 1800, enforce: 1800, hard: 86_400 })
    expect(await people.resident.refused('appeal.helpers', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('urging reaches the workbench, and is not repeated within a day', async () => {
    const id = await taken()
    await people.resident.call('appeal.urge', { id, words: '天冷了' })
    const [row] = (await people.worker.call('appeal.list', { list: 'workbench' })).items
    expect(row).toMatchObject({ id, urgedAt: expect.any(String) })
    expect(await people.resident.refused('appeal.urge', { id })).toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'urged_lately',
    })
    district.clock.advance(DAY + 1000)
    await people.resident.call('appeal.urge', { id })
    expect(await auditsAbout(district.db, id)).toContain('appeal.urged')
  })

  it('withdrawing ends it for good, with what was done still to be read', async () => {
    const id = await taken()
    const first = await people.resident.call('appeal.withdraw', { id, reason: '自己修好了' })
    expect(first).toMatchObject({ status: 'withdrawn', can: [] })
    expect(await people.resident.call('appeal.withdraw', { id })).toEqual(first)
    expect(
      await people.worker.refused('appeal.finish', { id, words: '修好了', withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({
      code: 'CONFLICT',
    })
    expect(first.steps.map(({ action }) => action)).toEqual([
      'appeal.submit',
      'appeal.accept',
      'appeal.withdraw',
    ])
  })

  it('a worker writes down for a neighbour, who owns it, hears the result and alone rates it', async () => {
    const asked = { text: '王大娘说门口积水', urgency: 'today', areaCode: grid } as const
    const { id } = await people.worker.call('appeal.capture', {
      ...asked,
      userId: people.neighbour.userId,
      consent: 'by_phone',
    })
    const mine = await people.neighbour.call('appeal.list', { list: 'mine' })
    expect(mine.items.map((item) => item.id)).toContain(id)
    await people.worker.call('appeal.accept', { id })
    await people.worker.call('appeal.finish', { id, words: '已疏通', withoutPicture: '没有能拍的东西' })
    expect((await people.neighbour.call('appeal.info', { id })).can).toContain('appeal.rate')
    const stranger = await district.resident(district.newGrid())
    const wrong = { ...asked, userId: stranger.userId, consent: 'in_group' as const }
    expect(await people.worker.refused('appeal.capture', wrong)).toMatchObject({
      fields: { userId: '这位邻居不在这个网格' },
    })
  })

  it('who wrote a case down without knowing the person does not rate their own work', async () => {
    const asked = { text: '群里有人说路灯不亮', urgency: 'soon', areaCode: grid } as const
    const { id } = await people.worker.call('appeal.capture', { ...asked, consent: 'in_group' })
    await people.worker.call('appeal.accept', { id })
    const done = { id, words: '修好了', withoutPicture: '没有能拍的东西' }
    expect(await people.worker.refused('appeal.finish', done)).toMatchObject({
      fields: { toldBy: '反映人不在小程序里,请当面说或打电话告诉他' },
    })
    await people.worker.call('appeal.finish', { ...done, toldBy: 'in_person' })
    expect((await people.worker.call('appeal.info', { id })).can).not.toContain('appeal.rate')
    const rating = { id, outcome: 'solved', satisfaction: 'very_satisfied' } as const
    expect(await people.worker.refused('appeal.rate', rating)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('a duplicate is linked: its person is told what the first is told', async () => {
    const first = await taken()
    const second = (await people.neighbour.call('appeal.submit', { text: '路灯不亮', urgency: 'soon' })).id
    const words = '和先前一位邻居反映的是同一盏灯,一起办'
    const wrong = { id: second, outcome: 'linked_duplicate', words } as const
    expect(await people.worker.refused('appeal.triage', wrong)).toMatchObject({
      fields: { sameAs: '请选和哪一件是同一件事' },
    })
    await people.worker.call('appeal.triage', { ...wrong, sameAs: first })
    expect(await people.neighbour.call('appeal.info', { id: second })).toMatchObject({
      status: 'redirected',
      outcome: 'linked_duplicate',
    })
    expect(await people.neighbour.call('appeal.info', { id: first })).toMatchObject({ joined: true })
  })

  it('putting the urgency right counts the new term from the submission', async () => {
    const id = await submit()
    const before = await people.worker.call('appeal.info', { id })
    district.clock.advance(DAY)
    const after = await people.worker.call('appeal.triage', { id, urgency: 'complex', words: '要挖开路面' })
    expect(Date.parse(after.dueAt) - Date.parse(before.submittedAt)).toBe(15 * DAY)
    expect(after.status).toBe('submitted')
    expect(await people.worker.refused('appeal.triage', { id, words: '看过' })).toMatchObject({
      code: 'INVALID',
    })
  })

  it('a department objects twice at most, and the third must take it', async () => {
    const id = await submit()
    await people.town.call('appeal.dispatch', { id, department: 'power', words: '请去看看' })
    await people.power.call('appeal.object', { id, reason: '产权不在我们' })
    await people.leader.call('appeal.decideObjection', {
      id,
      upheld: true,
      department: 'water',
      words: '归水务',
    })
    await expect(people.power.call('appeal.accept', { id })).rejects.toThrow('FORBIDDEN')
    await people.water.call('appeal.object', { id, reason: '也不在我们' })
    await people.leader.call('appeal.decideObjection', {
      id,
      upheld: true,
      department: 'power',
      words: '还是归电力',
    })
    expect(await people.power.refused('appeal.object', { id, reason: '不归我们' })).toMatchObject({
      code: 'LIMIT_REACHED',
      reason: 'objection_limit',
    })
    await people.power.call('appeal.accept', { id })
    await people.power.call('appeal.finish', { id, words: '已换新灯', withoutPicture: '没有能拍的东西' })
    expect(await people.resident.call('appeal.info', { id })).toMatchObject({
      status: 'finished',
      holderName: '供电所',
      objection: null,
    })
  })

  it('is handed over inside the same body only', async () => {
    const id = await taken()
    const colleague = await district.staff('grid_worker', grid)
    const asked = { id, userId: people.village.userId, reason: '我休假' }
    expect(await people.worker.refused('appeal.handOver', asked)).toMatchObject({
      fields: { userId: '请选同一处的同事' },
    })
    await people.worker.call('appeal.handOver', { ...asked, userId: colleague.userId })
    const row = await district.db
      .selectFrom('appeal')
      .select('handlerId')
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row?.handlerId).toBe(colleague.userId)
  })

  it('more time is at most the first term, and a refusal leaves the deadline', async () => {
    const id = await taken()
    expect(await people.worker.refused('appeal.extend', { id, days: 15, reason: '等材料' })).toMatchObject({
      fields: { days: '最多延7天' },
    })
    await people.worker.call('appeal.extend', { id, days: 7, reason: '等材料' })
    const { dueAt } = await people.resident.call('appeal.info', { id })
    await people.town.call('appeal.decideExtension', { id, granted: false, words: '有现货' })
    expect(await people.resident.call('appeal.info', { id })).toMatchObject({ dueAt, extension: null })
  })

  it('finds what is alike and nothing else, and only what the asker may see', async () => {
    const id = await taken()
    const secret = await people.resident.call('appeal.submit', {
      text: '家里路灯坏了三天不想让人知道',
      urgency: 'soon',
      private: true,
    })
    await people.worker.call('appeal.accept', { id: secret.id })
    const found = async (text: string) =>
      (await people.neighbour.call('appeal.similar', { text })).items.map((item) => item.id)
    expect(await found('村口的路灯坏了三天')).toEqual([id])
    expect(await found('自来水一股漂白粉味')).toEqual([])
  })
})
