import { shanghaiDay } from '../../core/clock'
import type { Deps } from '../../core/deps'
import { drain, type Tick } from '../../core/drain'
import { move } from '../../core/workflow'
import { addUp, BATCH, lockOldest, lockUnwarned } from './due'
import {
  credit,
  listHolders,
  lockAccount,
  post,
  readLots,
  refreshOldest,
  setOldest,
  villageAccount,
  type AccountRow,
} from './ledger'
import { lotsLeft, monthsFrom, pointsUpTo, type Lot } from './lots'
import { lockPublished, type AwardRow } from './repo'
import { readLimits } from './terms'
import { tellPeople } from '../notice/queries'
import { creditParticipants } from './participation'
import { lockUncollected, putBackPiece, type RedemptionRow } from './goods'
import { awardWorkflow, redemptionWorkflow } from './workflow'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export interface PointsReport {
  credited: number
  /** People who took part in a survey that is over. */
  participants: number
  expired: number
  warned: number
  /** Goods that nobody came for. */
  returned: number
  /** Entries and balances that do not add up; anything but nothing is an alarm. */
  wrong: number
}

/** The publication is over and nobody objects: it counts. */
async function creditAward(tick: Tick, award: AwardRow): Promise<void> {
  const { id, userId, rule, category, points, words, accountId } = award
  const account = await lockAccount(tick.db, accountId)
  const set = { creditedAt: tick.now }
  await move(tick, {
    table: 'pointsAward',
    workflow: awardWorkflow,
    row: award,
    action: 'points.credit',
    set,
  })
  const source = { sourceType: 'award', sourceId: id }
  const by = { madeBy: award.proposedBy, earnedAt: award.proposedAt }
  await credit(tick, { account, userId, rule, category, points, words, ...source, ...by })
}

/** Takes what is too old, once a day at most, and notes since when the rest lies there. */
async function expire(tick: Tick, account: AccountRow, then: Date): Promise<void> {
  const { earned, spent } = await readLots(tick.db, account.id)
  const points = pointsUpTo(lotsLeft(earned, spent), then)
  if (points > 0) {
    await post(tick, {
      kind: 'expiry',
      sourceType: 'account',
      sourceId: account.id,
      rule: `expiry:${shanghaiDay(tick.now)}:${spent}`,
      category: null,
      userId: null,
      words: '',
      madeBy: null,
      lines: [
        { accountId: account.id, amount: -points },
        { accountId: await villageAccount(tick, account.areaCode, 'expired'), amount: points },
      ],
    })
  }
  const [oldest] = lotsLeft(earned, spent + points)
  await setOldest(tick.db, account.id, oldest?.earnedAt ?? null)
}

/** Says once that points will be lost. What was spent meanwhile is not spoken of. */
async function warn(tick: Tick, account: AccountRow, then: Date, expiryMonths: number): Promise<void> {
  const { earned, spent } = await readLots(tick.db, account.id)
  const lots = lotsLeft(earned, spent)
  const [oldest] = lots
  const points = pointsUpTo(lots, then)
  await setOldest(tick.db, account.id, oldest?.earnedAt ?? null)
  if (points > 0 && oldest !== undefined) {
    await tick.db
      .insertInto('pointsWarning')
      .values({ accountId: account.id, earnedAt: oldest.earnedAt, points, at: tick.now })
      .onConflict((oc) => oc.doNothing())
      .execute()
    await tellWarning(tick, account, { ...oldest, points }, expiryMonths)
  }
}

async function tellWarning(
  tick: Tick,
  account: AccountRow,
  { earnedAt, points }: Lot,
  expiryMonths: number,
): Promise<void> {
  const day = shanghaiDay(monthsFrom(earnedAt, expiryMonths))
  const people = await listHolders(tick.db, account)
  await tellPeople(
    { ...tick, eventKey: `points.warning:${account.id}:${earnedAt.toISOString()}` },
    people.map((userId) => ({
      userId,
      title: `${points}分积分快到期了`,
      body: `${day}起陆续到期,记得去兑换`,
      label: '快到期',
      tone: 'urgent',
      path: 'features/points/goods/index',
    })),
  )
}

/** Nobody came for it: the piece goes back on the shelf, the points to the household. */
async function giveBack(tick: Tick, row: RedemptionRow): Promise<void> {
  const step = { table: 'pointsRedemption', workflow: redemptionWorkflow, action: 'points.return' } as const
  await move(tick, { ...step, row })
  const account = await lockAccount(tick.db, row.accountId)
  await putBackPiece(tick.db, row.goodsId)
  await post(tick, {
    kind: 'return',
    sourceType: 'return',
    sourceId: row.id,
    rule: 'redeem',
    category: null,
    userId: row.userId,
    words: row.goodsName,
    madeBy: null,
    lines: [
      { accountId: account.id, amount: row.price },
      { accountId: await villageAccount(tick, account.areaCode, 'redeemed'), amount: -row.price },
    ],
  })
  await refreshOldest(tick.db, account.id)
}

/** Once an hour. Returns how much does not add up. */
async function checkLedger(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  const done = await deps.db
    .selectFrom('pointsAudit')
    .select('hour')
    .where('hour', '=', hour)
    .executeTakeFirst()
  if (done !== undefined) {
    return 0
  }
  const sums = await addUp(deps)
  await deps.db
    .insertInto('pointsAudit')
    .values({ hour, ...sums })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const wrong = sums.unbalanced + sums.astray
  if (wrong > 0) {
    deps.log.error('points.unbalanced', sums)
  }
  return wrong
}

/** Everything about points that only the clock can do. Safe to run late, twice and at the same time. */
export async function tickPoints(deps: Deps, newId: () => string): Promise<PointsReport> {
  const now = deps.clock.now()
  const { expiryMonths, warnDays } = await readLimits({ db: deps.db, now })
  const old = monthsFrom(now, -expiryMonths)
  const soon = monthsFrom(new Date(now.getTime() + warnDays * DAY_MS), -expiryMonths)
  return {
    credited: await drain(deps, newId, ({ db }) => lockPublished(db, now, BATCH), creditAward),
    participants: await creditParticipants(deps, newId),
    expired: await drain(
      deps,
      newId,
      (tick) => lockOldest(tick, old),
      (tick, account) => expire(tick, account, old),
    ),
    warned: await drain(
      deps,
      newId,
      (tick) => lockUnwarned(tick, soon),
      (tick, account) => warn(tick, account, soon, expiryMonths),
    ),
    returned: await drain(deps, newId, ({ db }) => lockUncollected(db, now, BATCH), giveBack),
    wrong: await checkLedger(deps),
  }
}
