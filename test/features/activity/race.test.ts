import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { PRIVACY_VERSION } from '~/types/me'
import { onServer } from '../../support/db'
import { openDistrict, type District, type Person } from '../../support/district'
import { firstShift, publish, shiftIn } from './support'

/** What races needs several sessions; the embedded database has one. */
const onlyOnServer = onServer ? describe : describe.skip
const PLACES = 200
/** RACE_PEOPLE makes it smaller for a quick look. */
const PEOPLE = Number(process.env.RACE_PEOPLE ?? 5000)
/** Calls under way at once, more than there are connections. */
const AT_ONCE = 64

onlyOnServer(`${PEOPLE} people after ${PLACES} places at once`, () => {
  let district: District
  let worker: Person
  let grid: string
  let shiftId: string
  const openids: string[] = []
  const answers: string[] = []

  /** Calls for each of them, many at a time, without a pause. */
  async function rush<T>(items: T[], call: (item: T) => Promise<void>): Promise<void> {
    let next = 0
    const run = async () => {
      for (let at = next; at < items.length; at = next) {
        next = at + 1
        await call(items[at] as T)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, run))
  }

  const send = async (openid: string, action: string, input: object) =>
    district.api({ action, input, key: `race-${randomUUID()}` }, { openid })

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    const activity = await publish(district, worker, {
      shifts: [shiftIn(district, 48, { capacity: PLACES })],
    })
    shiftId = firstShift(activity).id
    const now = district.clock.now()
    const people = Array.from({ length: PEOPLE }, () => ({
      id: randomUUID(),
      openid: `race-${randomUUID()}`,
    }))
    for (let at = 0; at < people.length; at += 1000) {
      const part = people.slice(at, at + 1000)
      const none = { phoneEncrypted: null, phoneHash: null, removedAt: null }
      const rest = {
        ...none,
        name: '快手',
        privacyVersion: PRIVACY_VERSION,
        consentedAt: now,
        createdAt: now,
      }
      await district.db
        .insertInto('appUser')
        .values(part.map((one) => ({ ...one, ...rest })))
        .execute()
      const belongs = { areaCode: grid, assurance: 'group' as const, since: now, until: null, setBy: null }
      await district.db
        .insertInto('membership')
        .values(part.map(({ id }) => ({ id: randomUUID(), userId: id, ...belongs })))
        .execute()
    }
    openids.push(...people.map(({ openid }) => openid))
    await rush(openids, async (openid) => {
      const reply = await send(openid, 'activity.signUp', { shiftId })
      answers.push(reply.ok ? (reply.data as { status: string }).status : reply.error.code)
    })
  }, 600_000)
  afterAll(() => district.close())

  const shift = () =>
    district.db.selectFrom('shift').selectAll().where('id', '=', shiftId).executeTakeFirstOrThrow()
  const placesOf = async (status: 'going' | 'waiting' | 'offered') => {
    const rows = district.db.selectFrom('signup').select('place').where('shiftId', '=', shiftId)
    return (await rows.where('status', '=', status).orderBy('place').execute()).map(({ place }) => place)
  }
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_none, n) => from + n)

  it('answers everybody, with no deadlock and no other trouble', () => {
    const counts = Object.fromEntries(
      [...new Set(answers)].map((answer) => [answer, answers.filter((one) => one === answer).length]),
    )
    expect(counts).toEqual({ going: PLACES, waiting: PEOPLE - PLACES })
  })

  it('gives exactly the first two hundred a place, the rest wait in the order they came', async () => {
    expect(await shift()).toMatchObject({ taken: PLACES, waiting: PEOPLE - PLACES, lastPlace: PEOPLE })
    expect(await placesOf('going')).toEqual(range(1, PLACES))
    expect(await placesOf('waiting')).toEqual(range(PLACES + 1, PEOPLE))
  })

  it('moves up in order, each told once, when a hundred cancel at once', async () => {
    const goingNow = await district.db
      .selectFrom('signup')
      .innerJoin('appUser', 'appUser.id', 'signup.userId')
      .select(['signup.id', 'appUser.openid'])
      .where('shiftId', '=', shiftId)
      .where('status', '=', 'going')
      .limit(100)
      .execute()
    const replies: string[] = []
    await rush(goingNow, async ({ id, openid }) => {
      const reply = await send(openid ?? '', 'activity.cancel', { id })
      replies.push(reply.ok ? 'ok' : reply.error.code)
    })
    expect(new Set(replies)).toEqual(new Set(['ok']))
    expect(await placesOf('offered')).toEqual(range(PLACES + 1, PLACES + 100))
    expect(await shift()).toMatchObject({ taken: PLACES, waiting: PEOPLE - PLACES - 100 })
    await Promise.all([district.runJobs(), district.runJobs()])
    const { rows } = await sql<{ people: number; told: number }>`
      SELECT count(DISTINCT user_id)::int AS people, count(*)::int AS told FROM notice
      WHERE label = '有位置了' AND event_key LIKE 'signup.offered:%'
        AND user_id IN (SELECT user_id FROM signup WHERE shift_id = ${shiftId})`.execute(district.db)
    expect(rows[0]).toEqual({ people: 100, told: 100 })
  })

  it('keeps its numbers when people say yes and no and cancel all at once', async () => {
    const open = await district.db
      .selectFrom('signup')
      .innerJoin('appUser', 'appUser.id', 'signup.userId')
      .select(['signup.id', 'signup.status', 'appUser.openid'])
      .where('shiftId', '=', shiftId)
      .where('status', 'in', ['offered', 'going'])
      .execute()
    const codes: string[] = []
    await rush(open, async ({ id, status, openid }) => {
      const accept = Number.parseInt(id.slice(-1), 16) % 2 === 0
      const act =
        status === 'offered'
          ? send(openid ?? '', 'activity.confirmPlace', { id, accept })
          : send(openid ?? '', 'activity.cancel', { id })
      const reply = await act
      codes.push(reply.ok ? 'ok' : reply.error.code)
    })
    expect(new Set(codes)).toEqual(new Set(['ok']))
    const { taken, waiting, capacity } = await shift()
    const placed = (await placesOf('going')).length + (await placesOf('offered')).length
    expect({ taken, waiting }).toEqual({ taken: placed, waiting: (await placesOf('waiting')).length })
    expect(placed).toBe(capacity)
  })

  it('one person who signs up for overlapping shifts on many phones gets one of them', async () => {
    const [openid = ''] = openids
    const shifts = []
    for (let n = 0; n < 8; n += 1) {
      shifts.push(firstShift(await publish(district, worker, { shifts: [shiftIn(district, 100)] })).id)
    }
    const replies = await Promise.all(shifts.map((one) => send(openid, 'activity.signUp', { shiftId: one })))
    const outcomes = replies.map((reply) => (reply.ok ? 'in' : reply.error.reason))
    expect(outcomes.sort()).toEqual(['in', ...Array.from({ length: 7 }, () => 'overlap')])
  })
})
