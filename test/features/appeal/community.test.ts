import { openScene, type Scene } from './support'

/** Regulation on appeals, art. 17: what a community only helps with is never led by it. */
describe('what a grid may lead', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  it.each(['medical', 'education', 'transport', 'market', 'land'] as const)(
    'is not %s: the town has it from the first moment, and the grid only sees it',
    async (category) => {
      const id = await scene.submit({ category })
      expect(await scene.resident.call('appeal.info', { id })).toMatchObject({
        level: 'town',
        status: 'submitted',
      })
      for (const below of [scene.worker, scene.village]) {
        expect((await below.call('appeal.info', { id })).can).toEqual([])
        expect(await below.refused('appeal.accept', { id })).toMatchObject({ code: 'FORBIDDEN' })
      }
      expect(await scene.town.call('appeal.accept', { id })).toMatchObject({
        status: 'accepted',
        level: 'town',
      })
    },
  )

  it('is everything else, and what nobody has told the program about', async () => {
    for (const category of ['facility', 'neighbour', 'other'] as const) {
      const id = await scene.submit({ category })
      expect(await scene.resident.call('appeal.info', { id })).toMatchObject({ level: 'grid' })
    }
  })

  it('is any danger, whatever it is about: who is nearest goes first', async () => {
    const id = await scene.submit({ category: 'transport', urgency: 'danger' })
    expect(await scene.worker.call('appeal.accept', { id })).toMatchObject({ level: 'grid' })
  })

  it('goes up by itself when a second look shows what it is about, and never comes down', async () => {
    const id = await scene.taken({ category: 'facility' })
    const corrected = await scene.worker.call('appeal.triage', {
      id,
      category: 'land',
      words: '是宅基地的事',
    })
    expect(corrected).toMatchObject({ category: 'land', level: 'town', status: 'escalated' })
    expect(corrected.steps.slice(-2)).toMatchObject([
      { action: 'appeal.triage', words: '是宅基地的事' },
      { action: 'appeal.escalate', words: '这一类由镇里主办,已自动报到镇里' },
    ])
    const back = await scene.town.call('appeal.triage', { id, category: 'facility', words: '还是路灯' })
    expect(back).toMatchObject({ category: 'facility', level: 'town' })
  })

  it('is for the district to set, by two people', async () => {
    const { items } = await scene.leader.call('setting.list', {})
    const list = items.find(({ name }) => name === 'appeal.community')
    const second = await scene.district.staff('district_officer', scene.grid.slice(0, 6))
    const input = { name: 'appeal.community', reason: '网格能办' } as const
    const wrong = { ...list?.value, land: 2 }
    expect(await scene.leader.refused('setting.propose', { ...input, value: wrong })).toMatchObject({
      code: 'INVALID',
      fields: { 'value.land': '请填1或0' },
    })
    const value = { ...list?.value, education: 1, heating: 0 }
    const { pending } = await scene.leader.call('setting.propose', { ...input, value })
    await second.call('setting.approve', { id: pending?.id ?? '' })
    const school = await scene.submit({ category: 'education' })
    expect(await scene.resident.call('appeal.info', { id: school })).toMatchObject({ level: 'grid' })
    const cold = await scene.submit({ category: 'heating' })
    expect(await scene.resident.call('appeal.info', { id: cold })).toMatchObject({ level: 'town' })
  })
})
