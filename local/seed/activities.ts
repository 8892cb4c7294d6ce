import { sql } from 'kysely'
import type { ActivityKind } from '~/types/activity'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import type { Tx } from '~/cloudfunctions/core/db'
import type { NewRow } from '~/cloudfunctions/core/schema'
import type { MakeId } from './random'
import { DAY_MS, phoneOf, type Times } from './times'

const HOUR_MS = 3_600_000
const SHANGHAI_MS = 8 * HOUR_MS

interface Story {
  kind: ActivityKind
  title: string
  words: string
  place: string
  bring?: string
  minAge?: number
  risky?: string
  /** Days from the day on which the demonstration begins; several for one that repeats. */
  days: number[]
  /** Hours of the day in Shanghai; later than 24 is after midnight. The first today begins at least an hour from now. */
  from: number
  to: number
  capacity: number
  /** Neighbours who have signed up for the first shift, in order; beyond the capacity they wait. */
  signed: number[]
}

/** The neighbour whose phone the demonstration opens with. */
const SELF = 1

/** A week of the showcase: several days and kinds, one every other day, one full with people waiting. */
const STORIES: Story[] = [
  {
    kind: 'clean',
    title: '收拾村东头公共胡同',
    words: '胡同里落叶、杂物多,大家搭把手,一个钟头就干净了。',
    place: '村东头公共胡同口',
    bring: '带把扫帚,村里备手套',
    minAge: 14,
    days: [0],
    from: 15,
    to: 17,
    capacity: 8,
    signed: [3, 5, 9],
  },
  {
    kind: 'waste',
    title: '垃圾桶站前值守',
    words: '帮邻居看一眼分得对不对,和和气气说一声。',
    place: '村口垃圾分类站',
    days: [1, 3, 5, 7],
    from: 7,
    to: 9,
    capacity: 3,
    signed: [SELF, 10],
  },
  {
    kind: 'elder',
    title: '给独居老人包饺子',
    words: '包好了给六位老人送到家里,陪着说说话。',
    place: '村幸福晚年驿站',
    bring: '带围裙',
    minAge: 8,
    days: [2],
    from: 9,
    to: 11,
    capacity: 4,
    signed: [4, 6, 7, 8, 11, 12],
  },
  {
    kind: 'patrol',
    title: '夜里巡一圈,防火防盗',
    words: '两人一组,看看柴草垛、飞线充电和没关的门。',
    place: '村委会门口',
    bring: '带手电,穿厚点',
    risky: '镇里给巡逻的统一买了意外险',
    days: [3],
    from: 22,
    to: 25,
    capacity: 6,
    signed: [9, 13],
  },
  {
    kind: 'event',
    title: '排练秧歌,过年一起扭',
    words: '不会也不要紧,有人教。锣鼓村里出。',
    place: '村文化广场',
    minAge: 8,
    days: [5],
    from: 18,
    to: 20,
    capacity: 30,
    signed: [2, 14],
  },
]

/** Numbers of one story's rows; volunteers come after all of them. */
const ROOM = 100
const VOLUNTEERS = 10_000

interface Showcase {
  areaCode: string
  ids: MakeId
  times: Times
}

/** Volunteering in the grid that the first look goes to, as it might stand when the demonstration begins. */
export async function seedActivities(
  tx: Tx,
  secrets: Secrets,
  { areaCode, ids, times: { now } }: Showcase,
): Promise<void> {
  const id = (n: number) => ids('activity', areaCode, n)
  const person = (n: number) => ids('user', areaCode, n)
  const activities: NewRow<'activity'>[] = []
  const shifts: NewRow<'shift'>[] = []
  const signups: NewRow<'signup'>[] = []
  STORIES.forEach((story, n) => {
    const activityId = id(n * ROOM)
    const own = story.days.map((day, k): NewRow<'shift'> => {
      const { startsAt, endsAt } = whenOf(story, day, now)
      return { id: id(n * ROOM + 1 + k), activityId, startsAt, endsAt, capacity: story.capacity }
    })
    const [first] = own
    if (first === undefined) {
      return
    }
    const size = story.signed.length
    const taken = Math.min(size, story.capacity)
    shifts.push({ ...first, taken, waiting: size - taken, lastPlace: size }, ...own.slice(1))
    const { kind, title, words, place, bring = '', minAge = 18, risky: insurance = '' } = story
    const publishedAt = new Date(now.getTime() - (n + 1) * 5 * HOUR_MS)
    activities.push({
      ...{ id: activityId, areaCode, kind, title, words, place, bring, minAge, insurance },
      latitude: null,
      longitude: null,
      pictureId: null,
      contact: '网格员',
      phoneEncrypted: secrets.encrypt(phoneOf(0)),
      maxAge: 90,
      partyOnly: false,
      risky: insurance !== '',
      status: 'published',
      organiserId: person(0),
      createdAt: publishedAt,
      publishedAt,
      nextAt: first.startsAt,
      nextOverAt: first.endsAt,
    })
    story.signed.forEach((neighbour, k) =>
      signups.push({
        id: id(n * ROOM + 20 + k),
        shiftId: first.id,
        activityId,
        volunteerId: id(VOLUNTEERS + neighbour),
        userId: person(neighbour),
        status: k < story.capacity ? 'going' : 'waiting',
        place: k + 1,
        during: sql<string>`tstzrange(${first.startsAt}, ${first.endsAt})` as unknown as string,
        signedAt: new Date(publishedAt.getTime() + (k + 1) * 10 * 60_000),
      }),
    )
  })
  const neighbours = [...new Set(STORIES.flatMap(({ signed }) => signed))]
  const volunteers = neighbours.map((n) => ({ id: id(VOLUNTEERS + n), userId: person(n), createdAt: now }))
  await tx
    .insertInto('activity')
    .values(activities)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('shift')
    .values(shifts)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('volunteer')
    .values(volunteers)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('signup')
    .values(signups)
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** The shift of a day; today's not before an hour from now, so that one may still sign up. */
function whenOf({ from, to }: Story, day: number, now: Date): { startsAt: Date; endsAt: Date } {
  const local = now.getTime() + SHANGHAI_MS
  const midnight = local - (local % DAY_MS) - SHANGHAI_MS + day * DAY_MS
  const soonest = Math.ceil(now.getTime() / HOUR_MS + 1) * HOUR_MS
  const starts = day === 0 ? Math.max(midnight + from * HOUR_MS, soonest) : midnight + from * HOUR_MS
  return { startsAt: new Date(starts), endsAt: new Date(starts + (to - from) * HOUR_MS) }
}
