import fc from 'fast-check'
import { verifyAudit } from '~/cloudfunctions/core/audit'
import { NO_CLOCKS } from '~/cloudfunctions/features/appeal/clock'
import { appealWorkflow, type AppealMove } from '~/cloudfunctions/features/appeal/workflow'
import {
  APPEAL_ACTIONS,
  APPEAL_STATUSES,
  OPEN_APPEAL_STATUSES,
  WAITING_APPEAL_STATUSES,
  type AppealAction,
  type AppealStatus,
  type AppealView,
  type UrgencyClass,
} from '~/types/appeal'
import { openDistrict, Refusal, type District, type Person } from '../../support/district'
import { isContactKept, isContactSound } from './contact-invariants'
import { begin, choose, diceOf, gather, INPUTS, leads, pickOffered, snapshot } from './random-acts'
import type { Cast, Name, Opening, Snapshot } from './random-acts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SEED = Number(process.env.SEED ?? 20_261_123)
const RUNS = Number(process.env.RUNS ?? 40)
/** Domain rules 1.2. */
const TERM: Record<UrgencyClass, number> = { danger: 2 * HOUR, today: DAY, soon: 7 * DAY, complex: 15 * DAY }
const WAITS = [5 * MINUTE, 20 * MINUTE, HOUR, 3 * HOUR, 13 * HOUR, 26 * HOUR, 4 * DAY, 31 * DAY]
const LEAD_ACTS = (Object.keys(appealWorkflow) as AppealMove[]).filter(
  (action) => appealWorkflow[action].rule === 'lead' && action !== 'appeal.object',
)
/** Moves that may also be noted without moving: corrections and what is said about whistles. */
const NOTED = ['appeal.triage', 'appeal.object', 'appeal.decideObjection']
const CLOCK_ACTS = ['appeal.remind', 'appeal.overdue', 'appeal.ask', 'appeal.unreached']
/** Nobody handles a case and closes it as well. */
const CLOSING = ['appeal.rate', 'appeal.callBack', 'appeal.unreached']
const REFUSALS = ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'INVALID', 'LIMIT_REACHED', 'RATE_LIMITED']

const isIn = (list: readonly string[], one: string) => list.includes(one)
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
function must(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(what)
  }
}

const ownRatings = ({ appeal, ratings }: Snapshot) =>
  ratings.filter(({ userId }) => userId === appeal.submitterId)
const callbackOf = ({ appeal, callbacks }: Snapshot, of = appeal.reopenCount) =>
  callbacks.find(({ round }) => round === of)

/** What holds for a case at any moment. */
function checkState(kept: Snapshot): void {
  const { appeal, objections, extensions, whistles } = kept
  const { status, holderCode, leadDepartment } = appeal
  const ratings = ownRatings(kept)
  const open = isIn(OPEN_APPEAL_STATUSES, status)
  must([15, 12, 9].includes(holderCode.length) && appeal.areaCode.startsWith(holderCode), 'one area holds it')
  must(leadDepartment === null || holderCode.length === 9, 'a department leads only for the town')
  must(leadDepartment === null || appeal.departments.includes(leadDepartment), 'who leads is of the case')
  must(leadDepartment !== null || !isIn(['dispatched', 'objected'], status), 'who was handed it leads')
  must(!isIn(WAITING_APPEAL_STATUSES, status) || appeal.handlerId === null, 'nobody has taken what waits')
  must(appeal.reopenCount <= 2, 'reopened too often')
  must(objections.length <= 2 && objections.length === appeal.objectionCount, 'objections')
  must(extensions.length <= 1, 'one extension')
  must(ratings.length <= appeal.reopenCount + 1, 'one rating a round')
  const heard = ratings.at(-1)?.round === appeal.reopenCount || callbackOf(kept)?.unreached === true
  must(status !== 'closed' || heard, 'closed without a word or three times of asking')
  must(
    kept.callbacks.every(({ frozenAt, nextAt }) => frozenAt === null || nextAt === null),
    'fixed, and asked',
  )
  must(open || (appeal.signDueAt ?? appeal.remindAt ?? appeal.waitingFor) === null, 'over, and a clock runs')
  must(isContactSound(appeal), 'over or spoken to, and the first word is waited for')
  const awaited = whistles.some((whistle) => isIn(['blown', 'objected'], whistle.status))
  must(open || !awaited, 'over, and a department is on its way')
  must(status === 'shelved' || appeal.reviewAt === null, 'only what is shelved is looked at again')
  const awaitsTaking = isIn(WAITING_APPEAL_STATUSES, status) || appeal.handedBy !== null
  must(awaitsTaking || appeal.signDueAt === null, 'only what waits is to be taken')
  must(appeal.handedBy === null || appeal.handlerId !== null, 'handed to nobody')
  must(status === 'objected' || !objections.some(({ upheld }) => upheld === null), 'left undecided')
}

/** What holds after the timers have run: nothing is stuck. */
function checkSettled({ appeal, objections, extensions, notices }: Snapshot, now: Date): void {
  const { status, signDueAt, reviewAt, dueAt, reopenCount } = appeal
  const late = (at: Date | null | undefined) => at != null && at <= now
  must(!isIn(WAITING_APPEAL_STATUSES, status) || !late(signDueAt), 'not taken, and nobody knows')
  must(!late(appeal.contactDueAt), 'not spoken to, and nobody knows')
  must(status !== 'shelved' || !late(reviewAt), 'shelved and forgotten')
  must(status !== 'objected' || !late(objections.at(-1)?.decideBy), 'nobody decides')
  const asked = extensions.find(({ granted }) => granted === null)
  must(asked === undefined || now.getTime() - asked.askedAt.getTime() < DAY, 'nobody answers about the time')
  const told = notices.some(({ round, step }) => round === reopenCount && step === 2)
  const works = isIn(OPEN_APPEAL_STATUSES, status) && status !== 'shelved'
  must(!works || !late(dueAt) || told, 'over its time, and nobody knows')
}

/** What holds between two moments, `actor` having acted, or nobody but the clock. */
function checkChange(before: Snapshot, after: Snapshot, actor: Person | undefined, now: Date): void {
  const made = after.steps.slice(before.steps.length)
  must(same(after.steps.slice(0, before.steps.length), before.steps), 'the history is only added to')
  must(same(after.ratings.slice(0, before.ratings.length), before.ratings), 'a rating stands')
  let status: string = before.appeal.status
  for (const { action, fromStatus, toStatus, userId, words, at, byResident } of made) {
    must(fromStatus === status, `${action} follows on ${status}`)
    const move = appealWorkflow[action as AppealMove] as (typeof appealWorkflow)[AppealMove] | undefined
    const noted = move === undefined || (isIn(NOTED, action) && fromStatus === toStatus)
    const allowed = move?.from.includes(fromStatus as never) === true && isIn([move.to].flat(), toStatus)
    must(noted ? fromStatus === toStatus : allowed, `${action} from ${fromStatus} to ${toStatus}`)
    must(words !== '' || move?.needs.some((need) => need !== 'rating') !== true, `${action} says why`)
    must(at <= now && at >= (before.steps.at(-1)?.at ?? at), `${action} at the time of the server`)
    must(userId === (actor?.userId ?? null), `${action} is of who acted`)
    const own = userId === before.appeal.submitterId && userId !== before.appeal.capturedBy
    must(byResident === own, `${action} is of the person or not`)
    must(actor !== undefined || isIn(CLOCK_ACTS, action), `${action} by the clock`)
    must(actor !== undefined || words !== '', `the clock says what it did`)
    const closes = toStatus === 'closed' && fromStatus !== toStatus
    must(!closes || isIn(CLOSING, action), `closed by ${action}`)
    must(!closes || userId !== before.appeal.handlerId, 'closed by who handled it')
    status = toStatus
  }
  must(after.appeal.status === status, `a status without a step: ${status} to ${after.appeal.status}`)
  must(after.appeal.holderCode.length <= before.appeal.holderCode.length, 'only upward')
  checkDue(before, after, made.at(-1)?.action ?? '')
  const rounds = after.appeal.reopenCount - before.appeal.reopenCount
  must(isContactKept(before.appeal, after.appeal), 'the first word stands, and so does that it was late')
  must(rounds === (after.appeal.termFrom > before.appeal.termFrom ? 1 : 0), 'a new term is a new round')
  for (const { userId, calledBy } of after.ratings.slice(before.ratings.length)) {
    const asked = userId === before.appeal.submitterId || before.joins.some((join) => join.userId === userId)
    must(asked && (calledBy ?? userId) === actor?.userId, 'rated by who was asked')
    must(actor?.userId !== before.appeal.handlerId, 'not rated by who handled it')
    must(calledBy !== null || userId !== before.appeal.capturedBy, 'not rated by who wrote it down')
  }
  const decisions = (of: Snapshot) => [...of.objections, ...of.extensions]
  for (const old of decisions(before).filter(({ decidedAt }) => decidedAt !== null)) {
    must(
      decisions(after).some((row) => same(row, old)),
      'what is decided stands',
    )
  }
  const own = after.objections.some(({ objectedBy, decidedBy }) => objectedBy === decidedBy)
  must(
    !own && !after.extensions.some(({ askedBy, decidedBy }) => askedBy === decidedBy),
    'decided by another',
  )
  for (const whistle of after.whistles) {
    const old = before.whistles.find(({ id }) => id === whistle.id)
    must(old?.status !== 'arrived' || isIn(['arrived', 'released'], whistle.status), 'left without leave')
    const called = whistle.status === 'blown' && old?.answerDueAt.getTime() !== whistle.answerDueAt.getTime()
    const inTime = now >= after.appeal.dueAt || whistle.answerDueAt <= after.appeal.dueAt
    must(!called || inTime, 'who is called is due after who leads')
  }
}

/** The three reasons for which a deadline moves, and where to. */
function checkDue(before: Snapshot, after: Snapshot, action: string): void {
  const { dueAt, termFrom, urgency } = after.appeal
  const moved = dueAt.getTime() - before.appeal.dueAt.getTime()
  const whole = dueAt.getTime() - termFrom.getTime() === TERM[urgency]
  const granted = after.extensions.find(({ granted }) => granted === true)
  const isNew = !before.extensions.some((row) => row.granted === true)
  const begun = termFrom > before.appeal.termFrom
  const asked = (granted?.seconds ?? 0) * 1000
  if (begun) {
    must(
      whole && isIn(['appeal.rate', 'appeal.reopen', 'appeal.callBack'], action),
      `a new term by ${action}`,
    )
  } else if (urgency !== before.appeal.urgency) {
    const kept = dueAt.getTime() - termFrom.getTime() === TERM[urgency] + asked
    must((whole || kept) && action === 'appeal.triage', `another urgency by ${action}`)
  } else if (moved !== 0) {
    must(action === 'appeal.decideExtension' && isNew && moved === asked, `due moved by ${action}`)
    must(asked <= before.appeal.dueAt.getTime() - termFrom.getTime(), 'no longer than the term')
  }
}

/** What somebody is shown: who leads has the acts, only the person rates, and ratings stand as they were given. */
function checkView({ can, rating, relation }: AppealView, kept: Snapshot, person: Person, who: Name): void {
  const { appeal } = kept
  must(
    leads(who, kept) || !can.some((action) => isIn(LEAD_ACTS, action)),
    'acts of the lead for somebody else',
  )
  const own = appeal.submitterId === person.userId
  const joined = kept.joins.some(({ userId }) => userId === person.userId)
  const asked = (own && appeal.capturedBy !== person.userId) || (!own && joined)
  must(!can.includes('appeal.rate') || asked, 'somebody may rate who was not asked')
  const last = ownRatings(kept).at(-1)
  const fixed = last === undefined || callbackOf(kept, last.round)?.frozenAt !== null
  const shown = own || fixed ? last?.at.toISOString() : undefined
  must(rating?.at === shown, 'a rating that nobody gave, or that is not fixed yet')
  must(relation !== 'neighbour' || (rating?.words ?? '') === '', 'what the person said is not for neighbours')
}

const openings: fc.Arbitrary<Opening> = fc.record({
  urgency: fc.constantFrom('danger', 'today', 'soon'),
  text: fc.constantFrom('路灯坏了', '路灯坏了', '路灯坏了 测试待审'),
  by: fc.constantFrom('resident', 'resident', 'resident', 'captured', 'unknown'),
})
type Kind = (typeof KINDS)[number]
const KINDS = [...Array<'act'>(8).fill('act'), 'wild', 'wild', 'wait', 'wait', 'sleep'] as const
/** wild: whatever the button says · wait: the clock goes on and the timers run · sleep: the timers do not run. */
const walkSteps = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), how: fc.nat(1_000_000) }), {
  minLength: 15,
  maxLength: 25,
})

describe(`random walks through cases (seed ${SEED}, ${RUNS} walks)`, () => {
  let district: District
  let cast: Cast
  let sameAs = ''
  const reached = new Set<AppealStatus>()
  const done = new Set<AppealAction>()
  const keep = (id: string) => snapshot(district.db, id)

  beforeAll(async () => {
    district = await openDistrict()
    cast = await gather(district)
    const first = { text: '井盖没了', urgency: 'soon', by: 'resident' } as const
    sameAs = await begin(cast, first)
    await cast.resident.call('appeal.withdraw', { id: sameAs })
  })
  afterAll(() => district.close())

  async function actOnce(kept: Snapshot, how: number, kind: Kind, trace: string[]): Promise<Snapshot> {
    const { id, status } = kept.appeal
    const dice = diceOf(how)
    const who = kind === 'wild' ? (dice.pick(Object.keys(cast)) as Name) : choose(kept, dice)
    const person = cast[who]
    const view = await person.call('appeal.info', { id }).catch(() => undefined)
    if (view !== undefined) {
      checkView(view, kept, person, who)
    }
    const can = view?.can ?? []
    const offered = kind === 'wild' ? undefined : pickOffered(can, dice)
    const action = offered ?? dice.pick(APPEAL_ACTIONS) ?? 'appeal.accept'
    const may = can.includes(action)
    const scene = { person, view, kept, dice, sameAs, action, now: district.clock.now() }
    const input = await INPUTS[action](scene)
    if (input === undefined) {
      return kept
    }
    trace.push(`${status}: ${who} ${action} ${JSON.stringify(input)}${may ? '' : ' (not in can)'}`)
    const refusal = await person.call(action, { id, ...input }).then(
      () => undefined,
      (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error as Error)),
    )
    const after = await keep(id)
    if (refusal !== undefined) {
      must(isIn(REFUSALS, refusal.error.code), refusal.message)
      must(same(after, kept), 'refused, and yet something changed')
      must(!may || refusal.error.reason === 'urged_lately', `offered, and yet ${refusal.message}`)
      return kept
    }
    // Saying the same again is no error, but must be no act either.
    must(may || same(after, kept), 'not offered, and yet it was done')
    const said = ({ steps, joins, ratings, thanks }: Snapshot) =>
      steps.length + joins.length + ratings.length + thanks.length
    const heard = said(after) > said(kept)
    must(!may || heard || action === 'appeal.call', 'said to be done, and nothing was')
    checkChange(kept, after, person, district.clock.now())
    if (may) {
      done.add(action)
    }
    return after
  }

  async function wait(kept: Snapshot, how: number, kind: Kind, trace: string[]): Promise<Snapshot> {
    const ms = diceOf(how).pick(WAITS) ?? DAY
    trace.push(`${kept.appeal.status}: ${ms / MINUTE} minutes${kind === 'wait' ? '' : ' without timers'}`)
    district.clock.advance(ms)
    if (kind === 'sleep') {
      return kept
    }
    await district.runJobs()
    const after = await keep(kept.appeal.id)
    checkChange(kept, after, undefined, district.clock.now())
    checkSettled(after, district.clock.now())
    return after
  }

  /** Leaves nothing behind that would be late, or still to be told, in another test. */
  async function tidy({ appeal }: Snapshot): Promise<void> {
    const { id, status, submitterId, capturedBy } = appeal
    if (status === 'objected') {
      await cast.leader.call('appeal.decideObjection', { id, upheld: false, words: '先办' })
    }
    if (isIn(OPEN_APPEAL_STATUSES, status) && submitterId !== capturedBy) {
      await cast.resident.call('appeal.withdraw', { id })
    } else if (isIn(OPEN_APPEAL_STATUSES, status)) {
      // Nobody can take back what somebody outside the program has said.
      const over = { status: 'withdrawn', closedAt: district.clock.now(), ...NO_CLOCKS } as const
      await district.db.updateTable('appeal').set(over).where('id', '=', id).execute()
    }
    await district.runJobs()
  }

  it('break no rule of the domain', async () => {
    const walks = fc.asyncProperty(openings, walkSteps, async (opening, steps) => {
      const trace = [JSON.stringify(opening)]
      let kept = await keep(await begin(cast, opening))
      try {
        for (const { kind, how } of steps) {
          const next = kind === 'wait' || kind === 'sleep' ? wait : actOnce
          kept = await next(kept, how, kind, trace)
          checkState(kept)
          reached.add(kept.appeal.status)
        }
      } catch (error) {
        throw new Error(`${(error as Error).message}, after\n  ${trace.join('\n  ')}`, { cause: error })
      } finally {
        await tidy(await keep(kept.appeal.id))
      }
    })
    await fc.assert(walks, { seed: SEED, numRuns: RUNS, endOnFailure: process.env.SHRINK === undefined })
  }, 240_000)

  // Fewer walks than that need not have been everywhere.
  const enough = RUNS < 40 ? it.skip : it
  enough('have been to every status and done every act', () => {
    expect(APPEAL_STATUSES.filter((status) => !reached.has(status))).toEqual([])
    expect(APPEAL_ACTIONS.filter((action) => !done.has(action))).toEqual([])
  })

  it('leave an audit trail that holds', async () => {
    expect(await verifyAudit(district.db)).toEqual([])
  })
})
