import { randomUUID } from 'node:crypto'
import { openDistrict, type District, type Person } from '../../support/district'

describe('me.export', () => {
  let district: District
  let grid: string
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    resident = await district.resident(grid, { name: '冯测试', phone: '19900001234' })
  })
  afterAll(() => district.close())

  const exported = async (person: Person) => {
    const { sections } = await person.call('me.export', {})
    return new Map(sections.map((section) => [section.title, section.lines]))
  }

  it('holds everything that is kept about the caller, readable by people', async () => {
    const worker = await district.staff('grid_worker', grid)
    const { id, number } = await resident.call('appeal.submit', { text: '路灯坏了', urgency: 'soon' })
    await worker.call('appeal.answer', { id, words: '修好了' })
    await resident.call('appeal.rate', {
      id,
      outcome: 'solved',
      satisfaction: 'satisfied',
      words: '多谢师傅',
    })
    await resident.call('picture.prepare', { bytes: 1000 })
    const householdId = randomUUID()
    await district.db
      .insertInto('household')
      .values({ id: householdId, areaCode: grid, door: '北巷7号' })
      .execute()
    await district.db
      .insertInto('resident')
      .values({
        id: randomUUID(),
        householdId,
        areaCode: grid,
        userId: resident.userId,
        name: '冯测试',
        sex: 'female',
        bornOn: '1960-01-02',
      })
      .execute()
    const sections = await exported(resident)
    expect(sections.get('您的资料')).toEqual([
      { label: '称呼', value: '冯测试' },
      { label: '手机号', value: '19900001234' },
      { label: '第一次打开', value: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) as string },
      { label: '同意隐私说明', value: expect.stringMatching(/^\d{4}/) as string },
    ])
    expect(sections.get('所在网格')).toHaveLength(1)
    expect(sections.get('户籍台账')?.[0]?.value).toContain('北巷7号')
    expect(sections.get('您提过的诉求')).toEqual([{ label: number, value: '路灯坏了' }])
    expect(sections.get('您的评价')?.[0]?.value).toBe('多谢师傅')
    expect(sections.get('您传的照片')).toEqual([{ label: '张数', value: '1' }])
  })

  it('holds what the person added to a case and why they asked for a new round', async () => {
    const worker = await district.staff('grid_worker', grid)
    const { id } = await resident.call('appeal.submit', { text: '井盖没了', urgency: 'soon' })
    await resident.call('appeal.supplement', { id, words: '就在校门口' })
    await worker.call('appeal.answer', { id, words: '装好了' })
    await resident.call('appeal.reopen', { id, reason: '又被偷了' })
    const text = JSON.stringify([...(await exported(resident)).values()])
    expect(text).toContain('就在校门口')
    expect(text).toContain('又被偷了')
  })

  it('holds the roles of staff, also those that are over', async () => {
    const worker = await district.staff('grid_worker', grid, {
      to: new Date(district.clock.now().getTime() - 1000),
    })
    expect((await exported(worker)).get('担任过的职务')).toHaveLength(1)
  })

  it('holds nothing of anybody else', async () => {
    const neighbour = await district.resident(grid, { name: '陈测试' })
    const text = JSON.stringify([...(await exported(neighbour)).values()])
    expect(text).not.toMatch(/冯测试|19900001234|路灯/)
  })

  it('stands in the trail each time', async () => {
    const neighbour = await district.resident(grid)
    await neighbour.call('me.export', {})
    const rows = await district.db
      .selectFrom('auditLog')
      .select('action')
      .where('userId', '=', neighbour.userId)
      .execute()
    expect(rows).toEqual([{ action: 'me.exported' }])
  })

  it('takes no input: nobody can name another person', async () => {
    expect(await resident.refused('me.export', { userId: resident.userId })).toMatchObject({
      code: 'INVALID',
      fields: { userId: '没有这一项' },
    })
  })
})
