import type { UrgencyClass } from '~/types/appeal'
import type { Person } from '../../support/district'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { DONE, openScene, type Scene } from './support'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Domain rules 1.2: until when the person must have been spoken to. */
const TERM: Record<UrgencyClass, number> = {
  danger: 30 * MINUTE,
  today: 2 * HOUR,
  soon: 24 * HOUR,
  complex: 24 * HOUR,
}
const by = 'by_phone'

describe('appeal.contact', () => {
  let scene: Scene
  let id: string

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  const row = (of = id) =>
    scene.district.db
      .selectFrom('appeal')
      .select(['contactDueAt', 'contactedAt', 'contactLate', 'submittedAt'])
      .where('id', '=', of)
      .executeTakeFirstOrThrow()
  const toldOf = async (person: Person, of = id) => {
    await scene.district.runJobs()
    const { items } = await person.call('notice.list', {})
    return items.filter(({ path }) => path.includes(of)).map(({ label, body }) => ({ label, body }))
  }
  /** The clock of the tests runs on between two statements. */
  const expectLeft = (until: Date | null, left: number) => {
    const rest = (until?.getTime() ?? 0) - scene.district.clock.now().getTime()
    expect(rest).toBeGreaterThan(left - MINUTE)
    expect(rest).toBeLessThanOrEqual(left)
  }
  const pass = (ms: number) => scene.district.clock.advance(ms)

  it('notes that the person was spoken to: the clock ends, and they are told what was noted', async () => {
    const view = await scene.worker.call('appeal.contact', { id, by, words: '下午去看' })
    expect(view.contactDueAt).toBeUndefined()
    expect(view.can).not.toContain('appeal.contact')
    expect(view.steps.at(-1)).toMatchObject({ action: 'appeal.contact', words: '打过电话:下午去看' })
    expect(await row()).toMatchObject({
      contactDueAt: null,
      contactedAt: expect.any(Date),
      contactLate: false,
    })
    expect(await toldOf(scene.resident)).toContainEqual({
      label: '联系过您',
      body: '记下了:打过电话:下午去看。如果没有这回事,点开说一声',
    })
    expect(
      (await eventsAbout(scene.district.db, id)).filter((event) => event === 'appeal.spoken'),
    ).toHaveLength(1)
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.contacted')
  })

  it('is between them: neighbours neither see the step nor hear of it', async () => {
    await scene.worker.call('appeal.contact', { id, by: 'in_person' })
    expect((await scene.resident.call('appeal.info', { id })).steps.at(-1)?.words).toBe('当面说过')
    const seen = await scene.neighbour.call('appeal.info', { id })
    expect(seen.steps.map(({ action }) => action)).toEqual(['appeal.submit', 'appeal.accept'])
    expect(await toldOf(scene.neighbour)).toEqual([])
  })

  it('is said once; what follows is a supplement', async () => {
    await scene.worker.call('appeal.contact', { id, by })
    expect(await scene.worker.refused('appeal.contact', { id, by })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('says at the field what is wrong', async () => {
    const wrong = { id, by: 'in_app' as never, words: '长'.repeat(201) }
    expect(await scene.worker.refused('appeal.contact', wrong)).toMatchObject({
      code: 'INVALID',
      fields: { by: '请选一下怎么联系的', words: '说了什么最多200个字,请短一些' },
    })
  })

  it('is for who leads the case', async () => {
    for (const other of [scene.resident, scene.neighbour, scene.leader]) {
      expect(await other.refused('appeal.contact', { id, by })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.contact', { id, by })).toMatchObject(missing)
    expect(await scene.worker.refused('appeal.contact', { id: NO_ID, by })).toMatchObject(missing)
  })

  it('comes after somebody has taken it and before it is done', async () => {
    const open = await scene.submit()
    expect(await scene.worker.refused('appeal.contact', { id: open, by })).toMatchObject({
      reason: 'wrong_status',
    })
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(await scene.worker.refused('appeal.contact', { id, by })).toMatchObject({ reason: 'wrong_status' })
  })

  describe('its clock', () => {
    it.each(['danger', 'today', 'soon'] as const)(
      'runs from the submission, by how urgent it is: %s',
      async (urgency) => {
        const one = await scene.submit({ urgency })
        const { contactDueAt, submittedAt } = await row(one)
        expect((contactDueAt?.getTime() ?? 0) - submittedAt.getTime()).toBe(TERM[urgency])
        const view = await scene.resident.call('appeal.info', { id: one })
        expect(view.contactDueAt).toBe(contactDueAt?.toISOString())
        await scene.resident.call('appeal.withdraw', { id: one })
        expect(await row(one)).toMatchObject({ contactDueAt: null })
      },
    )

    it.each([
      ['taking it with a word', { action: 'appeal.accept', input: { words: '马上来' } }],
      ['an answer', { action: 'appeal.answer', input: { words: '找村委会领' } }],
      [
        'telling it another way',
        { action: 'appeal.triage', input: { outcome: 'explained', words: '说清楚了' } },
      ],
      ['a question', { action: 'appeal.supplement', input: { words: '哪一根灯杆?', asks: true } }],
    ] as const)('ends with %s', async (_name, { action, input }) => {
      const open = await scene.submit()
      await scene.worker.call(action, { id: open, ...input })
      expect(await row(open)).toMatchObject({
        contactDueAt: null,
        contactedAt: expect.any(Date),
        contactLate: false,
      })
    })

    it('does not end with taking it in silence, nor with what the person adds', async () => {
      await scene.resident.call('appeal.supplement', { id, words: '灯杆也歪了' })
      expect(await row()).toMatchObject({ contactedAt: null, contactDueAt: expect.any(Date) })
    })

    it('has ended when the worker writes down what somebody said to them, not what stood in the group', async () => {
      const said = { text: '井盖松了', urgency: 'soon', areaCode: scene.grid } as const
      const heard = await scene.worker.call('appeal.capture', { ...said, consent: 'in_person' })
      expect(await row(heard.id)).toMatchObject({ contactDueAt: null, contactedAt: expect.any(Date) })
      const read = await scene.worker.call('appeal.capture', {
        ...said,
        userId: scene.resident.userId,
        consent: 'in_group',
      })
      expect(await row(read.id)).toMatchObject({ contactDueAt: expect.any(Date), contactedAt: null })
    })

    it('is shortened by more urgency, and won by no less', async () => {
      const open = await scene.submit({ urgency: 'soon' })
      pass(HOUR)
      await scene.worker.call('appeal.triage', { id: open, urgency: 'danger', words: '有电火花' })
      const { contactDueAt } = await row(open)
      expectLeft(contactDueAt, TERM.danger)
      await scene.worker.call('appeal.triage', { id: open, urgency: 'complex', words: '看过了,不急' })
      expect(await row(open)).toMatchObject({ contactDueAt })
    })

    it('reminds who has it, once, when nobody spoke to the person, however often the timer runs; late stays late', async () => {
      pass(TERM.today + MINUTE)
      await scene.district.runJobs()
      await Promise.all([scene.district.runJobs(), scene.district.runJobs()])
      expect(await row()).toMatchObject({ contactDueAt: null, contactedAt: null, contactLate: true })
      const told = await toldOf(scene.worker)
      expect(told.filter(({ label }) => label === '还没联系')).toHaveLength(1)
      const { steps, can } = await scene.worker.call('appeal.info', { id })
      expect(steps.filter(({ words }) => words === '还没有联系反映人,已经提醒')).toHaveLength(1)
      expect(can).toContain('appeal.contact')
      await scene.worker.call('appeal.contact', { id, by })
      expect(await row()).toMatchObject({ contactedAt: expect.any(Date), contactLate: true })
    })

    it('is late as well when the word comes before the timer', async () => {
      pass(TERM.today + MINUTE)
      await scene.worker.call('appeal.contact', { id, by })
      expect(await row()).toMatchObject({ contactLate: true })
      await scene.district.runJobs()
      expect((await toldOf(scene.worker)).map(({ label }) => label)).not.toContain('还没联系')
    })

    it('that nobody has taken tells everybody who could', async () => {
      const open = await scene.submit()
      // Six hours without a timer: the case has gone up meanwhile, to where nobody has spoken either.
      pass(6 * HOUR)
      await scene.district.runJobs()
      const people = [scene.worker, scene.village, scene.town]
      const told = await Promise.all(people.map((person) => toldOf(person, open)))
      expect(told.flat().filter(({ label }) => label === '还没联系')).not.toHaveLength(0)
      expect(await row(open)).toMatchObject({ contactLate: true, contactDueAt: null })
    })

    it('begins anew when the case does', async () => {
      await scene.worker.call('appeal.finish', { id, ...DONE })
      await scene.resident.call('appeal.reopen', { id, reason: '又灭了' })
      const { contactDueAt, contactedAt } = await row()
      expect(contactedAt).toBeNull()
      expectLeft(contactDueAt, TERM.today)
    })
  })
})
