import {
  APPEAL_LEVELS,
  RATING_OUTCOMES,
  SATISFACTIONS,
  SPOKEN_BY,
  type AppealAction,
  type AppealView,
  type Urgency,
} from '~/types/appeal'
import type { Db } from '~/cloudfunctions/core/db'
import { createRandom } from '~/local/seed/random'
import { findAppeal, listSteps } from '~/cloudfunctions/features/appeal/repo'
import type { District, Person } from '../../support/district'
import { NO_ID } from '../../support/records'

/** Departments with an officer who acts. */
export const DEPARTMENTS = ['power', 'roads'] as const

export type Name = 'resident' | 'neighbour' | 'worker' | 'village' | 'town' | 'power' | 'roads' | 'leader'
export type Cast = Record<Name, Person>

/** Everybody who may have a word in one case, and a colleague of those who hand over. */
export async function gather(district: District): Promise<Cast> {
  const grid = district.newGrid()
  const [village, town, whole] = [grid.slice(0, 12), grid.slice(0, 9), grid.slice(0, 6)]
  const officer = (departmentCode: string) => district.staff('department_officer', whole, { departmentCode })
  await district.staff('grid_worker', grid)
  await district.staff('town_officer', town)
  await officer('power')
  return {
    resident: await district.resident(grid, { name: '钱测试', phone: '19900001234' }),
    neighbour: await district.resident(grid),
    worker: await district.staff('grid_worker', grid),
    village: await district.staff('village_secretary', village),
    town: await district.staff('town_officer', town),
    power: await officer('power'),
    roads: await officer('roads'),
    leader: await district.staff('district_officer', whole),
  }
}

export interface Opening {
  urgency: Urgency
  text: string
  /** Said by the resident, written down for them, or for somebody without a name. */
  by: 'resident' | 'captured' | 'unknown'
}
export async function begin({ resident, worker }: Cast, { by, ...opening }: Opening): Promise<string> {
  if (by === 'resident') {
    return (await resident.call('appeal.submit', opening)).id
  }
  const whose = by === 'captured' ? { userId: resident.userId } : {}
  return (await worker.call('appeal.capture', { ...opening, ...whose, consent: 'in_person' })).id
}

/** All that is kept about one case. */
export async function snapshot(db: Db, id: string) {
  const appeal = await findAppeal(db, id)
  if (appeal === undefined) {
    throw new Error('the case is gone')
  }
  return {
    appeal,
    steps: await listSteps(db, id),
    ratings: await db
      .selectFrom('appealRating')
      .selectAll()
      .where('appealId', '=', id)
      .orderBy('round')
      .orderBy('at')
      .execute(),
    callbacks: await db.selectFrom('appealCallback').selectAll().where('appealId', '=', id).execute(),
    thanks: await db.selectFrom('appealThank').selectAll().where('appealId', '=', id).execute(),
    joins: await db.selectFrom('appealJoin').selectAll().where('appealId', '=', id).orderBy('at').execute(),
    extensions: await db.selectFrom('appealExtension').selectAll().where('appealId', '=', id).execute(),
    notices: await db.selectFrom('appealNotice').selectAll().where('appealId', '=', id).execute(),
    objections: await db
      .selectFrom('appealObjection')
      .selectAll()
      .where('appealId', '=', id)
      .orderBy('round')
      .execute(),
    whistles: await db.selectFrom('whistle').selectAll().where('appealId', '=', id).orderBy('id').execute(),
  }
}
export type Snapshot = Awaited<ReturnType<typeof snapshot>>

/** Choices inside one act, all from one number, so that a walk can be made again. */
export interface Dice {
  pick<T>(list: readonly T[]): T | undefined
  /** True once in `n` throws. */
  oneIn(n: number): boolean
}
export function diceOf(how: number): Dice {
  const { between } = createRandom(how, 'act')
  return {
    pick: (list) => (list.length === 0 ? undefined : list[between(0, list.length - 1)]),
    oneIn: (n) => between(1, n) === 1,
  }
}

/** Mostly somebody who has the case before them. */
export function choose({ appeal, whistles, objections, extensions }: Snapshot, dice: Dice): Name {
  const level = { 15: 'worker', 12: 'village' }[appeal.holderCode.length] ?? 'town'
  const lead = (appeal.leadDepartment ?? level) as Name
  const names: Name[] = ['resident', 'resident', lead, lead, lead, 'town', 'town', 'leader', 'neighbour']
  for (const { status, department } of whistles) {
    const next = { blown: department, objected: 'leader', arrived: 'town' }[status as string] as
      Name | undefined
    names.push(...(next === undefined ? [] : Array<Name>(6).fill(next)))
  }
  const undecided = [...objections.map(({ upheld }) => upheld), ...extensions.map(({ granted }) => granted)]
  return dice.pick(undecided.includes(null) ? [...names, 'leader', 'leader', 'town'] : names) ?? lead
}

/** What moves a case on is done often, what ends it or tells little seldom. */
const OFTEN: Partial<Record<AppealAction, number>> = {
  'appeal.withdraw': 1,
  'appeal.call': 1,
  'appeal.contact': 2,
  'appeal.supplement': 1,
  'appeal.urge': 2,
  'appeal.answer': 2,
  'appeal.triage': 3,
  'appeal.accept': 12,
  'appeal.finish': 12,
  'appeal.handOver': 10,
  'appeal.whistle': 20,
  'appeal.arrive': 20,
  'appeal.release': 30,
  'appeal.object': 12,
  'appeal.extend': 12,
  'appeal.decideExtension': 20,
}
export function pickOffered(can: AppealAction[], dice: Dice): AppealAction | undefined {
  return dice.pick(can.flatMap((action) => Array<AppealAction>(OFTEN[action] ?? 6).fill(action)))
}

/** Whether somebody works for who leads the case; the levels above may always act for those below. */
export function leads(who: Name, { appeal: { leadDepartment, holderCode } }: Snapshot): boolean {
  const level = { worker: 15, village: 12, town: 9 }[who as string] ?? 99
  return leadDepartment === null ? level <= holderCode.length : who === leadDepartment
}

interface Scene {
  person: Person
  view: AppealView | undefined
  kept: Snapshot
  dice: Dice
  /** A case of the same town that this one may repeat. */
  sameAs: string
}
type Input = Record<string, unknown>
type Make = (scene: Scene) => Input | undefined | Promise<Input | undefined>

/** Whistles that the view offers for the action; for who is offered none, any of them. */
function whistleFor({ view, kept, dice }: Scene, action: AppealAction): string | undefined {
  const all = view?.whistles ?? []
  const offered = all.filter(({ can }) => can.some((name) => name === action))
  const any = offered.length > 0 ? offered : view?.can.includes(action) === true ? [] : kept.whistles
  return dice.pick(any.map(({ id }) => id))
}
/** Objections are about the case itself or about a whistle. */
function aboutWhistle(scene: Scene, action: AppealAction, status: string): { whistleId?: string } {
  const whistleId = whistleFor(scene, action)
  const itself = scene.kept.appeal.status === status && scene.dice.oneIn(2)
  return whistleId === undefined || itself ? {} : { whistleId }
}

/** Valid input for every action; undefined when at this moment there is none. */
export const INPUTS: Record<AppealAction, Make> = {
  'appeal.accept': () => ({}),
  'appeal.answer': () => ({ words: '电工明天来' }),
  'appeal.escalate': ({ kept, dice }) => {
    const level = APPEAL_LEVELS[{ 15: 0, 12: 1 }[kept.appeal.holderCode.length] ?? 2] ?? 'town'
    return { to: level === 'grid' ? dice.pick(['village', 'town']) : 'town', reason: '要镇里派车' }
  },
  'appeal.finish': () => ({ words: '换了新灯头', withoutPicture: '没有能拍的东西', toldBy: 'by_phone' }),
  'appeal.rate': ({ dice }) => ({
    outcome: dice.pick(['unsolved', 'solved', 'partly', 'unsolved']),
    satisfaction: dice.pick(['satisfied', 'dissatisfied', 'very_satisfied']),
    words: '晚上又灭了',
  }),
  'appeal.reopen': () => ({ reason: '又灭了' }),
  'appeal.supplement': () => ({ words: '灯杆也歪了' }),
  'appeal.call': () => ({}),
  'appeal.contact': ({ dice }) => ({ by: dice.pick(SPOKEN_BY), words: '问清楚了' }),
  'appeal.join': () => ({}),
  'appeal.urge': () => ({}),
  'appeal.withdraw': () => ({}),
  'appeal.triage': ({ kept, dice, sameAs }) => {
    if (dice.oneIn(3)) {
      return { outcome: 'explained', words: '已经说清楚了' }
    }
    if (dice.oneIn(5)) {
      return { outcome: 'linked_duplicate', sameAs, words: '和前面一件是一回事' }
    }
    const others = (['danger', 'today', 'soon', 'complex'] as const).filter(
      (urgency) => urgency !== kept.appeal.urgency,
    )
    return { urgency: dice.pick(others), words: '急缓不对' }
  },
  'appeal.dispatch': ({ dice }) => ({ department: dice.pick(DEPARTMENTS), words: '请去看看' }),
  'appeal.object': (scene) => ({
    reason: '不归我们',
    ...aboutWhistle(scene, 'appeal.object', 'dispatched'),
  }),
  'appeal.decideObjection': (scene) => {
    const upheld = scene.dice.oneIn(2)
    const about = aboutWhistle(scene, 'appeal.decideObjection', 'objected')
    const other = DEPARTMENTS.find((code) => code !== scene.kept.appeal.leadDepartment)
    return {
      upheld,
      words: '看过清单',
      ...about,
      ...(upheld && scene.dice.oneIn(4) && { department: other }),
    }
  },
  'appeal.whistle': ({ kept, dice }) => {
    const running = kept.whistles.filter(({ status }) => status !== 'released' && status !== 'dropped')
    const free = DEPARTMENTS.filter((code) => !running.some(({ department }) => department === code))
    const departments = dice.oneIn(3) ? free : free.slice(0, 1)
    const kind = dice.pick(['hard', 'emergency', 'enforce'])
    return departments.length === 0 ? undefined : { departments, kind, words: '请到场' }
  },
  'appeal.arrive': (scene) => ({ whistleId: whistleFor(scene, 'appeal.arrive') ?? NO_ID, justified: 4 }),
  'appeal.release': (scene) => ({ whistleId: whistleFor(scene, 'appeal.release') ?? NO_ID, useful: 3 }),
  'appeal.extend': ({ kept: { appeal }, dice }) => {
    const most = Math.floor((appeal.dueAt.getTime() - appeal.termFrom.getTime()) / 86_400_000)
    return { days: dice.pick([1, Math.min(15, Math.max(1, most))]), reason: '等材料' }
  },
  'appeal.decideExtension': ({ dice }) => ({ granted: !dice.oneIn(3), words: '材料三天后到' }),
  'appeal.shelve': () => ({ reason: '等开春' }),
  'appeal.review': ({ dice }) => ({ resume: dice.oneIn(2), words: '看过了' }),
  'appeal.handOver': async ({ person, view, kept, dice }) => {
    const id = kept.appeal.id
    if (view?.can.includes('appeal.handOver') !== true) {
      return { userId: NO_ID, reason: '我休假' }
    }
    const { colleagues } = await person.call('appeal.helpers', { id })
    const free = colleagues.filter(({ userId }) => userId !== kept.appeal.handlerId)
    const userId = dice.pick(free)?.userId
    return userId === undefined ? undefined : { userId, reason: '我休假' }
  },
  'appeal.pass': () => ({ words: '看过了' }),
  'appeal.callBack': ({ dice }) =>
    dice.oneIn(3)
      ? { reached: false }
      : {
          reached: true,
          outcome: dice.pick(RATING_OUTCOMES),
          satisfaction: dice.pick(SATISFACTIONS),
          words: '照原话记',
        },
  'appeal.thank': () => ({}),
  'appeal.refer': ({ dice }) => ({ cityNumber: `2026-${dice.pick([1001, 1002])}`, words: '要市里办' }),
}
