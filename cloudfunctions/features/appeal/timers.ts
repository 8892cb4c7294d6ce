import type { AppealStatus } from '~/types/appeal'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { Deps } from '../../core/deps'
import { drain, type Tick } from '../../core/drain'
import { move } from '../../core/workflow'
import { levelAbove } from './reopening'
import { isOutside } from './captured'
import { ask, askAgain, freeze, giveUp } from './asking'
import { tellUncontacted } from './contact'
import { readAgain, reminderAt, REMINDERS, signDueAfter } from './clock'
import {
  insertNotice,
  lockDueCallbacks,
  lockDueReminders,
  lockReviewable,
  lockUncontacted,
  lockUndecided,
  lockUntaken,
  refuseOldExtensions,
  type DueCallback,
} from './due'
import { readLimits } from './limits'
import { updateCallback } from './ratings'
import { tellWhoHasIt } from './handing'
import { insertStep, listColleagues, setColumns, type AppealRow } from './repo'
import { updateObjection } from './rounds'
import { appealWorkflow, isHandled, isOpen } from './workflow'

/** After this many reminders the clock falls silent; by then it has been told to everybody above, for days. */
const REMINDERS_MOST = 12

const WORDS = ['时间过了一半,已经提醒', '时间只剩两成,已经提醒']
const isBelowTown = ({ leadDepartment, holderCode }: AppealRow) =>
  leadDepartment === null && holderCode.length > AREA_CODE_LENGTH.town

/** A line of the history that nobody wrote. */
async function note(
  tick: Tick,
  appeal: AppealRow,
  from: AppealStatus,
  action: string,
  words: string,
  id = tick.newId(),
) {
  await insertStep(tick.db, {
    id,
    appealId: appeal.id,
    action,
    fromStatus: from,
    toStatus: appeal.status,
    userId: null,
    byCode: appeal.holderCode,
    byResident: false,
    words,
    at: tick.now,
  })
}

interface Push {
  to: AppealStatus
  set: Partial<AppealRow>
  words: string
  action?: 'appeal.overdue' | 'appeal.unreached'
}

async function push(
  tick: Tick,
  row: AppealRow,
  { to, set, words, action = 'appeal.overdue' }: Push,
): Promise<AppealRow> {
  const stepId = tick.newId()
  const tell = { stepId, holderCode: set.holderCode ?? row.holderCode }
  const moved = await move(tick, {
    table: 'appeal',
    workflow: appealWorkflow,
    row,
    action,
    to,
    set: { ...set, handedBy: null },
    tell,
  })
  await note(tick, moved, row.status, action, words, stepId)
  return moved
}

/** One level up, with a new time to take it. */
async function pushUp(tick: Tick, row: AppealRow, words: string): Promise<AppealRow> {
  const signDueAt = await signDueAfter(tick, row.urgency)
  const set = { holderCode: levelAbove(row), handlerId: null, signDueAt }
  return push(tick, row, { to: 'escalated', set, words })
}

/** Half of the time, four fifths, over, and again: each exactly once a round, however late or often this runs. */
async function remind(tick: Tick, due: AppealRow): Promise<void> {
  const again = (await readAgain(tick))[due.urgency]
  let row = due
  let step = row.remindStep
  for (let at = row.remindAt; at !== null && at <= tick.now && step < REMINDERS_MOST;) {
    if (await insertNotice(tick.db, { appealId: row.id, round: row.reopenCount, step, at: tick.now })) {
      row = await tell(tick, row, step)
    }
    step += 1
    at = reminderAt(row.termFrom, row.dueAt, step, again)
  }
  const next = step < REMINDERS_MOST ? reminderAt(row.termFrom, row.dueAt, step, again) : null
  await setColumns(tick.db, row.id, { remindStep: step, remindAt: next })
}

async function tell(tick: Tick, row: AppealRow, step: number): Promise<AppealRow> {
  const words = WORDS[step]
  if (words !== undefined) {
    await note(tick, row, row.status, 'appeal.remind', words)
    return row
  }
  const first = step === REMINDERS.length - 1
  if (first) {
    // The time is over: the person is asked, whatever the offices say (art. 23).
    await ask(tick, row)
  }
  if (isBelowTown(row)) {
    return pushUp(tick, row, first ? '超过时限,已报上一级' : '还没办好,再报上一级')
  }
  await note(
    tick,
    row,
    row.status,
    'appeal.remind',
    first ? '超过时限,已报区里督办' : '还没办好,再次报区里督办',
  )
  return row
}

/** Handed to a colleague who did not take it: back to who gave it, or up a level when they are no longer there. */
async function giveBack(tick: Tick, row: AppealRow): Promise<void> {
  const colleagues = await listColleagues(tick.db, row, tick.now)
  if (!colleagues.some(({ userId }) => userId === row.handedBy)) {
    const cleared = await setColumns(tick.db, row.id, { handedBy: null, signDueAt: null })
    await (isBelowTown(row)
      ? pushUp(tick, cleared, '同事没有按时接下,已报上一级')
      : note(tick, cleared, row.status, 'appeal.remind', '同事没有按时接下,已报区里督办'))
    return
  }
  const set = { handlerId: row.handedBy, handedBy: null, signDueAt: null }
  const back = await setColumns(tick.db, row.id, set)
  await note(tick, back, row.status, 'appeal.remind', '同事没有按时接下,退回原来的同志')
  await tellWhoHasIt(tick, back, 'back')
}

/** Handed over and not taken in time: up a level, or back to the town that dispatched it. */
async function returnUntaken(tick: Tick, row: AppealRow): Promise<void> {
  if (row.handedBy !== null) {
    await giveBack(tick, row)
  } else if (row.status === 'dispatched') {
    const signDueAt = await signDueAfter(tick, row.urgency)
    const set = { leadDepartment: null, waitingFor: null, signDueAt }
    await push(tick, row, { to: 'escalated', set, words: '部门没有按时接单,退回镇里' })
  } else if (isBelowTown(row)) {
    await pushUp(tick, row, '没有按时接单,已报上一级')
  } else {
    const told = await setColumns(tick.db, row.id, { signDueAt: null })
    await note(tick, told, row.status, 'appeal.remind', '没有按时接单,已报区里督办')
  }
}

/** Nobody has spoken to the person in time: stands in the history, and whoever has the case is told. */
async function noteUncontacted(tick: Tick, row: AppealRow): Promise<void> {
  const late = await setColumns(tick.db, row.id, { contactDueAt: null, contactLate: true })
  await note(tick, late, row.status, 'appeal.remind', '还没有联系反映人,已经提醒')
  await tellUncontacted(tick, late)
}

/** An objection that nobody decides in time counts as denied: the case must not wait for an argument. */
async function denyUndecided(
  tick: Tick,
  { row, objectionId }: { row: AppealRow; objectionId: string },
): Promise<void> {
  const words = '到时没有裁定,先按原派单办理'
  await push(tick, row, { to: 'accepted', set: { waitingFor: null }, words })
  await updateObjection(tick.db, objectionId, { upheld: false, decidedAt: tick.now, words })
}

async function resume(tick: Tick, row: AppealRow): Promise<void> {
  const set = { reviewAt: null, waitingFor: null }
  await push(tick, row, { to: 'accepted', set, words: '到了复查的时间,接着办' })
}

/** Nobody answered: asks again on another day, so often and no more. The neighbours' time to rate ends here, too. */
async function askOrEnd(tick: Tick, { row, callback, heard }: DueCallback): Promise<void> {
  const isOver = !isOpen(row) && !isHandled(row)
  const { asks, reopenDays } = await readLimits(tick)
  if (heard || callback.round !== row.reopenCount || isOver) {
    await freeze(tick, row, callback)
  } else if (callback.tries < asks) {
    await askAgain(tick, callback)
    const whom = isOutside(row) ? '请上一级打电话或上门问反映人' : '请反映人评价'
    await note(tick, row, row.status, 'appeal.ask', `第${callback.tries + 1}次${whom}`)
  } else if (isOpen(row)) {
    await updateCallback(tick.db, callback, { nextAt: null })
  } else {
    const words = isOutside(row)
      ? `请上一级问了反映人${callback.tries}次,没有问到,先结案`
      : `请您评价了${callback.tries}次,没有等到,先结案。${reopenDays}天内有新情况还可以再办`
    await push(tick, row, { action: 'appeal.unreached', to: 'closed', set: { closedAt: tick.now }, words })
    await giveUp(tick, callback)
  }
}

/** Everything about appeals that only the clock can do. Safe to run late, twice and at the same time. */
export async function tickAppeals(deps: Deps, newId: () => string): Promise<number> {
  const returned = await drain(deps, newId, lockUntaken, returnUntaken)
  const uncontacted = await drain(deps, newId, lockUncontacted, noteUncontacted)
  const denied = await drain(deps, newId, lockUndecided, denyUndecided)
  const resumed = await drain(deps, newId, lockReviewable, resume)
  const reminded = await drain(deps, newId, lockDueReminders, remind)
  const asked = await drain(deps, newId, lockDueCallbacks, askOrEnd)
  const refused = await refuseOldExtensions(deps.db, deps.clock.now())
  return returned + uncontacted + denied + resumed + reminded + asked + refused
}
