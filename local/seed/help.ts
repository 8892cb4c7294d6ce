import type { Tx } from '~/cloudfunctions/core/db'
import type { NewRow } from '~/cloudfunctions/core/schema'
import type { FreeTime, HelpKind } from '~/types/help'
import { areaCodeAt } from '~/types/area'
import type { MakeId } from './random'
import { DAY_MS, type Times } from './times'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

interface Story {
  text: string
  kind: HelpKind
  /** Minutes before the demonstration begins. */
  ago: number
  urgent?: true
  forFamily?: true
  choose?: true
  /** Days from now on which it is needed, in the morning. */
  inDays?: number
  /** Numbers of the neighbours who offer. */
  offers?: [neighbour: number, words: string][]
  /** The neighbour who helped, and what the two said afterwards. */
  done?: [helper: number, thanks: string, answer: string]
  said?: [neighbour: number, words: string][]
}

/** What neighbours of the showcase ask for; the asker is the story's own neighbour. */
const STORIES: Story[] = [
  {
    text: '老人家里突然停电,谁会看电表',
    kind: 'fix',
    ago: 6,
    urgent: true,
    forFamily: true,
    said: [
      [9, '先看看是不是欠费跳了,表上有红灯没有?'],
      [10, '我在家,需要手电过去拿'],
    ],
  },
  {
    text: '去区医院复查,想搭个车',
    kind: 'ride',
    ago: 60,
    choose: true,
    inDays: 2,
    offers: [
      [11, '我那天去县城,坐得下两个人'],
      [12, '我顺路,八点走'],
    ],
  },
  {
    text: '借一把梯子换灯泡',
    kind: 'lend',
    ago: 26 * 60,
    done: [9, '借到梯子,谢谢前院大哥!', '邻居之间,应该的'],
  },
  { text: '出门三天,想请人给院里的花浇浇水', kind: 'watch', ago: 200, inDays: 1 },
]
/** What other neighbours say that they can do. */
const ABLES: [neighbour: number, kinds: HelpKind[], times: FreeTime[], words: string][] = [
  [9, ['fix', 'lend'], ['weekday_evening', 'weekend_day'], '会修水电,家里有梯子和电钻'],
  [11, ['ride', 'errand'], ['weekday_day'], '常去县城,可以捎人捎东西'],
  [13, ['company', 'watch'], [], '退休在家,白天能陪老人说说话'],
]
/** The first of the neighbours who ask; each story has the next one. */
const FIRST_ASKER = 3

type Add = {
  helps: NewRow<'help'>[]
  offers: NewRow<'helpOffer'>[]
  thanks: NewRow<'helpThank'>[]
  threads: NewRow<'thread'>[]
  posts: NewRow<'post'>[]
}

/** Neighbours' help in the grid that the first look goes to, as it might stand when the demonstration begins. */
export async function seedHelps(tx: Tx, areaCode: string, ids: MakeId, { now }: Times): Promise<void> {
  const person = (n: number) => ids('user', areaCode, n)
  const add: Add = { helps: [], offers: [], thanks: [], threads: [], posts: [] }
  STORIES.forEach((story, n) => tell(add, story, { n, areaCode, ids, now, person }))
  const ables = ABLES.map(([neighbour, kinds, times, words], n) => ({
    userId: person(neighbour),
    id: ids('help', areaCode, 500 + n),
    areaCode,
    reachCode: areaCodeAt(areaCode, 'village'),
    ...{ kinds, times, words },
    at: new Date(now.getTime() - (30 - n) * DAY_MS),
  }))
  await tx
    .insertInto('help')
    .values(add.helps)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('helpOffer')
    .values(add.offers)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('helpThank')
    .values(add.thanks)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('thread')
    .values(add.threads)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('post')
    .values(add.posts)
    .onConflict((oc) => oc.doNothing())
    .execute()
  await tx
    .insertInto('helpAble')
    .values(ables)
    .onConflict((oc) => oc.doNothing())
    .execute()
}

interface Stage {
  n: number
  areaCode: string
  ids: MakeId
  now: Date
  person(n: number): string
}

/** The rows of one story; each has a hundred numbers for its ids. */
function tell(add: Add, story: Story, { n, areaCode, ids, now, person }: Stage): void {
  const idOf = (k: number) => ids('help', areaCode, n * 100 + k)
  const id = idOf(0)
  const askerId = person(FIRST_ASKER + n)
  const askedAt = new Date(now.getTime() - story.ago * MINUTE_MS)
  const later = (minutes: number) => new Date(askedAt.getTime() + minutes * MINUTE_MS)
  const { urgent = false, forFamily = false, done, inDays, offers = [], said = [] } = story
  const day = inDays === undefined ? null : new Date(now.getTime() + 8 * HOUR_MS + inDays * DAY_MS)
  const open = done === undefined
  add.helps.push({
    ...{ id, areaCode, askerId, urgent, forFamily, askedAt },
    text: story.text,
    kind: story.kind,
    day: day?.toISOString().slice(0, 10) ?? null,
    part: day === null ? 'any' : 'morning',
    way: story.choose === true ? 'choose' : 'first',
    status: open ? 'open' : 'done',
    reachCode: areaCode,
    widenAt: open ? new Date(now.getTime() + 4 * HOUR_MS) : null,
    alertCode: urgent ? areaCode : null,
    alertAt: open ? new Date(now.getTime() + (urgent ? 10 * MINUTE_MS : 12 * HOUR_MS)) : null,
    expireAt: new Date(now.getTime() + 9 * DAY_MS),
    content: 'passed',
    ...(done !== undefined && {
      helperId: person(done[0]),
      matchedAt: later(5),
      askerDoneAt: later(60),
      helperDoneAt: later(62),
      endedAt: later(62),
    }),
  })
  offers.forEach(([neighbour, words], k) => {
    add.offers.push({ id: idOf(1 + k), helpId: id, userId: person(neighbour), words, at: later(10 + k) })
  })
  if (done !== undefined) {
    const shared = { helpId: id, shared: true, content: 'passed' } as const
    add.thanks.push({ ...shared, id: idOf(11), userId: askerId, words: done[1], at: later(70) })
    add.thanks.push({ ...shared, id: idOf(12), userId: person(done[0]), words: done[2], at: later(75) })
  }
  if (said.length > 0) {
    const threadId = idOf(20)
    const size = { last: said.length, posts: said.length }
    add.threads.push({ id: threadId, kind: 'help', targetId: id, areaCode, ...size })
    said.forEach(([neighbour, words], k) => {
      const by = { userId: person(neighbour), byStaff: false, replyTo: null, mentions: null }
      add.posts.push({
        ...by,
        id: idOf(21 + k),
        threadId,
        seq: k + 1,
        words,
        at: later(2 + k),
        content: 'passed',
      })
    })
  }
}
