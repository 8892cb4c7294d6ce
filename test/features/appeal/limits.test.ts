import type { Limits } from '~/cloudfunctions/features/appeal/limits'
import { openScene, type Scene } from './support'

const DAY = 86_400_000

/** How often and how long, when the district has set something else than the rules propose. */
describe('limits of a case', () => {
  let scene: Scene
  const set: Limits = { reopens: 1, reopenDays: 3, objections: 1, asks: 2 }

  beforeAll(async () => {
    scene = await openScene()
    const reason = '试行'
    const { pending } = await scene.leader.call('setting.propose', {
      name: 'appeal.limits',
      value: set,
      reason,
    })
    const second = await scene.district.staff('district_officer', scene.grid.slice(0, 6))
    await second.call('setting.approve', { id: pending?.id ?? '' })
  })
  afterAll(() => scene.district.close())

  const unhappy = { outcome: 'unsolved', satisfaction: 'dissatisfied' } as const

  it('an unhappy word takes it up again so often, and closes it after that', async () => {
    const id = await scene.submit()
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    expect(await scene.resident.call('appeal.rate', { id, ...unhappy })).toMatchObject({ status: 'reopened' })
    await scene.village.call('appeal.answer', { id, words: '又修好了' })
    const closed = await scene.resident.call('appeal.rate', { id, ...unhappy })
    expect(closed.status).toBe('closed')
    expect(closed.can).not.toContain('appeal.reopen')
    expect(await scene.resident.refused('appeal.reopen', { id, reason: '又灭了' })).toMatchObject({
      code: 'LIMIT_REACHED',
      message: '已经重新办过1次了,请直接联系镇里或拨打12345',
    })
  })

  it('new facts come in within so many days', async () => {
    const id = await scene.submit()
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    await scene.resident.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'satisfied' })
    scene.district.clock.advance(3 * DAY + 1000)
    expect((await scene.resident.call('appeal.info', { id })).can).not.toContain('appeal.reopen')
    expect(await scene.resident.refused('appeal.reopen', { id, reason: '又灭了' })).toMatchObject({
      reason: 'reopen_too_late',
      message: '办结超过3天了,有新情况请重新提一件',
    })
  })

  it('a department objects so often', async () => {
    const id = await scene.dispatched()
    await scene.power.call('appeal.object', { id, reason: '不归我们' })
    await scene.leader.call('appeal.decideObjection', {
      id,
      upheld: true,
      department: 'water',
      words: '归水务',
    })
    expect((await scene.water.call('appeal.info', { id })).can).not.toContain('appeal.object')
    expect(await scene.water.refused('appeal.object', { id, reason: '也不归我们' })).toMatchObject({
      code: 'LIMIT_REACHED',
      message: '这件事已经提过1次异议了,请先办,分歧由区里协调',
    })
  })

  it('the person is asked so often before it is closed without their word', async () => {
    const id = await scene.submit()
    await scene.worker.call('appeal.answer', { id, words: '修好了' })
    for (let day = 0; day < 3; day += 1) {
      scene.district.clock.advance(DAY + 1000)
      await scene.district.runJobs()
    }
    const { status, steps } = await scene.resident.call('appeal.info', { id })
    expect(status).toBe('closed')
    expect(steps.at(-1)).toMatchObject({
      action: 'appeal.unreached',
      words: '请您评价了2次,没有等到,先结案。3天内有新情况还可以再办',
    })
  })
})
