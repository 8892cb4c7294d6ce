import type { Input } from '~/types/api'
import type { MISSING_EXPECTATIONS } from './missing-expectations'
import type { Scene } from './people'
import { sends, type Prepare } from './trial'

type State = 'reported' | 'searching' | 'found'

export const reportOf = ({ district, grid }: Pick<Scene, 'district' | 'grid'>): Input<'missing.report'> => ({
  sex: 'male',
  age: 72,
  looks: '深色外套,中等身材',
  travel: 'bicycle',
  place: '村东头小卖部',
  lastSeenAt: new Date(district.clock.now().getTime() - 3_600_000).toISOString(),
  areaCode: grid,
  kinship: 'child',
  contactName: '钱测试',
  contactPhone: '19900001234',
  agreed: true,
})

/** Each case has a reporter that has not reported yet today, who then becomes the scene's submitter. */
async function makeCase(scene: Scene, state: State): Promise<string> {
  const { who, district } = scene
  await district.db
    .updateTable('missing')
    .set({ reportedAt: new Date(0) })
    .where('reporterId', '=', who('submitter').userId)
    .execute()
  const { id } = await who('submitter').call('missing.report', reportOf(scene))
  if (state !== 'reported') {
    await who('town_officer:own').call('missing.verify', { id, words: '电话核实过' })
  }
  if (state === 'found') {
    await who('town_officer:own').call('missing.found', { id, finding: 'found_safe' })
  }
  return id
}

const on =
  (state: State, rest: object = {}): Prepare =>
  async (scene) => ({ input: { id: await makeCase(scene, state), ...rest } })

const sees =
  (state: State): Prepare =>
  async (scene) => ({
    input: {
      id: await makeCase(scene, state),
      self: true,
      seenAt: scene.district.clock.now().toISOString(),
      areaCode: scene.grid,
    },
  })

/** A sighting of somebody who passed by, judged by the district officer or by nobody yet. */
const judges =
  (confirmed: boolean): Prepare =>
  async (scene) => {
    const id = await makeCase(scene, 'searching')
    const { district, who } = scene
    const witness = await district.resident(scene.grid)
    const { input } = await sees('searching')(scene, witness)
    await witness.call('missing.sight', { ...(input as Input<'missing.sight'>), id })
    const { sightings } = await who('town_officer:own').call('missing.info', { id })
    const sightingId = sightings[0]?.id ?? ''
    if (confirmed) {
      await who('town_officer:own').call('missing.confirmSighting', { id, sightingId, confirmed: true })
    }
    return { input: { id, sightingId, confirmed: true } }
  }

type Targets = {
  [A in keyof typeof MISSING_EXPECTATIONS]: Record<keyof (typeof MISSING_EXPECTATIONS)[A], Prepare>
}

export const MISSING_TARGETS: Targets = {
  'missing.report': {
    'for the grid': (scene) => ({ input: reportOf(scene) }),
    'for somebody who telephoned': (scene) => ({ input: { ...reportOf(scene), consent: 'by_phone' } }),
  },
  'missing.verify': { 'a report': on('reported', { words: '电话核实过' }) },
  'missing.info': {
    'a report': on('reported'),
    'a search': on('searching'),
    'one that is over': on('found'),
  },
  'missing.list': {
    near: sends({ list: 'near' }),
    mine: sends({ list: 'mine' }),
    desk: sends({ list: 'desk' }),
  },
  'missing.sight': { 'a report': sees('reported'), 'a search': sees('searching') },
  'missing.confirmSighting': { 'one nobody has looked at': judges(false), 'one that holds': judges(true) },
  'missing.search': { 'a search': on('searching') },
  'missing.found': {
    'a report': on('reported', { finding: 'found_safe' }),
    'a search': on('searching', { finding: 'found_safe' }),
  },
  'missing.cancel': { 'a search': on('searching', { reason: '在亲戚家' }) },
  'missing.extend': { 'a search': on('searching') },
  'missing.reach': { 'a search': on('searching') },
  'missing.call': { 'a report': on('reported'), 'a search': on('searching') },
}
