import { randomUUID } from 'node:crypto'
import type { Person } from '../support/district'
import type { Scene } from './people'
import type { Prepare } from './trial'

const newest = ({ district: { db } }: Scene) =>
  db
    .selectFrom('setting')
    .selectAll()
    .where('name', '=', 'appeal.keywords')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/** One word more, which nobody writes: what is approved here changes nothing for the tests that follow. */
const newValue = ({ value }: { value: unknown }) => ({
  ...(value as Record<string, string[]>),
  other: [randomUUID().slice(0, 8)],
})

/** Nothing waits for a second person. */
const clear = ({ district }: Scene) =>
  district.db.deleteFrom('settingProposal').where('decidedAt', 'is', null).execute()

async function makeProposal(scene: Scene, { userId }: Person): Promise<string> {
  await clear(scene)
  const { db, clock } = scene.district
  const before = await newest(scene)
  const { id } = await db
    .insertInto('settingProposal')
    .values({
      id: randomUUID(),
      name: 'appeal.keywords',
      value: JSON.stringify(newValue(before)),
      baseVersion: before.version,
      reason: '试一试',
      proposedBy: userId,
      proposedAt: clock.now(),
      decidedBy: null,
      decidedAt: null,
      approved: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const onProposal = (more: object = {}): Record<'of a colleague' | 'of oneself', Prepare> => ({
  'of a colleague': async (scene) => {
    const colleague = await scene.district.staff('district_officer', scene.grid.slice(0, 6))
    return { input: { id: await makeProposal(scene, colleague), ...more } }
  },
  // Who has never opened the program has proposed nothing.
  'of oneself': async (scene, asker) => ({
    input: {
      id: await makeProposal(scene, asker.userId === '' ? scene.who('submitter') : asker),
      ...more,
    },
  }),
})

export const SETTING_TARGETS = {
  'setting.list': { anything: () => ({ input: {} }) },
  'setting.propose': {
    'one that nothing waits for': async (scene: Scene) => {
      await clear(scene)
      const value = newValue(await newest(scene))
      return { input: { name: 'appeal.keywords', value, reason: '试一试' } }
    },
  },
  'setting.approve': onProposal(),
  'setting.refuse': onProposal({ words: '再想想' }),
} satisfies Record<string, Record<string, Prepare>>
