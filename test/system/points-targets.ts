import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { creditDeed } from '~/cloudfunctions/features/points/earning'
import type { ManualPointsRule } from '~/types/points'
import type { POINTS_EXPECTATIONS } from './points-expectations'
import type { Scene, Who } from './people'
import { sends, type Prepare } from './trial'

interface Made {
  by?: Who
  /** From ten points on it waits for a second person. */
  rule?: ManualPointsRule
}

async function makeAward({ district, grid, who }: Scene, made: Made = {}): Promise<string> {
  const { by = 'grid_worker:own', rule = 'responsibility' } = made
  const { userId } = await district.resident(grid)
  const input = { requestId: randomUUID(), userId, rule, words: '汛期夜里巡查' }
  return (await who(by).call('points.propose', input)).id
}

const onAward =
  (made: Made, rest: object = {}): Prepare =>
  async (scene) => ({ input: { id: await makeAward(scene, made), ...rest } })

const onObjected: Prepare = async (scene) => {
  const id = await makeAward(scene, { rule: 'clean_up' })
  await (await scene.district.resident(scene.grid)).call('points.object', { id, reason: '那天没有来' })
  return { input: { id, upheld: true, words: '核实了' } }
}

const onCredited: Prepare = async (scene) => {
  const id = await makeAward(scene, { rule: 'clean_up' })
  const { db, clock } = scene.district
  await db.updateTable('pointsAward').set({ publishedUntil: clock.now() }).where('id', '=', id).execute()
  await scene.district.runJobs()
  return { input: { id, reason: '记错人了' } }
}

const SOAP = { name: '洗衣液', price: 1, add: 50, shown: true }
const offers = ({ who }: Scene) => who('village_secretary:own').call('points.offer', SOAP)

/** Points that come from nowhere else than a deed. */
const earn = ({ district }: Scene, userId: string) =>
  district.db
    .transaction()
    .execute((db) =>
      creditDeed(
        { db, now: district.clock.now(), newId: uuidv7 },
        { rule: 'turned_up', userId, sourceType: 'test', sourceId: randomUUID(), words: '' },
      ),
    )

const why = { reason: '再核实一下' }

type Targets = {
  [A in keyof typeof POINTS_EXPECTATIONS]: Record<keyof (typeof POINTS_EXPECTATIONS)[A], Prepare>
}

export const POINTS_TARGETS: Targets = {
  'points.account': { 'the own one': sends({}) },
  'points.rules': { anything: sends({}) },
  'points.published': { 'of the own village': sends({}) },
  'points.awards': { 'those that wait': sends({ list: 'waiting' }) },
  'points.goods': { 'of the own village': sends({}) },
  'points.offer': {
    'something new': sends(SOAP),
    'something of the village': async (scene) => {
      const { id, version } = await offers(scene)
      return { input: { ...SOAP, id, version } }
    },
  },
  'points.redeem': {
    'something of the village': async (scene) => ({
      input: { requestId: randomUUID(), goodsId: (await offers(scene)).id },
    }),
    'with points': async (scene) => {
      await earn(scene, scene.who('submitter').userId)
      return { input: { requestId: randomUUID(), goodsId: (await offers(scene)).id } }
    },
  },
  'points.collect': {
    'of the village': async (scene) => {
      const person = await scene.district.resident(scene.grid)
      await earn(scene, person.userId)
      const order = { requestId: randomUUID(), goodsId: (await offers(scene)).id }
      return { input: { code: (await person.call('points.redeem', order)).code } }
    },
  },
  'points.propose': {
    'for a member of the grid': async ({ district, grid }) => ({
      input: {
        requestId: randomUUID(),
        userId: (await district.resident(grid)).userId,
        rule: 'clean_up',
        words: '扫了村口',
      },
    }),
  },
  'points.approve': {
    'one of the grid worker': onAward({}),
    'one of the village': onAward({ by: 'village_secretary:own' }),
  },
  'points.refuse': {
    'one of the grid worker': onAward({}, why),
    'one of the village': onAward({ by: 'village_secretary:own' }, why),
  },
  'points.object': {
    'a published one': onAward({ rule: 'clean_up' }, why),
    'one that waits': onAward({}, why),
  },
  'points.decideObjection': { 'an objection to the grid worker': onObjected },
  'points.reverse': { 'one of the grid worker': onCredited },
}
