import sharp from 'sharp'
import { randomUUID } from 'node:crypto'
import type { Action } from '~/types/api'
import type { District, Person } from '../support/district'
import { WHO, type Who } from './people'

/** What an action is tried on. */
export interface Scene {
  district: District
  grid: string
  people: Map<Who, Person>
  who(who: Who): Person
}
interface Trial {
  input: unknown
  /** The group the program is opened from. */
  opengid?: string
}
/** Who may, written down by hand and independent of the code; and a fresh thing, in the right state, to try it on. */
export interface Row {
  /** Shown when an action is tried on several things. */
  on?: string
  may: readonly Who[]
  /** The act may still fail for another reason than who asks: not introduced yet, confirmed by the worker. */
  lenient?: boolean
  prepare(scene: Scene): Promise<Trial> | Trial
}

const EVERYBODY = WHO
const HANDLERS: Who[] = ['grid_worker:own', 'village_secretary:own', 'town_officer:own']
const VIEWERS: Who[] = [...HANDLERS, 'district_officer:own']
const NEIGHBOURS: Who[] = ['resident:own', 'resident:own:self', 'resident:own:worker']
const GRID_STAFF: Who[] = ['grid_worker:own', 'village_secretary:own']
const APPOINTERS: Who[] = ['village_secretary:own', 'town_officer:own']
const OVERSEERS: Who[] = [...APPOINTERS, 'district_officer:own', 'system_administrator:own']
const SHARERS = WHO.filter((who) => /^(grid_worker|village_secretary):(?!ended)/.test(who))
const LED: Who[] = ['department_officer:own']
const SUBMITTER: Who[] = ['submitter']
const anything = () => ({ input: {} })

type State =
  | 'submitted'
  | 'accepted'
  | 'finished'
  | 'dispatched'
  | 'objected'
  | 'shelved'
  | 'whistled'
  | 'arrived'
  | 'asked'
/** A case of the submitter in the given state. */
async function caseIn({ who, grid }: Scene, state: State, isPrivate = false): Promise<string> {
  const { id } = await who('submitter').call('appeal.submit', {
    text: '村东头路灯坏了三天',
    urgency: 'soon',
    areaCode: grid,
    private: isPrivate,
  })
  const town = who('town_officer:own')
  if (state === 'dispatched' || state === 'objected') {
    await town.call('appeal.dispatch', { id, department: 'power', words: '请去看看' })
  } else if (state !== 'submitted') {
    await who('grid_worker:own').call('appeal.accept', { id })
  }
  if (state === 'objected') {
    await who('department_officer:own').call('appeal.object', { id, reason: '不归我们' })
  }
  if (state === 'shelved') {
    await who('grid_worker:own').call('appeal.shelve', { id, reason: '等开春' })
  }
  if (state === 'asked') {
    await who('grid_worker:own').call('appeal.extend', { id, days: 1, reason: '等材料' })
  }
  if (state === 'whistled' || state === 'arrived') {
    await town.call('appeal.whistle', { id, kind: 'hard', departments: ['power'], words: '请到场' })
  }
  if (state === 'finished') {
    await who('grid_worker:own').call('appeal.finish', { id, words: '修好了' })
  }
  return id
}
const onCase =
  (state: State, rest: object = {}, isPrivate = false) =>
  async (scene: Scene) => ({ input: { id: await caseIn(scene, state, isPrivate), ...rest } })

/** The whistle of a case, blown or arrived. */
const onWhistle =
  (state: 'whistled' | 'arrived', rest: object = {}) =>
  async (scene: Scene) => {
    const id = await caseIn(scene, state)
    const { whistles } = await scene.who('town_officer:own').call('appeal.info', { id })
    const whistleId = whistles[0]?.id ?? ''
    if (state === 'arrived') {
      await scene.who('department_officer:own').call('appeal.arrive', { id, whistleId })
    }
    return { input: { id, whistleId, ...rest } }
  }

async function uploaded({ who, district }: Scene): Promise<Trial> {
  const { pictureId, cloudPath } = await who('submitter').call('picture.prepare', { bytes: 1000 })
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888888' } })
  district.ports.files.set(cloudPath, await image.jpeg().toBuffer())
  return { input: { pictureId } }
}

async function newMember({ district, grid }: Scene): Promise<string> {
  return (await district.resident(grid)).userId
}

async function card({ district, grid }: Scene): Promise<Trial> {
  const id = randomUUID()
  const words = { title: '路灯', body: '', label: '办结', path: 'pages/home/index' } as const
  const none = { sharedBy: null, sharedAt: null, arrivedAt: null }
  const row = { ...words, ...none, id, eventKey: id, areaCode: grid, createdAt: district.clock.now() }
  await district.db
    .insertInto('delivery')
    .values({ ...row, channel: 'share', tone: 'good' })
    .execute()
  return { input: { id } }
}

async function heldRole({ district, grid }: Scene): Promise<Trial> {
  const { userId } = await district.staff('grid_worker', grid)
  const held = district.db.selectFrom('assignment').select('id').where('userId', '=', userId)
  return { input: { id: (await held.executeTakeFirstOrThrow()).id, reason: '换届' } }
}

/** Every action; the compiler asks for a row as soon as there is a new one. */
export const MATRIX: Record<Action, readonly Row[]> = {
  'area.search': [{ may: EVERYBODY, prepare: () => ({ input: { words: '网格' } }) }],
  'area.list': [{ may: EVERYBODY, prepare: anything }],
  'me.enter': [{ may: EVERYBODY, prepare: anything }],
  'me.update': [{ may: EVERYBODY, lenient: true, prepare: () => ({ input: { name: '新名字' } }) }],
  'me.consent': [{ may: EVERYBODY, prepare: () => ({ input: { version: 1 } }) }],
  'me.export': [{ may: EVERYBODY, prepare: anything }],
  'membership.choose': [
    { may: EVERYBODY, lenient: true, prepare: ({ grid }) => ({ input: { areaCode: grid } }) },
  ],
  'membership.list': [
    {
      may: [...GRID_STAFF, 'town_officer:own', 'district_officer:own', 'system_administrator:own'],
      prepare: ({ grid }) => ({ input: { areaCode: grid } }),
    },
  ],
  'membership.confirm': [
    { may: GRID_STAFF, prepare: async (scene) => ({ input: { userId: await newMember(scene) } }) },
  ],
  'membership.move': [
    {
      may: GRID_STAFF,
      prepare: async (scene) => ({
        input: { userId: await newMember(scene), areaCode: scene.district.newGrid() },
      }),
    },
  ],
  'group.bind': [
    {
      may: GRID_STAFF,
      prepare: ({ grid }) => ({ input: { areaCode: grid }, opengid: `group-${randomUUID()}` }),
    },
  ],
  'assignment.list': [{ may: OVERSEERS, prepare: ({ grid }) => ({ input: { areaCode: grid } }) }],
  'assignment.give': [
    {
      may: APPOINTERS,
      prepare: async (scene) => ({
        input: { userId: await newMember(scene), role: 'grid_worker', areaCode: scene.grid },
      }),
    },
    {
      on: 'a district officer',
      may: ['system_administrator:own'],
      prepare: async (scene) => ({
        input: { userId: await newMember(scene), role: 'district_officer', areaCode: scene.grid.slice(0, 6) },
      }),
    },
  ],
  'assignment.end': [{ may: APPOINTERS, prepare: heldRole }],
  'picture.prepare': [{ may: EVERYBODY, prepare: () => ({ input: { bytes: 1000 } }) }],
  'picture.finish': [{ may: SUBMITTER, prepare: uploaded }],
  'feed.list': [
    {
      may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS],
      prepare: ({ grid }) => ({ input: { areaCode: grid } }),
    },
  ],
  'delivery.mine': [{ may: SHARERS, prepare: anything }],
  'delivery.markShared': [{ may: GRID_STAFF, prepare: card }],
  'appeal.suggest': [{ may: EVERYBODY, prepare: () => ({ input: { text: '路灯坏了' } }) }],
  'appeal.submit': [
    {
      may: EVERYBODY,
      lenient: true,
      prepare: ({ grid }) => ({ input: { text: '路灯坏了', urgency: 'soon', areaCode: grid } }),
    },
  ],
  'appeal.info': [
    { on: 'a fresh one', may: [...SUBMITTER, ...VIEWERS], prepare: onCase('submitted') },
    { on: 'an accepted one', may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS], prepare: onCase('accepted') },
    {
      on: 'a dispatched one',
      may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS, ...LED],
      prepare: onCase('dispatched'),
    },
    { on: 'a private one', may: [...SUBMITTER, ...VIEWERS], prepare: onCase('accepted', {}, true) },
  ],
  'appeal.list': [
    { on: 'my own', may: EVERYBODY, prepare: () => ({ input: { list: 'mine' } }) },
    { on: 'an area', may: VIEWERS, prepare: ({ grid }) => ({ input: { list: 'area', areaCode: grid } }) },
    {
      on: 'the workbench',
      may: WHO.filter((who) =>
        /^(grid_worker|village_secretary|(town|department|district)_officer):(?!ended)/.test(who),
      ),
      prepare: () => ({ input: { list: 'workbench' } }),
    },
  ],
  'appeal.accept': [{ may: HANDLERS, prepare: onCase('submitted') }],
  'appeal.answer': [{ may: HANDLERS, prepare: onCase('submitted', { words: '可以去村委会领' }) }],
  'appeal.escalate': [{ may: HANDLERS, prepare: onCase('submitted', { to: 'town', reason: '线路老化' }) }],
  'appeal.finish': [{ may: HANDLERS, prepare: onCase('accepted', { words: '修好了' }) }],
  'appeal.call': [{ may: HANDLERS, prepare: onCase('accepted') }],
  'appeal.supplement': [
    { may: [...SUBMITTER, ...HANDLERS], prepare: onCase('accepted', { words: '还在闪' }) },
  ],
  'appeal.rate': [
    { may: SUBMITTER, prepare: onCase('finished', { outcome: 'solved', satisfaction: 'satisfied' }) },
  ],
  'appeal.reopen': [{ may: SUBMITTER, prepare: onCase('finished', { reason: '又坏了' }) }],
  'appeal.similar': [{ may: EVERYBODY, prepare: () => ({ input: { text: '路灯坏了' } }) }],
  'appeal.join': [{ may: NEIGHBOURS, prepare: onCase('accepted') }],
  'appeal.urge': [{ may: SUBMITTER, prepare: onCase('accepted') }],
  'appeal.withdraw': [{ may: SUBMITTER, prepare: onCase('accepted') }],
  'appeal.capture': [
    {
      may: HANDLERS,
      prepare: ({ grid }) => ({
        input: { text: '群里说路灯坏了', urgency: 'soon', areaCode: grid, consent: 'in_group' },
      }),
    },
  ],
  'appeal.triage': [
    { may: HANDLERS, prepare: onCase('submitted', { outcome: 'explained', words: '已经解释清楚' }) },
  ],
  'appeal.dispatch': [
    {
      may: ['town_officer:own'],
      prepare: onCase('submitted', { department: 'power', words: '请去看看' }),
    },
  ],
  'appeal.object': [{ may: LED, prepare: onCase('dispatched', { reason: '不归我们' }) }],
  'appeal.decideObjection': [
    { may: ['district_officer:own'], prepare: onCase('objected', { upheld: false, words: '归你们' }) },
  ],
  'appeal.whistle': [
    {
      may: ['town_officer:own'],
      prepare: onCase('accepted', { kind: 'hard', departments: ['power'], words: '请到场' }),
    },
  ],
  'appeal.arrive': [{ may: LED, prepare: onWhistle('whistled') }],
  'appeal.release': [{ may: ['town_officer:own'], prepare: onWhistle('arrived', { useful: 4 }) }],
  'appeal.extend': [{ may: HANDLERS, prepare: onCase('accepted', { days: 1, reason: '等材料' }) }],
  'appeal.decideExtension': [
    {
      may: ['town_officer:own', 'district_officer:own'],
      prepare: onCase('asked', { granted: true, words: '同意' }),
    },
  ],
  'appeal.shelve': [{ may: HANDLERS, prepare: onCase('accepted', { reason: '等开春' }) }],
  'appeal.review': [{ may: HANDLERS, prepare: onCase('shelved', { resume: true, words: '可以办了' }) }],
  'appeal.handOver': [
    {
      may: HANDLERS,
      prepare: async (scene) => {
        const { userId } = await scene.district.staff('grid_worker', scene.grid)
        return { input: { id: await caseIn(scene, 'accepted'), userId, reason: '我休假' } }
      },
    },
  ],
  'appeal.pass': [
    {
      may: HANDLERS,
      prepare: async (scene) => {
        const id = await caseIn(scene, 'accepted')
        await scene.district.db.updateTable('appeal').set({ content: 'held' }).where('id', '=', id).execute()
        return { input: { id, words: '看过了' } }
      },
    },
  ],
  'appeal.helpers': [
    { may: VIEWERS, prepare: onCase('accepted') },
    { on: 'a dispatched one', may: [...VIEWERS, ...LED], prepare: onCase('dispatched') },
  ],
  'me.remove': [{ may: EVERYBODY, lenient: true, prepare: () => ({ input: { confirm: true } }) }],
}
