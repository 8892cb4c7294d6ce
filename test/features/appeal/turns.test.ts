import { findAppeal } from '~/cloudfunctions/features/appeal/repo'
import type { Urgency } from '~/types/appeal'
import { openDistrict, type District, type Person } from '../../support/district'
import { snapshot } from './random-acts'

const HOUR = 3_600_000
const UNHAPPY = { outcome: 'unsolved', satisfaction: 'dissatisfied' } as const

/** Cases that take a turn while something about them is still open. */
describe('a case that takes another turn', () => {
  let district: District
  let resident: Person
  let worker: Person
  let town: Person
  let power: Person

  beforeAll(async () => {
    district = await openDistrict()
    const grid = district.newGrid()
    resident = await district.resident(grid)
    worker = await district.staff('grid_worker', grid)
    town = await district.staff('town_officer', grid.slice(0, 9))
    power = await district.staff('department_officer', grid.slice(0, 6), { departmentCode: 'power' })
  })

  const submit = async (urgency: Urgency) =>
    (await resident.call('appeal.submit', { text: '路灯坏了', urgency })).id
  const kept = (id: string) => snapshot(district.db, id)
  async function pass(ms: number) {
    district.clock.advance(ms)
    await district.runJobs()
  }
  /** Hours from the beginning of its term to its end. */
  async function term(id: string) {
    const { dueAt, termFrom } = (await findAppeal(district.db, id))!
    return (dueAt.getTime() - termFrom.getTime()) / HOUR
  }

  it('leaves no objection behind for a later one to inherit', async () => {
    const id = await submit('danger')
    await town.call('appeal.dispatch', { id, department: 'power', words: '请去看看' })
    await power.call('appeal.object', { id, reason: '不归我们' })
    await pass(3 * HOUR)
    await resident.call('appeal.rate', { id, ...UNHAPPY })
    expect((await kept(id)).objections.map(({ upheld }) => upheld)).toEqual([false])
    await town.call('appeal.dispatch', { id, department: 'power', words: '再去看看' })
    await power.call('appeal.object', { id, reason: '还是不归我们' })
    await pass(22 * HOUR)
    expect((await kept(id)).appeal.status).toBe('objected')
  })

  it('is watched by the clock of the corrected class from then on', async () => {
    const id = await submit('soon')
    await worker.call('appeal.accept', { id })
    await worker.call('appeal.triage', { id, urgency: 'danger', words: '线在冒火花' })
    await pass(3 * HOUR)
    expect((await kept(id)).steps.map(({ action }) => action)).toContain('appeal.overdue')
  })

  it('keeps the time that was granted when its class is corrected and corrected back', async () => {
    const id = await submit('soon')
    await worker.call('appeal.accept', { id })
    const before = await term(id)
    await worker.call('appeal.extend', { id, days: 2, reason: '等配件' })
    await town.call('appeal.decideExtension', { id, granted: true, words: '同意' })
    await worker.call('appeal.triage', { id, urgency: 'today', words: '急' })
    await worker.call('appeal.triage', { id, urgency: 'soon', words: '不急' })
    expect((await term(id)) - before).toBe(48)
  })

  it('is given no more time than a term of its corrected class', async () => {
    const id = await submit('soon')
    await worker.call('appeal.accept', { id })
    await worker.call('appeal.extend', { id, days: 7, reason: '等配件' })
    await worker.call('appeal.triage', { id, urgency: 'today', words: '急' })
    const before = await term(id)
    await town.call('appeal.decideExtension', { id, granted: true, words: '同意' })
    expect(await term(id)).toBe(2 * before)
  })

  it('keeps its class once the work is done', async () => {
    const id = await submit('danger')
    await worker.call('appeal.accept', { id })
    await worker.call('appeal.answer', { id, words: '修好了' })
    const correction = worker.call('appeal.triage', { id, urgency: 'complex', words: '不急' })
    await expect(correction).rejects.toThrow('wrong_status')
  })

  it('whistles so that the answer comes before its own time is over', async () => {
    const id = await submit('danger')
    await worker.call('appeal.accept', { id })
    const whistle = { kind: 'hard' as const, departments: ['power'], words: '请到现场' }
    const { whistles, dueAt } = await town.call('appeal.whistle', { id, ...whistle })
    expect(Date.parse(whistles[0]!.answerDueAt)).toBeLessThan(Date.parse(dueAt))
  })

  it('sends home who is still on the way when it is done, and keeps who is there until released', async () => {
    const id = await submit('danger')
    await worker.call('appeal.accept', { id })
    const water = await district.staff('department_officer', town.areaCode.slice(0, 6), {
      departmentCode: 'water',
    })
    const whistle = { kind: 'emergency' as const, departments: ['power', 'water'], words: '请到现场' }
    const { whistles } = await town.call('appeal.whistle', { id, ...whistle })
    const whistleId = whistles.find(({ department }) => department === 'water')!.id
    await water.call('appeal.arrive', { id, whistleId })
    await worker.call('appeal.answer', { id, words: '修好了' })
    const after = await town.call('appeal.info', { id })
    expect(after.whistles.map(({ department, status }) => [department, status]).sort()).toEqual([
      ['power', 'dropped'],
      ['water', 'arrived'],
    ])
    expect(after.can).toContain('appeal.release')
  })

  it('is not asked about again once it went elsewhere after its time was over', async () => {
    const id = await submit('danger')
    await pass(3 * HOUR)
    await town.call('appeal.triage', { id, outcome: 'explained', words: '已经说清楚了' })
    for (let day = 0; day < 4; day += 1) {
      await pass(25 * HOUR)
    }
    const { appeal, callbacks } = await kept(id)
    expect(appeal.status).toBe('redirected')
    expect(callbacks).toMatchObject([{ tries: 1, unreached: false, nextAt: null }])
  })

  it('no longer waits for the person’s word when it was explained, not done', async () => {
    const count = async () => (await worker.call('appeal.list', { list: 'workbench' })).counts?.handled
    const before = await count()
    const id = await submit('soon')
    await worker.call('appeal.triage', { id, outcome: 'explained', words: '已经说清楚了' })
    expect(await count()).toBe(before)
    await worker.call('appeal.answer', { id: await submit('soon'), words: '修好了' })
    expect(await count()).toBe((before ?? 0) + 1)
  })
})
