import { isWithin } from '~/types/area'
import type { MissingAction, MissingRelation, MissingStatus } from '~/types/missing'
import { scopesOf } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { conflict, forbidden, notFound } from '../../core/errors'
import { move } from '../../core/workflow'
import { allowedActions } from './can'
import { fulfils, isPolice, POLICE, relationTo } from './policy'
import { findLastMove, insertStep, lockMissing, type MissingRow } from './repo'
import { missingWorkflow, type MissingMove } from './workflow'

/** The relation of the caller to a loaded case; NOT_FOUND when for them there is none. */
export function requireRelation(
  ctx: Ctx,
  missing: MissingRow | undefined,
): { missing: MissingRow; relation: MissingRelation } {
  const relation = missing === undefined ? undefined : relationTo(ctx.actor, missing)
  if (missing === undefined || relation === undefined) {
    throw notFound('条寻人')
  }
  return { missing, relation }
}

/** For whom somebody acts: the narrowest of their areas, their department, or '' for the family. */
function actingFor({ actor }: Ctx, { areaCode }: MissingRow): string {
  const [own] = scopesOf(actor, 'missing.lead')
    .filter((code) => isWithin(areaCode, code))
    .sort((a, b) => b.length - a.length)
  return own ?? (isPolice(actor) ? POLICE : '')
}

export async function recordStep(ctx: Ctx, missing: MissingRow, action: string, words = ''): Promise<void> {
  await insertStep(ctx.db, {
    id: ctx.newId(),
    missingId: missing.id,
    action,
    userId: ctx.actor.user.id,
    byCode: actingFor(ctx, missing),
    words,
    at: ctx.now,
  })
}

/**
 * The case, locked, for a move of the caller. `repeated`: the last move was the same one, by the caller, and the case
 * is where this one would bring it.
 */
export async function openForAct(
  ctx: Ctx,
  id: string,
  action: MissingMove,
  isThere: (missing: MissingRow) => boolean = () => true,
): Promise<{ missing: MissingRow; repeated: boolean }> {
  const { missing } = requireRelation(ctx, await lockMissing(ctx.db, id))
  ctx.trail = { target: missing.id, areaCode: missing.areaCode }
  if (!fulfils(ctx.actor, missingWorkflow[action].rule, missing)) {
    throw forbidden()
  }
  const last = await findLastMove(ctx.db, id, Object.keys(missingWorkflow))
  const repeated = last?.action === action && last.userId === ctx.actor.user.id && isThere(missing)
  return { missing, repeated }
}

/** The case, locked, for an act that leaves it where it is. CONFLICT when it is not the time for it. */
export async function openAside(
  ctx: Ctx,
  id: string,
  action: MissingAction,
  may: (relation: MissingRelation) => boolean,
): Promise<{ missing: MissingRow; relation: MissingRelation }> {
  const { missing, relation } = requireRelation(ctx, await lockMissing(ctx.db, id))
  ctx.trail = { target: missing.id, areaCode: missing.areaCode }
  if (!may(relation)) {
    throw forbidden()
  }
  if (!allowedActions(ctx.actor, missing).includes(action)) {
    throw conflict('wrong_status', '这条寻人已经不在找了,请刷新看看')
  }
  return { missing, relation }
}

interface Act {
  missing: MissingRow
  action: MissingMove
  to?: MissingStatus
  set?: Partial<MissingRow>
  words?: string
}

/** Moves the case along the workflow and writes the step that did it. */
export async function act(ctx: Ctx, { missing, action, to, set, words }: Act): Promise<MissingRow> {
  const moved = await move(ctx, {
    table: 'missing',
    workflow: missingWorkflow,
    row: missing,
    action,
    to,
    set,
  })
  await recordStep(ctx, moved, action, words)
  return moved
}
