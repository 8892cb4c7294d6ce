import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { ROLE_LEVEL, type Role } from '~/types/roles'
import { areaCodeAt } from '~/types/area'
import { putInLedger } from '../support/ledger'
import { speak, upload } from '../features/voice/support'
import type { EXPECTATIONS } from './expectations'
import type { Scene } from './people'
import { ACTIVITY_TARGETS } from './activity-targets'
import { ANNOUNCEMENT_TARGETS } from './announcement-targets'
import { APPEAL_TARGETS } from './appeal-targets'
import { EVALUATION_TARGETS } from './evaluation-targets'
import { SURVEY_TARGETS } from './survey-targets'
import { CIVILITY_TARGETS } from './civility-targets'
import { PARTY_TARGETS } from './party-targets'
import { POINTS_TARGETS } from './points-targets'
import { HELP_TARGETS } from './help-targets'
import { MISSING_TARGETS } from './missing-targets'
import { SETTING_TARGETS } from './setting-targets'
import { asksFor, sends, type Prepare } from './trial'

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

const onNotice: Prepare = async ({ who, district }) => {
  const id = randomUUID()
  const words = {
    title: '有位置了',
    body: '',
    label: '志愿',
    path: 'pages/home/index',
    tone: 'good',
  } as const
  const { userId } = who('submitter')
  const row = { ...words, id, eventKey: id, userId, at: district.clock.now(), readAt: null }
  await district.db.insertInto('notice').values(row).execute()
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
  ...ACTIVITY_TARGETS,
  ...ANNOUNCEMENT_TARGETS,
  ...APPEAL_TARGETS,
  ...CIVILITY_TARGETS,
  ...PARTY_TARGETS,
  ...POINTS_TARGETS,
  ...MISSING_TARGETS,
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
  'membership.candidates': {
    'a member': async (scene) => ({ input: { userId: await newMember(scene) } }),
  },
  'membership.link': {
    'a member': async (scene) => {
      const { residentId } = await putInLedger(scene.district, scene.grid, null)
      return { input: { userId: await newMember(scene), residentId, how: 'met' } }
    },
  },
  'membership.unlink': {
    'a member': async (scene) => ({ input: { userId: await newMember(scene), reason: '同名不同户' } }),
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
  'notice.list': { anything: sends({}) },
  'subscription.list': { anything: sends({}) },
  'subscription.accept': { anything: sends({ kinds: ['progress'] }) },
  'notice.read': { 'a notice': onNotice },
  'delivery.retry': { 'the town': asksFor('', 9), 'the district': asksFor('', 6) },
  'delivery.mine': { anything: sends({}) },
  'delivery.markShared': { 'a card': onCard },
  ...HELP_TARGETS,
  ...SETTING_TARGETS,
  ...SURVEY_TARGETS,
  ...EVALUATION_TARGETS,
}
