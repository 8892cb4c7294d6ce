import { APPEAL_ACTIONS, type AppealAction, type AppealStatus } from '~/types/appeal'
import type { Person } from '../../support/district'
import { LAMP, openScene, type Scene } from './support'

const INPUTS: Record<AppealAction, object> = {
  'appeal.accept': {},
  'appeal.answer': { words: '电工明天来' },
  'appeal.escalate': { to: 'town', reason: '要镇里派车' },
  'appeal.finish': { words: '换了新灯头' },
  'appeal.rate': { outcome: 'partly', satisfaction: 'satisfied' },
  'appeal.reopen': { reason: '又灭了' },
  'appeal.supplement': { words: '灯杆也歪了' },
  'appeal.call': {},
}

describe('the buttons of a case', () => {
  let scene: Scene
  let people: Record<string, Person>

  // People of their own for each status: one resident may not submit without end.
  beforeEach(async () => {
    scene = await openScene()
    const { resident, neighbour, village, town, grid, district } = scene
    people = {
      resident,
      neighbour,
      village,
      town,
      // A colleague of who brought the case here, so that nothing counts as repeated.
      worker: await district.staff('grid_worker', grid),
      district: await district.staff('district_officer', grid.slice(0, 6)),
    }
  })
  afterEach(() => scene.district.close())

  /** Brings a new case to a status. */
  const ARRANGE: Record<AppealStatus, (id: string) => Promise<unknown>> = {
    submitted: () => Promise.resolve(),
    accepted: (id) => scene.worker.call('appeal.accept', { id }),
    escalated: (id) => scene.worker.call('appeal.escalate', { id, to: 'village', reason: '要动主线路' }),
    answered: (id) => scene.worker.call('appeal.answer', { id, words: '修好了' }),
    async finished(id) {
      await ARRANGE.accepted(id)
      await scene.worker.call('appeal.finish', { id, words: '修好了' })
    },
    async reopened(id) {
      await ARRANGE.answered(id)
      await scene.resident.call('appeal.rate', { id, outcome: 'unsolved', satisfaction: 'dissatisfied' })
    },
    async closed(id) {
      await ARRANGE.answered(id)
      await scene.resident.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'satisfied' })
    },
  }
  const make = async (status: AppealStatus) => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    await ARRANGE[status](id)
    return id
  }
  /** Having just rated a case unsolved is having asked for a new round. */
  const repeats = (status: AppealStatus, action: AppealAction) =>
    (status === 'reopened' && (action === 'appeal.reopen' || action === 'appeal.rate')) ||
    (status === 'closed' && action === 'appeal.rate')

  it.each(Object.keys(ARRANGE) as AppealStatus[])(
    'are exactly what the server accepts, for everybody, while it is %s',
    async (status) => {
      const shared = await make(status)
      for (const [name, person] of Object.entries(people)) {
        const seen = await person.call('appeal.info', { id: shared }).catch(() => ({ can: [] }))
        const can: readonly AppealAction[] = seen.can
        for (const action of APPEAL_ACTIONS) {
          if (name === 'resident' && repeats(status, action)) {
            continue
          }
          const label = `${name} ${action}`
          if (can.includes(action)) {
            const outcome = person.call(action, { id: await make(status), ...INPUTS[action] })
            await expect(outcome.then(() => `${label} allowed`)).resolves.toBe(`${label} allowed`)
          } else {
            const { code } = await person.refused(action, { id: shared, ...INPUTS[action] })
            expect(`${label} ${code}`).toMatch(/ (FORBIDDEN|CONFLICT|NOT_FOUND)$/)
          }
        }
      }
    },
  )
})
