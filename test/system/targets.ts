import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { ROLE_LEVEL, type Role } from '~/types/roles'
import { areaCodeAt } from '~/types/area'
import { speak, upload } from '../features/voice/support'
import type { Person } from '../support/district'
import type { EXPECTATIONS } from './expectations'
import type { Scene } from './people'
import { SETTING_TARGETS } from './setting-targets'

export interface Trial {
  input: unknown
  /** The group the program is opened from, instead of the one of who asks. */
  opengid?: string
}
/** Makes a fresh thing in the right state, and the input that asks for it. */
export type Prepare = (scene: Scene, asker: Person) => Promise<Trial> | Trial

const sends =
  (input: object): Prepare =>
  () => ({ input })
const asksFor =
  (name: string, digits = 15): Prepare =>
  ({ grid }) => ({ input: { areaCode: grid.slice(0, digits), ...(name !== '' && { list: name }) } })

type Bring = (id: string, who: Scene['who']) => Promise<unknown>
/** How a case gets on, each by those who may. */
const BRING = {
  accepted: (id, who) => who('town_officer:own').call('appeal.accept', { id }),
  async finished(id, who) {
    await BRING.accepted(id, who)
    await who('town_officer:own').call('appeal.finish', {
      id,
      words: '修好了',
      withoutPicture: '没有能拍的东西',
    })
  },
  async shelved(id, who) {
    await BRING.accepted(id, who)
    await who('town_officer:own').call('appeal.shelve', { id, reason: '等开春' })
  },
  /** More time is asked for by who has it. */
  async asked(id, who) {
    await BRING.accepted(id, who)
    const { level } = await who('town_officer:own').call('appeal.info', { id })
    const asker = who(level === 'town' ? 'town_officer:own' : 'grid_worker:own')
    await asker.call('appeal.extend', { id, days: 1, reason: '等材料' })
  },
  dispatched: (id, who) =>
    who('town_officer:own').call('appeal.dispatch', { id, department: 'power', words: '请去看看' }),
  async objected(id, who) {
    await BRING.dispatched(id, who)
    await who('department_officer:own').call('appeal.object', { id, reason: '不归我们' })
  },
  async whistled(id, who) {
    await BRING.accepted(id, who)
    const call = { id, departments: ['power'], words: '请到场' }
    await who('town_officer:own').call('appeal.whistle', { ...call, kind: 'hard' })
  },
  async arrived(id, who) {
    await BRING.whistled(id, who)
    const whistleId = await whistleOf(id, who)
    await who('department_officer:own').call('appeal.arrive', { id, whistleId })
  },
} satisfies Record<string, Bring>

async function whistleOf(id: string, who: Scene['who']): Promise<string> {
  const { whistles } = await who('town_officer:own').call('appeal.info', { id })
  return whistles[0]?.id ?? ''
}

interface Case {
  at?: 'grid' | 'village' | 'town'
  state?: 'submitted' | keyof typeof BRING
  private?: boolean
}

/** A case of the submitter, brought to the level and the state by those who may. */
async function makeCase({ who, grid }: Scene, { at = 'grid', state, ...rest }: Case): Promise<string> {
  const text = '村东头路灯坏了三天'
  const { id } = await who('submitter').call('appeal.submit', {
    text,
    urgency: 'soon',
    areaCode: grid,
    ...rest,
  })
  if (at !== 'grid') {
    await who('grid_worker:own').call('appeal.escalate', { id, to: at, reason: '线路老化' })
  }
  if (state !== undefined && state !== 'submitted') {
    await BRING[state](id, who)
  }
  return id
}
const onCase =
  (wanted: Case, rest: object = {}): Prepare =>
  async (scene) => ({ input: { id: await makeCase(scene, wanted), ...rest } })
/** The same step on a case of the state at each of the levels. */
const onLevels = (state: Case['state'], rest: object = {}) => ({
  'at the grid': onCase({ state }, rest),
  'at the village': onCase({ at: 'village', state }, rest),
  'at the town': onCase({ at: 'town', state }, rest),
})
const onHandled = (rest: object) => ({
  'a public case': onCase({ state: 'finished' }, rest),
  'a private case': onCase({ state: 'finished', private: true }, rest),
})

const onWhistle =
  (state: 'whistled' | 'arrived', rest: object = {}): Prepare =>
  async (scene) => {
    const id = await makeCase(scene, { state })
    return { input: { id, whistleId: await whistleOf(id, scene.who), ...rest } }
  }

/** A case whose words the platform does not pass. */
const onHeld: Prepare = async ({ who, grid }) => {
  const asked = { text: '路灯坏了,测试待审', urgency: 'soon', areaCode: grid } as const
  const { id } = await who('submitter').call('appeal.submit', asked)
  return { input: { id, words: '看过了' } }
}

const uploads: Prepare = async ({ who, district }) => {
  const { pictureId, cloudPath } = await who('submitter').call('picture.prepare', { bytes: 1000 })
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888888' } })
  district.ports.files.set(cloudPath, await image.jpeg().toBuffer())
  return { input: { pictureId } }
}

const speaks: Prepare = async ({ who, district }) => {
  const voiceId = await upload(district, who('submitter'), speak('路灯坏了'))
  return { input: { voiceId, seconds: 5 } }
}

const newMember = async ({ district, grid }: Scene) => (await district.resident(grid)).userId

const onCard: Prepare = async ({ district, grid }) => {
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

/** A department that exists; the people of the scene have brought it. */
const departmentOf = (role: Role) => (role === 'department_officer' ? { departmentCode: 'power' } : {})

const gives =
  (role: Role): Prepare =>
  async (scene) => {
    const areaCode = areaCodeAt(scene.grid, ROLE_LEVEL[role])
    return { input: { userId: await newMember(scene), role, areaCode, ...departmentOf(role) } }
  }

const takes =
  (role: Role): Prepare =>
  async ({ district, grid }) => {
    const { userId } = await district.staff(role, areaCodeAt(grid, ROLE_LEVEL[role]), departmentOf(role))
    const held = district.db.selectFrom('assignment').select('id').where('userId', '=', userId)
    return { input: { id: (await held.executeTakeFirstOrThrow()).id, reason: '换届' } }
  }

const onRoles = (prepare: (role: Role) => Prepare) => ({
  grid_worker: prepare('grid_worker'),
  village_secretary: prepare('village_secretary'),
  town_officer: prepare('town_officer'),
  department_officer: prepare('department_officer'),
  family_doctor: prepare('family_doctor'),
  mediator: prepare('mediator'),
  district_officer: prepare('district_officer'),
  system_administrator: prepare('system_administrator'),
})

const binds =
  (bound: boolean): Prepare =>
  async ({ district, grid, places, who }) => ({
    input: { areaCode: grid, reason: '群里的人都是这个网格的' },
    opengid: bound
      ? await district.group(places.other_grid, who('grid_worker:own'))
      : `group-${randomUUID()}`,
  })

const moves =
  (to: 'other_grid' | 'other_village'): Prepare =>
  async (scene) => ({ input: { userId: await newMember(scene), areaCode: scene.places[to] } })

type Targets = { [A in keyof typeof EXPECTATIONS]: Record<keyof (typeof EXPECTATIONS)[A], Prepare> }

/** How to try every action on everything that is expected of it; the compiler asks for what is missing. */
export const TARGETS: Targets = {
  'area.search': { anything: sends({ words: '网格' }) },
  'area.list': { anything: sends({}) },
  'me.enter': { anything: sends({}) },
  'me.update': { oneself: sends({ name: '新名字' }) },
  'me.consent': { oneself: sends({ version: 1 }) },
  'me.export': { oneself: sends({}) },
  'me.remove': { oneself: sends({ confirm: true }) },
  'membership.choose': {
    'this grid': ({ grid }) => ({ input: { areaCode: grid } }),
    'another grid': ({ places }) => ({ input: { areaCode: places.other_grid } }),
  },
  'membership.list': {
    'the grid': asksFor(''),
    'the village': asksFor('', 12),
    'the district': asksFor('', 6),
  },
  'membership.confirm': {
    'a member': async (scene) => ({ input: { userId: await newMember(scene) } }),
  },
  'membership.move': {
    'inside the village': moves('other_grid'),
    'out of the village': moves('other_village'),
  },
  'group.bind': { 'a new group': binds(false), 'a group of another grid': binds(true) },
  'assignment.list': { 'the grid': asksFor(''), 'the town': asksFor('', 9) },
  'assignment.give': {
    ...onRoles(gives),
    'at the wrong level': async (scene) => ({
      input: { userId: await newMember(scene), role: 'village_secretary', areaCode: scene.grid },
    }),
    'to oneself': ({ grid }, { userId }) => ({
      input: { userId: userId || randomUUID(), role: 'grid_worker', areaCode: grid },
    }),
  },
  'assignment.end': onRoles(takes),
  'picture.prepare': { anything: sends({ bytes: 1000 }) },
  'picture.finish': { 'an upload': uploads },
  'voice.prepare': { anything: sends({ bytes: 1000 }) },
  'voice.finish': { 'a recording': speaks },
  'feed.list': { 'the grid': asksFor('') },
  'delivery.mine': { anything: sends({}) },
  'delivery.markShared': { 'a card': onCard },
  'appeal.suggest': { anything: sends({ text: '路灯坏了' }) },
  'appeal.submit': {
    'for the grid': ({ grid }) => ({ input: { text: '路灯坏了', urgency: 'soon', areaCode: grid } }),
  },
  'appeal.info': {
    'one nobody has looked at': onCase({ state: 'submitted' }),
    'an accepted one': onCase({ state: 'accepted' }),
    'one at the town': onCase({ at: 'town' }),
    'a private one': onCase({ state: 'accepted', private: true }),
    'a dispatched one': onCase({ state: 'dispatched' }),
  },
  'appeal.list': {
    mine: sends({ list: 'mine' }),
    'the grid': asksFor('area'),
    'the town': asksFor('area', 9),
    workbench: sends({ list: 'workbench' }),
  },
  'appeal.accept': onLevels('submitted'),
  'appeal.answer': onLevels('submitted', { words: '可以去村委会领' }),
  'appeal.escalate': {
    'at the grid': onCase({}, { to: 'village', reason: '线路老化' }),
    'at the village': onCase({ at: 'village' }, { to: 'town', reason: '线路老化' }),
  },
  'appeal.finish': onLevels('accepted', { words: '修好了', withoutPicture: '没有能拍的东西' }),
  'appeal.call': onLevels('accepted'),
  'appeal.supplement': {
    'one nobody has looked at': onCase({ state: 'submitted' }, { words: '还在闪' }),
    'an accepted one': onCase({ state: 'accepted' }, { words: '还在闪' }),
    'one at the town': onCase({ at: 'town' }, { words: '还在闪' }),
  },
  'appeal.similar': { anything: sends({ text: '路灯坏了' }) },
  'appeal.join': {
    'an accepted one': onCase({ state: 'accepted' }),
    'a private one': onCase({ state: 'accepted', private: true }),
  },
  'appeal.urge': { 'an accepted one': onCase({ state: 'accepted' }) },
  'appeal.withdraw': { 'an accepted one': onCase({ state: 'accepted' }) },
  'appeal.capture': {
    'for the grid': ({ grid }) => ({
      input: { text: '群里说路灯坏了', urgency: 'soon', areaCode: grid, consent: 'in_group' },
    }),
  },
  'appeal.triage': {
    'at the grid': onCase({}, { outcome: 'explained', words: '已经解释清楚' }),
    'at the town': onCase({ at: 'town' }, { outcome: 'explained', words: '已经解释清楚' }),
  },
  'appeal.dispatch': { 'at the grid': onCase({}, { department: 'power', words: '请去看看' }) },
  'appeal.object': {
    'a dispatched one': onCase({ state: 'dispatched' }, { reason: '不归我们' }),
    'a whistle': onWhistle('whistled', { reason: '不归我们' }),
  },
  'appeal.decideObjection': {
    'an objected one': onCase({ state: 'objected' }, { upheld: false, words: '归你们' }),
  },
  'appeal.whistle': {
    'an accepted one': onCase(
      { state: 'accepted' },
      { kind: 'hard', departments: ['power'], words: '请到场' },
    ),
  },
  'appeal.arrive': { 'a whistle': onWhistle('whistled') },
  'appeal.release': { 'a whistle': onWhistle('arrived', { useful: 4 }) },
  'appeal.extend': {
    'at the grid': onCase({ state: 'accepted' }, { days: 1, reason: '等材料' }),
    'at the town': onCase({ at: 'town', state: 'accepted' }, { days: 1, reason: '等材料' }),
  },
  'appeal.decideExtension': {
    'asked by the grid': onCase({ state: 'asked' }, { granted: true, words: '同意' }),
    'asked by the town': onCase({ at: 'town', state: 'asked' }, { granted: true, words: '同意' }),
  },
  'appeal.shelve': {
    'at the grid': onCase({ state: 'accepted' }, { reason: '等开春' }),
    'at the town': onCase({ at: 'town', state: 'accepted' }, { reason: '等开春' }),
  },
  'appeal.review': { 'a shelved one': onCase({ state: 'shelved' }, { resume: true, words: '可以办了' }) },
  'appeal.handOver': {
    'an accepted one': async (scene) => {
      const { userId } = await scene.district.staff('grid_worker', scene.grid)
      const id = await makeCase(scene, { state: 'accepted' })
      return { input: { id, userId, reason: '我休假' } }
    },
  },
  'appeal.pass': { 'a held one': onHeld },
  'appeal.helpers': {
    'an accepted one': onCase({ state: 'accepted' }),
    'a dispatched one': onCase({ state: 'dispatched' }),
  },
  ...SETTING_TARGETS,
  'appeal.callBack': {
    'one of the grid': onCase({ state: 'finished' }, { reached: false }),
    'one of the town': onCase({ at: 'town', state: 'finished' }, { reached: false }),
  },
  'appeal.thank': { 'a finished one': onCase({ state: 'finished' }) },
  'appeal.rate': onHandled({ outcome: 'solved', satisfaction: 'satisfied' }),
  'appeal.reopen': onHandled({ reason: '又坏了' }),
}
