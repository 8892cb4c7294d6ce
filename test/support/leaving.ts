import { sql } from 'kysely'
import sharp from 'sharp'
import { signUp, publish, shiftIn, FORM } from '../features/activity/support'
import { publish as announce } from '../features/announcement/support'
import { ask, openScene, type Scene } from '../features/help/support'
import { offerPost } from '../features/party/support'
import type { Person } from './district'
import { at, makeAreas, report, searchFor, takeSearchers, type Searchers } from './searches'
import { putInLedger } from './ledger'
import { openSurvey } from './surveys'

/** Written by people who leave, about people who are found, in things that are withdrawn: it must not come back. */
export const PLANTED = {
  name: '郑秘密',
  family: '郑家小妹',
  party: '秘密支部甲',
  post: '我家有两米的梯子',
  able: '会修收音机',
  unsaid: '会扎纸灯笼',
  missing: '欧阳秘密',
  looks: '左脸有颗黑痣',
  street: '砖窑后小路',
} as const

const PHONE = '19900003311'
const WITNESS_PHONE = '19906427315'

/** People and things of one grid, of which some go. */
export interface Planted {
  scene: Scene
  searchers: Searchers
  leaver: Person
  activity: string
  found: string
  cancelled: string
  closing: string
  replaced: string
  reminder: string
  announcement: string
  post: string
  /** Role of somebody, and membership of somebody, that end. */
  role: string
  membership: string
  officer: Person
}

async function picture({ district }: Scene, who: Person): Promise<string> {
  const { pictureId, cloudPath } = await who.call('picture.prepare', { bytes: 1000 })
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#884422' } })
  district.ports.files.set(cloudPath, await image.jpeg().toBuffer())
  await who.call('picture.finish', { pictureId })
  return pictureId
}

/** A grid in full swing: everything that will be deleted later is there and shown. */
export async function plant(): Promise<Planted> {
  const scene = await openScene()
  const { district, worker, village, grid, neighbour } = scene
  await makeAreas(district.db)
  const searchers = await takeSearchers(district)
  await district.group(at(1, 1, 1), searchers.worker)
  const leaver = await district.resident(grid, { name: PLANTED.name, phone: PHONE })
  await leaver.call('me.update', { phone: PHONE })
  const own = await leaver.call('activity.create', {
    ...FORM,
    ...{ contact: PLANTED.name, phone: PHONE, shifts: [shiftIn(district, 200)] },
  })
  const theirs = await publish(district, worker, { shifts: [shiftIn(district, 100)] })
  await signUp(leaver, theirs, { who: { name: PLANTED.family, bornOn: '1990-03-04' } })
  await leaver.call('party.checkIn', { organisation: PLANTED.party, postIds: [await offerPost(village)] })
  await leaver.call('help.able', { kinds: ['fix'], times: [], reach: 'grid', words: PLANTED.able })
  await neighbour.call('help.able', { kinds: ['fix'], times: [], reach: 'grid', words: PLANTED.unsaid })
  const target = { kind: 'help', id: await ask(scene) } as const
  await leaver.call('thread.post', { target, words: PLANTED.post })
  const post = await scene.other.call('thread.post', { target, words: '加我微信便宜卖' })
  const { name, ...said } = { name: PLANTED.missing, looks: PLANTED.looks }
  const more = { ...said, name, pictureIds: [await picture(scene, searchers.family)] }
  const found = await searchFor(district, searchers, more)
  await searchers.neighbour.call('missing.search', { id: found, street: PLANTED.street })
  await searchers.neighbour.call('missing.sight', {
    ...{ id: found, self: true, areaCode: at(1, 1, 2), words: '推着车', phone: WITNESS_PHONE },
    seenAt: district.clock.now().toISOString(),
  })
  const second = await searchers.neighbour.call('missing.report', report(district, said))
  await putInLedger(district, grid, scene.asker)
  await putInLedger(district, grid, leaver, { name: '郑在册' })
  const officer = await district.staff('district_officer', grid.slice(0, 6))
  const closing = await openSurvey(district, officer, [grid])
  const replaced = await openSurvey(district, officer, [grid])
  for (const { id } of [closing, replaced]) {
    await scene.asker.call('survey.cast', { id, edition: 1, answers: [2] })
  }
  const reminder = await worker.call('civility.remind', {
    ...{ kind: 'stairway', words: '楼道里请别堆杂物', areaCode: grid, nobodyRecognisable: true },
  })
  const { id: announcement } = await announce(district, worker, grid)
  const dismissed = await district.staff('grid_worker', grid)
  const { id: role } = await district.db
    .selectFrom('assignment')
    .select('id')
    .where('userId', '=', dismissed.userId)
    .executeTakeFirstOrThrow()
  const member = await scene.asker.call('party.checkIn', {
    organisation: '支部乙',
    postIds: [await offerPost(village)],
  })
  await district.checkPictures()
  return {
    ...{ scene, searchers, leaver, activity: own.id, found, cancelled: second.id, closing: closing.id },
    ...{
      replaced: replaced.id,
      reminder: reminder.id,
      announcement,
      post: post.id,
      officer,
      role,
      membership: member.id,
    },
  }
}

/** The words, the ids of the phone and the sealed numbers by which they could be found. */
export async function tracesOf({ scene, leaver }: Planted): Promise<string[]> {
  const { db } = scene.district
  const { rows } = await sql<{ sealed: string }>`
    SELECT phone_encrypted AS sealed FROM app_user WHERE id = ${leaver.userId}
    UNION SELECT phone_hash FROM app_user WHERE id = ${leaver.userId}
    UNION SELECT phone_encrypted FROM activity WHERE organiser_id = ${leaver.userId}
    UNION SELECT phone FROM missing_sighting UNION SELECT contact_phone FROM missing`.execute(db)
  return [...Object.values(PLANTED), leaver.openid, ...rows.map(({ sealed }) => sealed)]
}

/** Everything of it that goes, after the backup. */
export async function leave(planted: Planted): Promise<void> {
  const { scene, searchers, leaver, activity, found, cancelled, closing, replaced, officer } = planted
  const { district, worker, neighbour } = scene
  await searchers.family.call('missing.found', { id: found, finding: 'found_safe' })
  await searchers.neighbour.call('missing.cancel', { id: cancelled, reason: '在二舅家' })
  await neighbour.call('help.able', { kinds: [], times: [], reach: 'grid' })
  await worker.call('thread.hide', { id: planted.post, words: '卖东西的' })
  await worker.call('civility.withdraw', { id: planted.reminder, reason: '拍到人了' })
  await worker.call('announcement.withdraw', { id: planted.announcement, reason: '时间改了' })
  await officer.call('survey.close', { id: closing, reason: '都投完了' })
  await officer.call('survey.correct', { id: replaced, reason: '题目写错了' })
  await scene.village.call('assignment.end', { id: planted.role, reason: '换人了' })
  await scene.asker.call('party.leave', { id: planted.membership })
  await leaver.call('activity.callOff', { id: activity, reason: '要搬家了' })
  await leaver.call('me.remove', { confirm: true })
  // Came after the backup: there is nobody to take out of it.
  const late = await district.resident(scene.grid, { name: '晚来的' })
  await late.call('me.remove', { confirm: true })
}
