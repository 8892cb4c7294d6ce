import type { WhistleKind } from '~/types/whistle'
import { departmentsOf } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { conflict, forbidden, notFound } from '../../core/errors'
import { readSetting } from '../../core/settings'
import { move } from '../../core/workflow'
import { insertWhistle, lockAwaited, lockWhistle, runningDepartments, type WhistleRow } from './repo'
import { termsSetting } from './schema'
import { whistleWorkflow } from './workflow'

export { presentWhistle } from './present'
export { departmentNames, findWhistle, listWhistles, type WhistleRow } from './repo'

/** Shapes of the settings of whistles. */
export const settingSchemas = { 'whistle.terms': termsSetting }

/** Seconds until a department must be there, by the kind of whistle. */
export function readTerms({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Record<WhistleKind, number>> {
  return readSetting(db, 'whistle.terms', termsSetting, now)
}

interface Blow {
  appealId: string
  departments: string[]
  kind: WhistleKind
  words: string
  /** When the lead is due; whoever helps is due earlier. */
  before: Date
}

/** Of the time that the lead has left, the part that who helps has at most (domain rules 1.4). */
const SHARE = 0.9

/** When a department must be there: its term, and in time for the lead unless the lead is late already. */
function answerDue(now: Date, seconds: number, before: Date): Date {
  const left = (before.getTime() - now.getTime()) * SHARE
  return new Date(now.getTime() + (left > 0 ? Math.min(seconds * 1000, left) : seconds * 1000))
}

/** Whistles for each department, with the clock of its kind. CONFLICT whistle_running for one that is under way. */
export async function blow(ctx: Ctx, { appealId, departments, kind, words, before }: Blow): Promise<void> {
  const running = await runningDepartments(ctx.db, appealId)
  if (departments.some((department) => running.includes(department))) {
    throw conflict('whistle_running', '其中有部门已经在吹哨里了,等镇里放行以后才能再吹')
  }
  const terms = await readTerms(ctx)
  for (const department of departments) {
    await insertWhistle(ctx.db, {
      id: ctx.newId(),
      appealId,
      department,
      kind,
      words,
      status: 'blown',
      blownBy: ctx.actor.user.id,
      blownAt: ctx.now,
      answerDueAt: answerDue(ctx.now, terms[kind], before),
      arrivedBy: null,
      arrivedAt: null,
      releasedBy: null,
      releasedAt: null,
      useful: null,
      justified: null,
    })
  }
}

async function open(ctx: Ctx, appealId: string, id: string): Promise<WhistleRow> {
  const row = await lockWhistle(ctx.db, id)
  if (row?.appealId !== appealId) {
    throw notFound('次吹哨')
  }
  return row
}

/** The department says that it is there. Saying so again changes nothing. */
export async function arrive(
  ctx: Ctx,
  appealId: string,
  id: string,
  justified: number | null,
): Promise<WhistleRow> {
  const row = await open(ctx, appealId, id)
  if (!departmentsOf(ctx.actor, 'appeal.handle').includes(row.department)) {
    throw forbidden('这次吹哨是叫别的部门')
  }
  if (row.status !== 'blown' && row.arrivedBy === ctx.actor.user.id) {
    return row
  }
  const set = { arrivedBy: ctx.actor.user.id, arrivedAt: ctx.now, justified }
  const tell = { appealId, department: row.department }
  return move(ctx, { table: 'whistle', workflow: whistleWorkflow, row, action: 'appeal.arrive', set, tell })
}

/** The town lets the department go and says how useful it was. */
export async function release(ctx: Ctx, appealId: string, id: string, useful: number): Promise<WhistleRow> {
  const row = await open(ctx, appealId, id)
  if (row.status === 'released' && row.releasedBy === ctx.actor.user.id) {
    return row
  }
  const set = { releasedBy: ctx.actor.user.id, releasedAt: ctx.now, useful }
  return move(ctx, { table: 'whistle', workflow: whistleWorkflow, row, action: 'appeal.release', set })
}

/** The department says that the whistle is not for them; once. */
export async function objectWhistle(
  ctx: Ctx,
  appealId: string,
  id: string,
  reason: string,
): Promise<WhistleRow> {
  const row = await open(ctx, appealId, id)
  if (!departmentsOf(ctx.actor, 'appeal.handle').includes(row.department)) {
    throw forbidden('这次吹哨是叫别的部门')
  }
  if (row.status === 'objected' && row.objectedBy === ctx.actor.user.id) {
    return row
  }
  if (row.objectedAt !== null) {
    throw conflict('objection_limit', '这次吹哨已经提过异议了,请先到现场')
  }
  const set = { objection: reason, objectedBy: ctx.actor.user.id, objectedAt: ctx.now }
  return move(ctx, { table: 'whistle', workflow: whistleWorkflow, row, action: 'appeal.object', set })
}

interface Decision {
  appealId: string
  id: string
  upheld: boolean
  /** When the lead is due. */
  before: Date
}

/** Upheld: the department need not come. Denied: it must, with its whole time again. */
export async function decideWhistle(
  ctx: Ctx,
  { appealId, id, upheld, before }: Decision,
): Promise<WhistleRow> {
  const row = await open(ctx, appealId, id)
  const terms = await readTerms(ctx)
  const decided = { decidedBy: ctx.actor.user.id, decidedAt: ctx.now }
  const answerDueAt = answerDue(ctx.now, terms[row.kind], before)
  return move(ctx, {
    table: 'whistle',
    workflow: whistleWorkflow,
    row,
    action: 'appeal.decideObjection',
    to: upheld ? 'dropped' : 'blown',
    set: upheld ? decided : { ...decided, answerDueAt },
  })
}

/** The case is over: the departments that have not come, a handful at most, need not come. */
export async function dropWhistles(ctx: Ctx, appealId: string): Promise<void> {
  for (const row of await lockAwaited(ctx.db, appealId)) {
    await move(ctx, { table: 'whistle', workflow: whistleWorkflow, row, action: 'whistle.drop' })
  }
}
