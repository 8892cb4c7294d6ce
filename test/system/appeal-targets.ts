import type { APPEAL_EXPECTATIONS } from './appeal-expectations'
import type { Scene } from './people'
import type { Person } from '../support/district'
import { asksFor, sends, type Prepare } from './trial'

type Bring = (id: string, who: Scene['who']) => Promise<unknown>
const STAFF = { grid: 'grid_worker:own', village: 'village_secretary:own', town: 'town_officer:own' } as const
/** Who works at the level where the case lies; whoever else acted for it would take it over. */
async function staffOf(id: string, who: Scene['who']): Promise<Person> {
  const { level } = await who('town_officer:own').call('appeal.info', { id })
  return who(STAFF[level])
}

/** How a case gets on, each by those who may. */
const BRING = {
  accepted: async (id, who) => (await staffOf(id, who)).call('appeal.accept', { id }),
  async finished(id, who) {
    await BRING.accepted(id, who)
    const staff = await staffOf(id, who)
    await staff.call('appeal.finish', {
      id,
      words: '修好了',
      withoutPicture: '没有能拍的东西',
    })
  },
  async shelved(id, who) {
    await BRING.accepted(id, who)
    await (await staffOf(id, who)).call('appeal.shelve', { id, reason: '等开春' })
  },
  /** More time is asked for by who has it. */
  async asked(id, who) {
    await BRING.accepted(id, who)
    await (await staffOf(id, who)).call('appeal.extend', { id, days: 1, reason: '等材料' })
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

type Targets = {
  [A in keyof typeof APPEAL_EXPECTATIONS]: Record<keyof (typeof APPEAL_EXPECTATIONS)[A], Prepare>
}

export const APPEAL_TARGETS: Targets = {
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
  'appeal.contact': onLevels('accepted', { by: 'by_phone' }),
  'appeal.supplement': {
    'one nobody has looked at': onCase({ state: 'submitted' }, { words: '还在闪' }),
    'an accepted one': onCase({ state: 'accepted' }, { words: '还在闪' }),
    'one at the town': onCase({ at: 'town' }, { words: '还在闪' }),
  },
  'appeal.month': { 'of any village': ({ grid }) => ({ input: { areaCode: grid.slice(0, 12) } }) },
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
  'appeal.callBack': {
    'one of the grid': onCase({ state: 'finished' }, { reached: false }),
    'one of the town': onCase({ at: 'town', state: 'finished' }, { reached: false }),
  },
  'appeal.thank': { 'a finished one': onCase({ state: 'finished' }) },
  'appeal.refer': {
    'an accepted one': onCase({ state: 'accepted' }, { cityNumber: '20261125000123', words: '要市里办' }),
  },
  'appeal.rate': onHandled({ outcome: 'solved', satisfaction: 'satisfied' }),
  'appeal.reopen': onHandled({ reason: '又坏了' }),
}
