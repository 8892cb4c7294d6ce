import { APPEAL_ACTIONS, type AppealAction, type AppealStatus } from '~/types/appeal'
import type { Person } from '../../support/district'
import { NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

interface Arranged {
  id: string
  whistleId: string | undefined
  /** Somebody else who works the grid. */
  colleague: string
}
/** Every status, and what lies beside it. */
type Stage = AppealStatus | 'whistled' | 'arrived' | 'whistle_objected' | 'extension_asked'

const INPUTS: Record<AppealAction, (arranged: Arranged) => object> = {
  'appeal.accept': () => ({}),
  'appeal.answer': () => ({ words: '电工明天来' }),
  'appeal.escalate': () => ({ to: 'town', reason: '要镇里派车' }),
  'appeal.finish': () => ({ words: '换了新灯头', withoutPicture: '没有能拍的东西' }),
  'appeal.rate': () => ({ outcome: 'partly', satisfaction: 'satisfied' }),
  'appeal.reopen': () => ({ reason: '又灭了' }),
  'appeal.supplement': () => ({ words: '灯杆也歪了' }),
  'appeal.call': () => ({}),
  'appeal.contact': () => ({ by: 'by_phone' }),
  'appeal.join': () => ({}),
  'appeal.urge': () => ({}),
  'appeal.withdraw': () => ({}),
  'appeal.triage': () => ({ outcome: 'explained', words: '已经说清楚了' }),
  'appeal.dispatch': () => ({ department: 'roads', words: '请去看看' }),
  'appeal.object': ({ whistleId }) => ({ reason: '不归我们', ...(whistleId !== undefined && { whistleId }) }),
  'appeal.decideObjection': ({ whistleId }) => ({
    upheld: false,
    words: '归你们办',
    ...(whistleId !== undefined && { whistleId }),
  }),
  'appeal.whistle': () => ({ kind: 'hard', departments: ['police'], words: '请到场' }),
  'appeal.arrive': ({ whistleId = NO_ID }) => ({ whistleId }),
  'appeal.release': ({ whistleId = NO_ID }) => ({ whistleId, useful: 3 }),
  'appeal.extend': () => ({ days: 1, reason: '等材料' }),
  'appeal.decideExtension': () => ({ granted: false, words: '来得及' }),
  'appeal.shelve': () => ({ reason: '等开春' }),
  'appeal.review': () => ({ resume: true, words: '可以办了' }),
  'appeal.pass': () => ({ words: '看过了' }),
  'appeal.callBack': () => ({ reached: true, outcome: 'partly', satisfaction: 'satisfied' }),
  'appeal.thank': () => ({}),
  'appeal.refer': () => ({ cityNumber: '20261125000123', words: '要市里办' }),
  'appeal.handOver': ({ colleague }) => ({ userId: colleague, reason: '我休假' }),
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
      power: await district.staff('department_officer', grid.slice(0, 6), { departmentCode: 'power' }),
      water: await district.staff('department_officer', grid.slice(0, 6), { departmentCode: 'water' }),
    }
  })
  afterEach(() => scene.district.close())

  // Somebody of the same department, so that what is arranged does not count as the officer's own act.
  const officer = () =>
    scene.district.staff('department_officer', scene.grid.slice(0, 6), { departmentCode: 'power' })
  const townOfficer = () => scene.district.staff('town_officer', scene.grid.slice(0, 9))
  const whistleOf = async (id: string) => (await scene.town.call('appeal.info', { id })).whistles[0]?.id ?? ''

  /** Brings a new case to a status. */
  const ARRANGE: Record<Stage, (id: string) => Promise<unknown>> = {
    submitted: () => Promise.resolve(),
    accepted: (id) => scene.worker.call('appeal.accept', { id }),
    escalated: (id) => scene.worker.call('appeal.escalate', { id, to: 'village', reason: '要动主线路' }),
    answered: (id) => scene.worker.call('appeal.answer', { id, words: '修好了' }),
    redirected: (id) => scene.worker.call('appeal.triage', { id, outcome: 'explained', words: '说清楚了' }),
    async dispatched(id) {
      await (await townOfficer()).call('appeal.dispatch', { id, department: 'power', words: '请去看看' })
    },
    async objected(id) {
      await ARRANGE.dispatched(id)
      await (await officer()).call('appeal.object', { id, reason: '不归我们' })
    },
    async shelved(id) {
      await ARRANGE.accepted(id)
      await scene.worker.call('appeal.shelve', { id, reason: '等开春' })
    },
    async withdrawn(id) {
      await ARRANGE.accepted(id)
      await scene.resident.call('appeal.withdraw', { id })
    },
    async finished(id) {
      await ARRANGE.accepted(id)
      await scene.worker.call('appeal.finish', { id, words: '修好了', withoutPicture: '没有能拍的东西' })
    },
    async reopened(id) {
      await ARRANGE.answered(id)
      await scene.resident.call('appeal.rate', { id, outcome: 'unsolved', satisfaction: 'dissatisfied' })
    },
    async closed(id) {
      await ARRANGE.answered(id)
      await scene.resident.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'satisfied' })
    },
    async whistled(id) {
      await ARRANGE.accepted(id)
      const call = { id, departments: ['power'], words: '请到场' }
      await (await townOfficer()).call('appeal.whistle', { ...call, kind: 'hard' })
    },
    async arrived(id) {
      await ARRANGE.whistled(id)
      await (await officer()).call('appeal.arrive', { id, whistleId: await whistleOf(id) })
    },
    async whistle_objected(id) {
      await ARRANGE.whistled(id)
      await (
        await officer()
      ).call('appeal.object', { id, whistleId: await whistleOf(id), reason: '不归我们' })
    },
    async extension_asked(id) {
      await ARRANGE.accepted(id)
      await scene.worker.call('appeal.extend', { id, days: 1, reason: '等材料' })
    },
  }
  const make = async (stage: Stage): Promise<Arranged> => {
    const { id } = await scene.resident.call('appeal.submit', LAMP)
    await ARRANGE[stage](id)
    const { whistles } = await scene.town.call('appeal.info', { id })
    const colleague = await scene.district.staff('grid_worker', scene.grid)
    return { id, whistleId: whistles[0]?.id, colleague: colleague.userId }
  }
  /** Having just rated a case unsolved is having asked for a new round. */
  const repeats = (status: Stage, action: AppealAction) =>
    (status === 'reopened' && (action === 'appeal.reopen' || action === 'appeal.rate')) ||
    (status === 'closed' && action === 'appeal.rate') ||
    (status === 'withdrawn' && action === 'appeal.withdraw')

  it.each(Object.keys(ARRANGE) as Stage[])(
    'are exactly what the server accepts, for everybody, while it is %s',
    async (status) => {
      const shared = await make(status)
      for (const [name, person] of Object.entries(people)) {
        const seen = await person.call('appeal.info', { id: shared.id }).catch(() => ({ can: [] }))
        const can: readonly AppealAction[] = seen.can
        for (const action of APPEAL_ACTIONS) {
          if (name === 'resident' && repeats(status, action)) {
            continue
          }
          const label = `${name} ${action}`
          if (can.includes(action)) {
            const arranged = await make(status)
            const outcome = person.call(action, { id: arranged.id, ...INPUTS[action](arranged) })
            await expect(outcome.then(() => `${label} allowed`)).resolves.toBe(`${label} allowed`)
          } else {
            const { code } = await person.refused(action, { id: shared.id, ...INPUTS[action](shared) })
            expect(`${label} ${code}`).toMatch(/ (FORBIDDEN|CONFLICT|NOT_FOUND)$/)
          }
        }
      }
    },
  )
})
