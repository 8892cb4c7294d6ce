import type { HelpAskInput } from '~/types/help'
import { NO_ID } from '../support/records'
import type { HELP_EXPECTATIONS } from './help-expectations'
import type { Scene } from './people'
import { sends, type Prepare } from './trial'

const LADDER = { text: '想借一把梯子换灯泡', kind: 'lend', part: 'any', way: 'first' } as const

type Bring = (id: string, scene: Scene) => Promise<unknown>
/** How a request gets on, each by those who may. */
const BRING = {
  async taken(id, { who }) {
    await who('resident:own:worker').call('help.take', { id })
  },
  async done(id, scene) {
    await BRING.taken(id, scene)
    await scene.who('submitter').call('help.done', { id })
    await scene.who('resident:own:worker').call('help.done', { id })
  },
  cancelled: (id, { who }) => who('submitter').call('help.cancel', { id }),
  reported: async (id, { district, grid }) =>
    (await district.resident(grid)).call('help.report', { id, kind: 'other', words: '不对劲' }),
  /** Taken by somebody who is not tried, since a block lasts. */
  takenByOther: async (id, { district, grid }) => (await district.resident(grid)).call('help.take', { id }),
  village: (id, scene) => reach(id, scene, 12),
  town: (id, scene) => reach(id, scene, 9),
} satisfies Record<string, Bring>

/** As the clock would have it by now. */
const reach = (id: string, { district: { db }, grid }: Scene, digits: number) =>
  db
    .updateTable('help')
    .set({ reachCode: grid.slice(0, digits) })
    .where('id', '=', id)
    .execute()

async function ask(scene: Scene, change: Partial<HelpAskInput>, state?: keyof typeof BRING): Promise<string> {
  const { id } = await scene.who('submitter').call('help.ask', { ...LADDER, ...change })
  // Yesterday's requests do not count towards the most of a day; the trials need many.
  const { db, clock } = scene.district
  const askedAt = new Date(clock.now().getTime() - 2 * 86_400_000)
  await db.updateTable('help').set({ askedAt }).where('id', '=', id).execute()
  if (state !== undefined) {
    await BRING[state](id, scene)
  }
  return id
}
const onHelp =
  (state?: keyof typeof BRING, rest: object = {}, change: Partial<HelpAskInput> = {}): Prepare =>
  async (scene) => ({ input: { id: await ask(scene, change, state), ...rest } })
const HELD = { text: '想借一把梯子,测试待审' }

const onThread =
  (rest: object = {}): Prepare =>
  async (scene) => ({ input: { target: { kind: 'help', id: await ask(scene, {}) }, ...rest } })
const onPost =
  (words: string, rest: object = {}): Prepare =>
  async (scene) => {
    const target = { kind: 'help', id: await ask(scene, {}) } as const
    const { id } = await scene.who('submitter').call('thread.post', { target, words })
    return { input: { id, ...rest } }
  }

type Targets = {
  [A in keyof typeof HELP_EXPECTATIONS]: Record<keyof (typeof HELP_EXPECTATIONS)[A], Prepare>
}

export const HELP_TARGETS: Targets = {
  'help.ask': { 'for oneself': sends(LADDER) },
  'help.list': {
    near: sends({ list: 'near' }),
    mine: sends({ list: 'mine' }),
    care: sends({ list: 'care' }),
  },
  'help.info': {
    'an open one': onHelp(),
    'one that reaches the village': onHelp('village'),
    'one that reaches the town': onHelp('town'),
    'a held one': onHelp(undefined, {}, HELD),
    'a cancelled one': onHelp('cancelled'),
  },
  'help.take': { 'an open one': onHelp() },
  'help.offer': { 'one to choose for': onHelp(undefined, {}, { way: 'choose' }) },
  'help.choose': {
    'one with an offer': async (scene) => {
      const id = await ask(scene, { way: 'choose' })
      const { offers } = await scene.who('resident:own').call('help.offer', { id })
      return { input: { id, offerId: offers[0]?.id } }
    },
  },
  'help.done': { 'a taken one': onHelp('taken') },
  'help.thank': { 'a done one': onHelp('done', { words: '谢谢您', shared: true }) },
  'help.cancel': { 'an open one': onHelp(), 'a taken one': onHelp('taken') },
  'help.call': { 'a taken one': onHelp('taken') },
  'help.report': { 'an open one': onHelp(undefined, { kind: 'other', words: '不对劲' }) },
  'help.attend': { 'an open one': onHelp() },
  'help.handle': { 'a reported one': onHelp('reported', { words: '问过了,没事' }) },
  'help.pass': { 'a held one': onHelp(undefined, { words: '看过了' }, HELD) },
  'help.block': { 'a taken one': onHelp('takenByOther') },
  'help.able': { oneself: sends({ kinds: ['ride'], times: [], reach: 'village' }) },
  'help.ables': { anything: sends({}) },
  'thread.list': { 'under an open one': onThread() },
  'thread.post': { 'under an open one': onThread({ words: '我家有' }) },
  'thread.hide': { 'words of the asker': onPost('就在门口', { words: '跑题了' }) },
  'thread.report': { 'words of the asker': onPost('就在门口', { kind: 'rude' }) },
  'thread.pass': { 'held words': onPost('就在门口,测试待审', { words: '看过了' }) },
  'thread.block': { 'words of the asker': onPost('就在门口') },
  'block.list': { anything: sends({}) },
  'block.remove': { 'one that is not there': sends({ id: NO_ID }) },
}
