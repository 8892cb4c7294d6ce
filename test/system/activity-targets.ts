import { codeOf, firstShift, formOf, moveShift, publish, shiftIn, signUp } from '../features/activity/support'
import type { ACTIVITY_EXPECTATIONS } from './activity-expectations'
import type { Scene } from './people'
import { sends, type Prepare } from './trial'

/** Each shift lies at a time of its own, so that nobody's sign-ups of one scene overlap. */
let taken = 0
const free = ({ district }: Scene) => shiftIn(district, 24 + (taken += 3), { capacity: 1 })

const make = (scene: Scene) =>
  publish(scene.district, scene.who('grid_worker:own'), { shifts: [free(scene)] })

const onPublished =
  (more: object = {}): Prepare =>
  async (scene) => ({ input: { id: (await make(scene)).id, ...more } })

const onShift: Prepare = async (scene) => ({ input: { shiftId: firstShift(await make(scene)).id } })

const propose = async (scene: Scene) => {
  const form = formOf(scene.district, { areaCode: scene.grid, shifts: [free(scene)] })
  return { form, id: (await scene.who('submitter').call('activity.create', form)).id }
}
/** What somebody proposed waits no longer: they may propose again. */
const settle = (scene: Scene) =>
  scene.district.db
    .updateTable('activity')
    .set({ status: 'declined', reason: '试过了' })
    .where('status', '=', 'proposed')
    .execute()

const onProposal =
  (more: object = {}): Prepare =>
  async (scene) => {
    await settle(scene)
    return { input: { id: (await propose(scene)).id, ...more } }
  }

/** A sign-up of the submitter, for a shift that begins so many hours from now. */
async function signed(scene: Scene, hours?: number) {
  const activity = await make(scene)
  const signup = await signUp(scene.who('submitter'), activity)
  const shiftId = firstShift(activity).id
  if (hours !== undefined) {
    await moveShift(scene.district, shiftId, hours)
  }
  return { id: signup.id, shiftId, activityId: activity.id }
}

const offered: Prepare = async (scene) => {
  const activity = await make(scene)
  const first = await scene.district.resident(scene.grid)
  const { id } = await signUp(first, activity)
  const second = await signUp(scene.who('submitter'), activity)
  await first.call('activity.cancel', { id })
  return { input: { id: second.id, accept: true } }
}

const byList = { proof: { by: 'list' } } as const
const arrived = async (scene: Scene, hours: number) => {
  const made = await signed(scene, hours)
  await scene.who('grid_worker:own').call('activity.checkIn', { id: made.id, ...byList })
  return made
}

type Targets = {
  [A in keyof typeof ACTIVITY_EXPECTATIONS]: Record<keyof (typeof ACTIVITY_EXPECTATIONS)[A], Prepare>
}

export const ACTIVITY_TARGETS: Targets = {
  'activity.create': {
    'for the grid': async (scene) => {
      await settle(scene)
      return { input: formOf(scene.district, { areaCode: scene.grid }) }
    },
    'for the town': ({ district, grid }) => ({ input: formOf(district, { areaCode: grid.slice(0, 9) }) }),
  },
  'activity.update': {
    'a proposal': async (scene) => {
      await settle(scene)
      const { id, form } = await propose(scene)
      const { areaCode: _where, ...rest } = form
      return { input: { ...rest, id } }
    },
  },
  'activity.approve': { 'a proposal': onProposal({ approved: true }) },
  'activity.callOff': { 'a published one': onPublished({ reason: '下大雨' }) },
  'activity.list': {
    open: sends({ list: 'open' }),
    today: sends({ list: 'today' }),
    manage: sends({ list: 'manage' }),
  },
  'activity.info': { 'a published one': onPublished(), 'a proposal': onProposal() },
  'activity.signUp': { 'a published one': onShift },
  'activity.cancel': { 'a sign-up': async (scene) => ({ input: { id: (await signed(scene)).id } }) },
  'activity.confirmPlace': { 'an offered place': offered },
  'activity.family': { anything: sends({}) },
  'activity.checkIn': {
    'by the code': async (scene) => {
      const { id, shiftId } = await signed(scene, 0.5)
      const code = codeOf(shiftId, scene.district.clock.now())
      return { input: { id, proof: { by: 'code', code } } }
    },
    'by the list': async (scene) => ({ input: { id: (await signed(scene, 0.5)).id, ...byList } }),
  },
  'activity.checkOut': {
    'by the list': async (scene) => ({ input: { id: (await arrived(scene, -1)).id, ...byList } }),
  },
  'activity.code': { 'a published one': onShift },
  'activity.roster': { 'a published one': onShift },
  'activity.confirmHours': {
    'a begun one': async (scene) => {
      const { id, shiftId } = await arrived(scene, -1)
      return { input: { shiftId, signups: [{ id }] } }
    },
  },
  'activity.report': {
    'a begun one': async (scene) => {
      const { activityId } = await signed(scene, -1)
      return { input: { id: activityId, words: '路扫干净了' } }
    },
  },
  'activity.mine': { anything: sends({}) },
  'record.mine': { anything: sends({}) },
  'record.export': { anything: sends({}) },
  'record.correct': {
    'a counted sign-up': async (scene) => {
      // Nobody has more than eight hours a day, and here everybody tries.
      await scene.district.db.deleteFrom('serviceDay').execute()
      const { id, shiftId } = await arrived(scene, -3)
      const signups = [{ id }]
      await scene.who('grid_worker:own').call('activity.confirmHours', { shiftId, signups })
      return { input: { signupId: id, minutes: 30, reason: '提前走了' } }
    },
  },
}
