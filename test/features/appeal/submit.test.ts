import { randomUUID } from 'node:crypto'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.submit', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it('takes down what a resident of the grid says and gives it to the grid', async () => {
    const made = await scene.resident.call('appeal.submit', { ...LAMP, place: '村东头老槐树旁' })
    expect(made).toMatchObject({
      status: 'submitted',
      level: 'grid',
      areaCode: scene.grid,
      category: 'facility',
      place: '村东头老槐树旁',
      relation: 'own',
      private: false,
      can: ['appeal.withdraw', 'appeal.supplement', 'appeal.urge'],
    })
    expect(made.number).toMatch(/^\d{8}-\d{4,}$/)
    expect(made.steps.map((step) => step.action)).toEqual(['appeal.submit'])
    expect(await auditsAbout(scene.district.db, made.id)).toEqual(['appeal.submitted'])
  })

  it('tells nobody in public before staff has looked at it', async () => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    expect(await eventsAbout(scene.district.db, id)).toEqual([])
  })

  it.each([
    ['danger', 2],
    ['today', 24],
    ['soon', 7 * 24],
  ] as const)('is due after the time of its urgency: %s in %d hours', async (urgency, hours) => {
    const { submittedAt, dueAt } = await scene.resident.call('appeal.submit', { ...LAMP, urgency })
    expect(Date.parse(dueAt) - Date.parse(submittedAt)).toBe(hours * 3_600_000)
  })

  it('numbers the cases of a day one after the other', async () => {
    const first = await scene.resident.call('appeal.submit', LAMP)
    const second = await scene.resident.call('appeal.submit', LAMP)
    const running = (number: string) => Number(number.split('-')[1])
    expect(running(second.number)).toBe(running(first.number) + 1)
  })

  it('goes to the grid that is named, else the own one, else that of the opened group', async () => {
    const elsewhere = scene.district.newGrid('otherVillage')
    const named = await scene.resident.call('appeal.submit', { ...LAMP, areaCode: elsewhere })
    expect(named.areaCode).toBe(elsewhere)
    const opengid = await scene.district.group(scene.grid, scene.worker)
    const input = { ...LAMP, name: '孙测试' }
    const newcomer = scene.district.stranger()
    expect(await newcomer.refused('appeal.submit', input)).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: '请先选一下您住在哪个网格' },
    })
    await newcomer.call('me.consent', { version: 1 })
    expect((await newcomer.call('appeal.submit', input, { opengid })).areaCode).toBe(scene.grid)
  })

  it('asks for a name the first time, and for the privacy notice before keeping it', async () => {
    const newcomer = scene.district.stranger()
    const input = { ...LAMP, areaCode: scene.grid }
    expect(await newcomer.refused('appeal.submit', input)).toMatchObject({
      code: 'INVALID',
      fields: { name: '请告诉我们怎么称呼您' },
    })
    const named = { ...input, name: '周测试', phone: '19900005678' }
    expect(await newcomer.refused('appeal.submit', named)).toMatchObject({
      code: 'CONFLICT',
      reason: 'consent_needed',
    })
    await newcomer.call('me.consent', { version: 1 })
    expect(await newcomer.call('appeal.submit', named)).toMatchObject({ submitterName: '周测试' })
    expect(await newcomer.call('appeal.submit', input)).toMatchObject({ submitterName: '周测试' })
  })

  it('takes the resident at their word about the category', async () => {
    expect(await scene.resident.call('appeal.submit', { ...LAMP, category: 'safety' })).toMatchObject({
      category: 'safety',
    })
  })

  it('says at each field what is wrong with it', async () => {
    const error = await scene.resident.refused('appeal.submit', {
      text: '  ',
      urgency: 'whenever',
      place: '长'.repeat(61),
      areaCode: scene.grid.slice(0, 12),
      category: 'ufo',
      phone: '1234',
    })
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: {
        text: '请填写遇到的事',
        urgency: '请选一下有多急',
        place: '地点最多60个字,请短一些',
        areaCode: '请选到具体的网格',
        category: '没有这个类别,请重新选',
        phone: '手机号是11位数字,请检查',
      },
    })
  })

  it('refuses a grid that does not exist and pictures that are not the caller’s', async () => {
    expect(
      await scene.resident.refused('appeal.submit', { ...LAMP, areaCode: '999999999999999' }),
    ).toMatchObject({ code: 'INVALID', fields: { areaCode: '没有这个网格,请重新选' } })
    expect(await scene.resident.refused('appeal.submit', { ...LAMP, pictureIds: [NO_ID] })).toMatchObject({
      code: 'INVALID',
      fields: { pictureIds: '有照片没有传好,请删掉那张重新传' },
    })
  })

  it('accepts 2000 characters as people count them, and not one more', async () => {
    const longest = '😀'.repeat(2000)
    expect((await scene.resident.call('appeal.submit', { ...LAMP, text: longest })).text).toBe(longest)
    expect(await scene.resident.refused('appeal.submit', { ...LAMP, text: `${longest}长` })).toMatchObject({
      code: 'INVALID',
      fields: { text: '遇到的事最多2000个字,请短一些' },
    })
  })

  it('takes nine pictures and not one more', async () => {
    const pictureIds = Array.from({ length: 10 }, () => randomUUID())
    expect(await scene.resident.refused('appeal.submit', { ...LAMP, pictureIds })).toMatchObject({
      code: 'INVALID',
      fields: { pictureIds: '照片最多9张' },
    })
  })

  it('makes one case for one key', async () => {
    const key = 'submit-once-and-no-more'
    const writer = await scene.district.resident(scene.grid)
    const first = await writer.call('appeal.submit', LAMP, { key })
    expect(await writer.call('appeal.submit', LAMP, { key })).toEqual(first)
    expect((await writer.call('appeal.list', { list: 'mine' })).items).toHaveLength(1)
  })

  it('stops a machine after sixty cases in an hour, and lets it go on later', async () => {
    const machine = await scene.district.resident(scene.grid)
    const { id } = await machine.call('appeal.submit', LAMP)
    const row = await scene.district.db
      .selectFrom('appeal')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const more = Array.from({ length: 59 }, (_, n) => ({
      ...row,
      id: randomUUID(),
      number: `${row.number}-${n}`,
    }))
    await scene.district.db.insertInto('appeal').values(more).execute()
    expect(await machine.refused('appeal.submit', LAMP)).toMatchObject({ code: 'RATE_LIMITED' })
    scene.district.clock.advance(3_700_000)
    await machine.call('appeal.submit', LAMP)
  })
})
