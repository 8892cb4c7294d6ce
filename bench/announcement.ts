import { randomUUID } from 'node:crypto'
import { createApi } from '~/cloudfunctions/api/handler'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { openPostgres, type Db } from '~/cloudfunctions/core/db'
import { silentLog } from '~/cloudfunctions/core/log'
import { deliverBroadcasts } from '~/cloudfunctions/features/broadcast/timers'
import { memoryPorts } from '~/test/support/district'
import type { AnnouncementUrgency } from '~/types/announcement'
import type { Action, Input, Output } from '~/types/api'
import { PRIVACY_VERSION } from '~/types/me'
import { fromEnv, heading, line, ranged, ratios } from './figures'
import { prepare } from './missing'
import { makeCluster } from './postgres'

const ROUNDS = fromEnv('ROUNDS', 5)
const DISTRICT = '110117'
/** 10:00 in Shanghai: no quiet hours. */
const MORNING = Date.parse('2026-11-23T02:00:00Z')
const DAY_MS = 86_400_000
const OFFICERS = ['bench-officer-1', 'bench-officer-2'] as const

async function addOfficers(db: Db, now: Date): Promise<void> {
  for (const openid of OFFICERS) {
    const id = randomUUID()
    const user = { id, openid, name: '赵测试', phoneEncrypted: null, phoneHash: null }
    await db
      .insertInto('appUser')
      .values({ ...user, privacyVersion: PRIVACY_VERSION, consentedAt: now, createdAt: now, removedAt: null })
      .execute()
    const role = { id: randomUUID(), userId: id, role: 'district_officer', areaCode: DISTRICT } as const
    const term = { fromAt: new Date(0), toAt: null, givenBy: null, endedBy: null, endReason: null }
    await db
      .insertInto('assignment')
      .values({ ...role, ...term, departmentCode: null })
      .execute()
  }
}

/** Rows of a message in feeds and as cards for groups. */
async function rowsOf(db: Db, id: string) {
  const key = `announcement:${id}`
  const [feed, cards] = await Promise.all(
    (['feedItem', 'delivery'] as const).map((table) =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('eventKey', '=', key)
        .executeTakeFirstOrThrow(),
    ),
  )
  return `${feed?.n} feeds, ${cards?.n} cards`
}

/** One tap to 3,170 groups: until every grid is queued, until the last card stands, and past a message that is under way. */
export async function benchAnnouncement(): Promise<void> {
  const cluster = await makeCluster()
  const db = openPostgres(cluster.url, 4)
  try {
    let now = MORNING
    await prepare(db, new Date(now))
    await addOfficers(db, new Date(now))
    const clock = { now: () => new Date((now += 1)) }
    const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
    const deps = { db, clock, secrets, ports: memoryPorts(), log: silentLog }
    const api = createApi(deps)
    const call = async <A extends Action>(action: A, input: Input<A>, by = 0): Promise<Output<A>> => {
      const reply = await api({ action, input }, { openid: OFFICERS[by] })
      if (!reply.ok) {
        throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
      }
      return reply.data
    }
    const write = async (urgency: AnnouncementUrgency) => {
      const words = {
        title: '防汛转移',
        words: '请低洼处的住户马上转移到村委会',
        audience: 'everyone',
      } as const
      const expiresAt = new Date(now + DAY_MS).toISOString()
      const { id } = await call('announcement.create', {
        ...words,
        ...{ areaCode: DISTRICT, urgency, answer: 'received', expiresAt },
      })
      await call('announcement.approve', { id, approved: true }, 1)
      return id
    }
    const measured = new Map<string, number[]>()
    const measure = async (name: string, act: () => Promise<unknown>) => {
      const started = performance.now()
      await act()
      measured.set(name, [...(measured.get(name) ?? []), performance.now() - started])
    }
    const seen = new Set<string>()
    const emergency = async (name: string) => {
      const id = await write('emergency')
      await measure(name, () => call('announcement.publish', { id }))
      seen.add(await rowsOf(db, id))
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      await measure('one statement a grid, 3,170 (baseline)', () => oneByOne(db, clock.now()))
      const ordinary = await write('ordinary')
      await measure('tap: 3,170 grids queued', () => call('announcement.publish', { id: ordinary }))
      await measure('timer: feeds and cards of 3,170 grids', () => deliverBroadcasts(deps, randomUUID))
      await emergency('tap of an emergency: until the last card stands')
      const waiting = await write('ordinary')
      await call('announcement.publish', { id: waiting })
      const id = await write('emergency')
      await measure('the same with 3,170 ordinary ones waiting', async () => {
        await call('announcement.publish', { id })
      })
      seen.add(await rowsOf(db, id))
      await measure('reach by town, 3,170 grids', () => call('announcement.reach', { id }))
      await measure('withdrawn: 3,170 grids queued to hear it', () =>
        call('announcement.withdraw', { id, reason: '解除' }),
      )
      await deliverBroadcasts(deps, randomUUID)
    }
    heading(`announcement, milliseconds on PostgreSQL, ${ROUNDS} rounds (baseline: one statement a grid)`)
    const baseline = [...measured.values()][0] ?? []
    for (const [name, times] of measured) {
      line(name, `${ranged(times)} ms`, ratios(times, baseline))
    }
    line('rows of each emergency', [...seen].join(' and '))
  } finally {
    await db.destroy()
    cluster.remove()
  }
}

/** What a loop would do: one row for each grid, each its own statement, in one transaction. */
async function oneByOne(db: Db, at: Date): Promise<void> {
  const grids = await db.selectFrom('area').select('code').where('level', '=', 'grid').execute()
  await db.transaction().execute(async (tx) => {
    for (const { code } of grids) {
      const words = { title: '防汛转移', body: '', label: '紧急通知', tone: 'urgent', path: '' } as const
      const row = { ...words, id: randomUUID(), eventKey: `bench:${at.getTime()}`, areaCode: code }
      await tx
        .insertInto('feedItem')
        .values({ ...row, pictureId: null, at })
        .execute()
    }
  })
}
