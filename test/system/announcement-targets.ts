import type { Input } from '~/types/api'
import type { ANNOUNCEMENT_EXPECTATIONS } from './announcement-expectations'
import type { Scene, Who } from './people'
import { sends, type Prepare } from './trial'

const DAY_MS = 86_400_000
type Made = Input<'announcement.create'>

const words = ({ district, grid }: Scene, more: Partial<Made> = {}): Made => ({
  areaCode: grid,
  audience: 'everyone',
  urgency: 'ordinary',
  title: '明天停水',
  words: '明天上午八点到十点停水',
  answer: 'received',
  expiresAt: new Date(district.clock.now().getTime() + DAY_MS).toISOString(),
  ...more,
})
const writes = async (scene: Scene, more: Partial<Made> = {}, by: Who = 'grid_worker:own') =>
  (await scene.who(by).call('announcement.create', words(scene, more))).id
async function publishes(scene: Scene, more: Partial<Made> = {}, by: Who = 'grid_worker:own') {
  const id = await writes(scene, more, by)
  await scene.who(by).call('announcement.publish', { id })
  return id
}
const weekly = ({ district }: Scene): Made['series'] => ({
  ...{ every: 'week', days: [1], at: '08:00' },
  until: new Date(district.clock.now().getTime() + 30 * DAY_MS).toISOString().slice(0, 10),
})
const villageOf = ({ grid }: Scene) => grid.slice(0, 12)
const forVillage = (scene: Scene) => publishes(scene, { areaCode: villageOf(scene) }, 'village_secretary:own')
const onOne =
  (make: (scene: Scene) => Promise<string>, more: (scene: Scene) => object = () => ({})): Prepare =>
  async (scene) => ({ input: { id: await make(scene), ...more(scene) } })
const published = (scene: Scene) => publishes(scene)
const forWorkers = (scene: Scene) => publishes(scene, { audience: 'workers' })

type Targets = {
  [A in keyof typeof ANNOUNCEMENT_EXPECTATIONS]: Record<keyof (typeof ANNOUNCEMENT_EXPECTATIONS)[A], Prepare>
}

export const ANNOUNCEMENT_TARGETS: Targets = {
  'announcement.create': {
    'for the grid': (scene) => ({ input: words(scene) }),
    'for the village': (scene) => ({ input: words(scene, { areaCode: villageOf(scene) }) }),
    'for the district': (scene) => ({ input: words(scene, { areaCode: scene.grid.slice(0, 6) }) }),
  },
  'announcement.approve': {
    'an emergency of the grid': onOne(
      (scene) => writes(scene, { urgency: 'emergency' }),
      () => ({ approved: true }),
    ),
  },
  'announcement.publish': { 'one of the grid': onOne((scene) => writes(scene)) },
  'announcement.info': {
    'one that is not out': onOne((scene) => writes(scene)),
    'one for the grid': onOne(published),
    'one for the village': onOne(forVillage),
    'one for workers': onOne(forWorkers),
  },
  'announcement.list': {
    'of the own grid': sends({ list: 'grid' }),
    'of the own places': sends({ list: 'staff' }),
  },
  'announcement.reach': {
    'one for the grid': onOne(published),
    'one for the village': onOne(forVillage),
    'the village of one for the village': onOne(forVillage, (scene) => ({ areaCode: villageOf(scene) })),
  },
  'announcement.unreached': {
    'the grid of one for the village': onOne(forVillage, ({ grid }) => ({ areaCode: grid })),
  },
  'announcement.answer': { 'one for the grid': onOne(published), 'one for workers': onOne(forWorkers) },
  'announcement.remind': { 'one for the grid': onOne(published) },
  'announcement.stop': {
    'one of the grid that comes again': onOne((scene) => writes(scene, { series: weekly(scene) })),
  },
  'announcement.templates': { anything: sends({}) },
  'attachment.prepare': { anything: sends({ name: '通知.pdf', bytes: 1000 }) },
  'attachment.finish': {
    'an upload of the worker': async ({ who, district }) => {
      const worker = who('grid_worker:own')
      // One upload for each role is more than a person sends in an hour.
      const before = new Date(district.clock.now().getTime() - DAY_MS)
      await district.db.updateTable('attachment').set({ createdAt: before }).execute()
      const made = await worker.call('attachment.prepare', { name: '通知.pdf', bytes: 1000 })
      district.ports.files.set(made.cloudPath, Buffer.from('%PDF-1.7\n%%EOF'))
      return { input: { attachmentId: made.attachmentId } }
    },
  },
  'announcement.withdraw': {
    'one for the grid': onOne(published, () => ({ reason: '改到后天了' })),
  },
}
