import { sql } from 'kysely'
import sharp from 'sharp'
import type { Db } from '~/cloudfunctions/core/db'
import { signUp, publish, shiftIn, FORM } from '../features/activity/support'
import { formOf } from '../features/announcement/support'
import { ask, openScene, type Scene } from '../features/help/support'
import { offerPost } from '../features/party/support'
import type { Person } from './district'
import { at, makeAreas, report, searchFor, takeSearchers, type Searchers } from './searches'
import { openSurvey } from './surveys'

/** Written by people who leave, about people who are found, in things that are withdrawn: it must not come back. */
export const PLANTED = {
  name: '郑秘密',
  phone: '19900003311',
  family: '郑家小妹',
  party: '秘密支部甲',
  post: '我家有两米的梯子',
  able: '会修收音机',
  unsaid: '会扎纸灯笼',
  missing: '欧阳秘密',
  looks: '左脸有颗黑痣',
  street: '砖窑后小路',
  witness: '19906427315',
} as const

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
  const leaver = await district.resident(grid, { name: PLANTED.name, phone: PLANTED.phone })
  const own = await leaver.call('activity.create', {
    ...FORM,
    ...{ contact: PLANTED.name, phone: PLANTED.phone, shifts: [shiftIn(district, 200)] },
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
    ...{ id: found, self: true, areaCode: at(1, 1, 2), words: '推着车', phone: PLANTED.witness },
    seenAt: district.clock.now().toISOString(),
  })
  const second = await searchers.neighbour.call('missing.report', report(district, said))
  const officer = await district.staff('district_officer', grid.slice(0, 6))
  const closing = await openSurvey(district, officer, [grid])
  const replaced = await openSurvey(district, officer, [grid])
  const reminder = await worker.call('civility.remind', {
    ...{ kind: 'stairway', words: '楼道里请别堆杂物', areaCode: grid, nobodyRecognisable: true },
  })
  const { id: announcement } = await village.call('announcement.create', formOf(village))
  await village.call('announcement.publish', { id: announcement })
  await district.checkPictures()
  return {
    ...{ scene, searchers, leaver, activity: own.id, found, cancelled: second.id, closing: closing.id },
    ...{ replaced: replaced.id, reminder: reminder.id, announcement, post: post.id },
  }
}
