import type { HelpAction, HelpStatus } from '~/types/help'
import type { Ctx } from '../../core/context'
import { conflict, forbidden } from '../../core/errors'
import { move } from '../../core/workflow'
import { requireVisible, type Around } from './around'
import { judge } from './can'
import { findLastStep, insertStep, lockHelp, type HelpRow } from './repo'
import { helpWorkflow, type HelpMove } from './workflow'

export interface Opened {
  help: HelpRow
  around: Around
  /** The last step of this kind was the same one, by the caller: nothing is left to do. */
  repeated: boolean
}

/** The request, locked, as the caller stands to it. */
async function lockVisible(ctx: Ctx, id: string): Promise<{ help: HelpRow; around: Around }> {
  const found = await requireVisible(ctx, await lockHelp(ctx.db, id))
  ctx.trail = { target: found.help.id, areaCode: found.help.areaCode }
  return found
}

/**
 * The request, locked, for an act of the caller: FORBIDDEN for the wrong person, CONFLICT at the wrong moment. A
 * repeated act is let through as `repeated`.
 */
export async function openForAct(ctx: Ctx, id: string, action: HelpAction): Promise<Opened> {
  const { help, around } = await lockVisible(ctx, id)
  const { may, now } = judge(action, help, around)
  if (may && now) {
    return { help, around, repeated: false }
  }
  const kind = action in helpWorkflow ? Object.keys(helpWorkflow) : [action]
  const last = await findLastStep(ctx.db, id, kind)
  if (last?.action === action && last.userId === ctx.actor.user.id) {
    return { help, around, repeated: true }
  }
  throw may ? tooLate(action, help, around) : forbidden('这件事是别人的,您看看就好')
}

/** Why this is not the moment, in words. */
function tooLate(action: HelpAction, help: HelpRow, { known }: Around) {
  const wants = action === 'help.take' || action === 'help.offer'
  if (wants && help.helperId !== null) {
    return conflict('taken', '已经有邻居去帮了,谢谢您')
  }
  if (wants && !known) {
    return conflict('not_known_here', '请先从网格群里点开一次,或者请网格员确认您住在这里,再来帮忙')
  }
  if (action === 'help.take' && help.status === 'open') {
    return conflict('choose_only', '这件事由本人来选,请点“我可以帮”')
  }
  if (action === 'help.call') {
    return conflict('no_phone', '对方没有留电话,请在下面留言')
  }
  return conflict('wrong_status', '这件事的进展已经变了,请刷新看看')
}

interface Step {
  help: HelpRow
  action: string
  from: HelpStatus | ''
  words?: string | undefined
}

/** Writes one line of the history. */
export async function recordStep(ctx: Ctx, { help, action, from, words = '' }: Step): Promise<void> {
  await insertStep(ctx.db, {
    id: ctx.newId(),
    helpId: help.id,
    action,
    fromStatus: from,
    toStatus: help.status,
    userId: ctx.actor.user.id,
    words,
    at: ctx.now,
  })
}

interface Act {
  help: HelpRow
  action: HelpMove
  to?: HelpStatus
  set?: Partial<HelpRow>
  words?: string | undefined
}

/** Moves the request along the workflow and writes the step that did it. */
export async function act(ctx: Ctx, { help, action, to, set, words }: Act): Promise<HelpRow> {
  const moved = await move(ctx, {
    table: 'help',
    workflow: helpWorkflow,
    row: help,
    action,
    ...(to !== undefined && { to }),
    ...(set !== undefined && { set }),
    tell: { byId: ctx.actor.user.id, helperId: help.helperId ?? '' },
  })
  await recordStep(ctx, { help: moved, action, from: help.status, words })
  return moved
}
