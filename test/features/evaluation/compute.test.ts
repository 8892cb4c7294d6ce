import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '~/cloudfunctions/core/clock'
import type { NewRow } from '~/cloudfunctions/core/schema'
import type { ComponentView } from '~/types/evaluation'
import { openDistrict, type District, type Person } from '../../support/district'
import { computed, endObjections, evaluationInput } from '../../support/evaluations'
import { publish, shiftIn, signUp } from '../activity/support'
import { newPoll } from '../survey/support'

const HOUR_MS = 3_600_000

describe('evaluation.compute', () => {
  let district: District
  let grid: string
  let town: Person
  let number = 0
  beforeAll(async () => {
    district = await openDistrict()
    // A town of its own worker: what other tests of it leave behind lies outside the period.
    district.clock.advance(90 * 86_400_000)
    grid = district.newGrid('otherTown')
    town = await district.staff('town_officer', grid.slice(0, 9))
  })
  afterAll(() => district.close())

  const village = () => grid.slice(0, 12)
  const explain = async (id: string) => town.call('evaluation.explain', { id, areaCode: village() })
  const part = (components: ComponentView[], name: string) => components.find((one) => one.name === name)

  interface Case {
    late?: boolean
    rated?: 'solved' | 'partly' | 'unsolved'
    status?: NewRow<'appeal'>['status']
    outcome?: NewRow<'appeal'>['outcome']
    urgency?: NewRow<'appeal'>['urgency']
  }
  /** A case of yesterday in the village, as it stands at its end. */
  async function put({ late = false, rated, status = 'finished', outcome = null, urgency = 'soon' }: Case) {
    const { userId } = await district.resident(grid)
    const submittedAt = new Date(district.clock.now().getTime() - 24 * HOUR_MS)
    const dueAt = new Date(submittedAt.getTime() + 4 * HOUR_MS)
    const handledAt = new Date(submittedAt.getTime() + (late ? 6 : 2) * HOUR_MS)
    const handled = ['finished', 'answered', 'closed', 'redirected'].includes(status)
    const over = ['closed', 'withdrawn', 'redirected'].includes(status)
    const id = randomUUID()
    await district.db
      .insertInto('appeal')
      .values({
        id,
        number: `测${(number += 1)}${id}`,
        areaCode: grid,
        submitterId: userId,
        text: '路灯不亮',
        category: 'facility',
        urgency,
        nameShown: false,
        private: false,
        status,
        holderCode: grid,
        handlerId: userId,
        submittedAt,
        dueAt: status === 'submitted' && !late ? new Date(district.clock.now().getTime() + HOUR_MS) : dueAt,
        handledAt: handled ? handledAt : null,
        fedBackCitizenAt: handledAt,
        fedBackCentreAt: handledAt,
        toldBy: 'in_app',
        closedAt: over ? handledAt : null,
        outcome,
        termFrom: submittedAt,
      })
      .execute()
    if (rated !== undefined) {
      const satisfaction = rated === 'solved' ? 'very_satisfied' : 'dissatisfied'
      await district.db
        .insertInto('appealRating')
        .values({
          appealId: id,
          round: 0,
          userId,
          outcome: rated,
          satisfaction,
          at: handledAt,
          calledBy: null,
        })
        .execute()
    }
    return id
  }

  it('works out the three rates of the period, without what is not counted', async () => {
    await put({ rated: 'solved' })
    await put({ rated: 'solved' })
    await put({ rated: 'partly', late: true })
    await put({ late: true })
    await put({ status: 'submitted' })
    await put({ status: 'submitted', late: true, urgency: 'danger' })
    await put({ status: 'withdrawn' })
    await put({ status: 'redirected', outcome: 'legal_channel' })
    const id = await computed(district, town, {
      from: new Date(district.clock.now().getTime() - 48 * HOUR_MS).toISOString(),
    })
    const view = await explain(id)
    const appeals = part(view.components, 'appeals')
    expect(appeals?.facts).toMatchObject({
      counted: 5,
      excluded: 2,
      pending: 1,
      reached: 3,
      inTime: 40,
      reachedShare: 60,
    })
    expect(appeals?.facts.solved).toBeCloseTo(250 / 3, 6)
    expect(appeals?.facts.satisfied).toBeCloseTo(230 / 3, 6)
    expect(appeals?.value).toBeCloseTo(0.3 * 40 + 0.35 * (250 / 3) + 0.35 * (230 / 3), 6)
    expect(view.danger).toEqual({ cases: 1, late: 1 })
    // Nothing else is known, so the appeals count for all of it.
    expect(appeals?.share).toBe(100)
    expect(view.score).toBeCloseTo(Math.round((appeals?.value ?? 0) * 10) / 10, 9)
    expect(part(view.components, 'satisfaction')).toMatchObject({ value: null, leftOut: 'no_data', share: 0 })
  })

  it('counts a case whose time ran out once as late, also when it was taken up again and answered', async () => {
    const from = { from: new Date(district.clock.now().getTime() - 48 * HOUR_MS).toISOString() }
    const before = part((await explain(await computed(district, town, from))).components, 'appeals')
    const id = await put({ rated: 'solved' })
    const at = district.clock.now()
    await district.db.insertInto('appealNotice').values({ appealId: id, round: 0, step: 2, at }).execute()
    const after = part((await explain(await computed(district, town, from))).components, 'appeals')
    expect(after?.facts.counted).toBe((before?.facts.counted ?? 0) + 1)
    expect(after?.facts.inTime ?? 100).toBeLessThan(before?.facts.inTime ?? 0)
  })

  it('takes satisfaction and coverage from the survey, as exactly as it may be shown', async () => {
    const poll = await newPoll(district, grid)
    const people = await Promise.all(Array.from({ length: 14 }, () => poll.elector()))
    const { id: surveyId } = await poll.open()
    for (const [i, person] of people.slice(0, 12).entries()) {
      await poll.cast(person, surveyId, [i < 6 ? 1 : 2])
    }
    await town.call('survey.close', { id: surveyId, reason: '都投完了' })
    await district.runJobs()
    const { components } = await explain(await computed(district, town, { surveyId }))
    const satisfaction = part(components, 'satisfaction')
    expect(satisfaction).toMatchObject({ value: 90, leftOut: null })
    expect(satisfaction?.facts).toMatchObject({ ballots: 12, electors: 14, banded: 0 })
    expect(part(components, 'coverage')?.value).toBeCloseTo((100 * 12) / 14, 9)
    expect(part(components, 'satisfaction')?.share).toBeCloseTo((100 * 60) / 90, 6)
  })

  it('counts service by where people live, and the party members who did their part', async () => {
    const worker = await district.staff('grid_worker', grid)
    const activity = await publish(district, worker, { shifts: [shiftIn(district, 24, { capacity: 9 })] })
    const [member, idle] = [await district.resident(grid), await district.resident(grid)]
    const party = { partyMember: true }
    for (const { userId } of [member, idle]) {
      await district.db.updateTable('appUser').set(party).where('id', '=', userId).execute()
    }
    const { id: signupId } = await signUp(member, activity)
    const at = district.clock.now()
    const { volunteerId } = await district.db
      .selectFrom('signup')
      .select('volunteerId')
      .where('id', '=', signupId)
      .executeTakeFirstOrThrow()
    const entry = { signupId, activityId: activity.id, volunteerId, kind: 'served', minutes: 120 } as const
    const day = shanghaiDay(new Date(at.getTime() - 24 * HOUR_MS))
    await district.db
      .insertInto('serviceEntry')
      .values({ ...entry, id: randomUUID(), day, enteredBy: worker.userId, at })
      .execute()
    const view = await explain(await computed(district, town))
    const service = part(view.components, 'service')
    expect(service?.facts).toMatchObject({ hours: 2, people: 1, partyMembers: 2, partyShare: 50 })
    // Half of the party members, of 60 % that count as full marks; nobody was asked, so the hours have no measure.
    expect(service?.value).toBeCloseTo((100 * 50) / 60, 6)
    const beside = await town.call('evaluation.explain', {
      id: view.evaluation.id,
      areaCode: `${grid.slice(0, 9)}003`,
    })
    expect(part(beside.components, 'service')).toMatchObject({ value: null, leftOut: 'no_data' })
  })

  it('keeps the settings that it was worked out with, and opens the time for objections', async () => {
    const id = await computed(district, town)
    const view = await town.call('evaluation.info', { id })
    expect(view).toMatchObject({ status: 'objecting', edition: 1, waiting: 0 })
    expect(view.terms?.weights).toEqual({ satisfaction: 60, appeals: 25, service: 10, coverage: 5 })
    expect(view.terms?.versions).toMatchObject({ 'evaluation.weights': 1, 'evaluation.rates': 1 })
    const days = (new Date(view.objectionsUntil ?? 0).getTime() - district.clock.now().getTime()) / 86_400_000
    expect(days).toBeCloseTo(5, 1)
    expect(view.villageCount).toBe(3)
  })

  it('may be worked out again until it is fixed, and tells the secretaries each time', async () => {
    const secretary = await district.staff('village_secretary', village())
    const id = await computed(district, town)
    await town.call('evaluation.compute', { id })
    expect(await town.call('evaluation.info', { id })).toMatchObject({ edition: 2, villageCount: 3 })
    await district.runJobs()
    const { items } = await secretary.call('notice.list', {})
    expect(items.filter(({ path }) => path.includes(id))).toHaveLength(2)
    await endObjections(district, id)
    await town.call('evaluation.freeze', { id })
    expect(await town.refused('evaluation.compute', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('is not for the villages that are evaluated, nor for another town', async () => {
    const { id } = await town.call('evaluation.create', evaluationInput(district, grid))
    const secretary = await district.staff('village_secretary', village())
    expect((await secretary.refused('evaluation.compute', { id })).code).toBe('FORBIDDEN')
    const other = await district.staff('town_officer', district.newGrid().slice(0, 9))
    expect((await other.refused('evaluation.compute', { id })).code).toBe('NOT_FOUND')
    expect((await town.refused('evaluation.compute', { id: 'x' })).code).toBe('INVALID')
  })
})
