import { isWithin } from '~/types/area'
import { OPEN_APPEAL_STATUSES, type AppealStatus, type AppealStepName } from '~/types/appeal'
import { ROLE_RULES } from '~/types/roles'
import type { Ctx } from '../../core/context'
import { forbidden } from '../../core/errors'
import { move } from '../../core/workflow'
import { departmentsOf, scopesOf } from '../../core/actor'
import { attachPictures } from '../picture/queries'
import { dropWhistles } from '../whistle/queries'
import { ask } from './asking'
import { attachVoices } from '../voice/queries'
import { NO_CLOCKS } from './clock'
import { contactAfter } from './contact'
import { isOutside, isOwn } from './captured'
import { fulfils } from './policy'
import { dropExtension, dropObjections } from './rounds'
import { requireRelation } from './surroundings'
import { findLastMove, insertStep, lockAppeal, type AppealRow } from './repo'
import { appealWorkflow, isOpen, type AppealMove } from './workflow'

export interface Step {
  action: AppealStepName
  from: AppealStatus | ''
  appeal: AppealRow
  stepId: string
  words: string
  pictureIds: string[] | undefined
  voiceIds?: string[] | undefined
}

/** Writes one line of the history with its pictures and recordings. */
export async function recordStep(
  ctx: Ctx,
  { action, from, appeal, stepId, words, pictureIds = [], voiceIds = [] }: Step,
): Promise<void> {
  await attachPictures(ctx, pictureIds)
  await attachVoices(ctx, voiceIds)
  const resident = isOwn(ctx.actor, appeal) || (action === 'appeal.submit' && !isOutside(appeal))
  const row = {
    id: stepId,
    appealId: appeal.id,
    action,
    fromStatus: from,
    toStatus: appeal.status,
    userId: ctx.actor.user.id,
    byCode: resident ? appeal.areaCode : actingFor(ctx, appeal),
    byDepartment: resident ? null : departmentFor(ctx, appeal),
    byResident: resident,
    words,
    at: ctx.now,
  }
  await insertStep(ctx.db, row, { pictureIds, voiceIds })
}

/** The area for which a member of staff acts: the narrowest of theirs that contains the grid. */
function actingFor(ctx: Ctx, appeal: AppealRow): string {
  const codes = ctx.actor.assignments
    .filter(
      ({ role, areaCode }) =>
        (ROLE_RULES[role].includes('appeal.handle') || ROLE_RULES[role].includes('appeal.decide')) &&
        isWithin(appeal.areaCode, areaCode),
    )
    .map(({ areaCode }) => areaCode)
  return codes.sort((a, b) => b.length - a.length)[0] ?? appeal.holderCode
}

/**
 * The columns of a case that the caller does something for: from then on it is theirs. A level above may step in at any
 * time, and then it leads; the desks below no longer have it. Never down (regulation on appeals, art. 14).
 */
export function takenBy(ctx: Ctx, appeal: AppealRow): Pick<AppealRow, 'handlerId' | 'holderCode'> {
  const mine = scopesOf(ctx.actor, 'appeal.handle').filter((code) => isWithin(appeal.holderCode, code))
  const narrowest = mine.sort((a, b) => b.length - a.length)[0]
  const holderCode = appeal.leadDepartment === null ? narrowest : undefined
  return { handlerId: ctx.actor.user.id, holderCode: holderCode ?? appeal.holderCode }
}

/** The department for which the caller acts on this case, if any. */
function departmentFor(ctx: Ctx, appeal: AppealRow): string | null {
  return departmentsOf(ctx.actor, 'appeal.handle').find((code) => appeal.departments.includes(code)) ?? null
}

/**
 * The appeal, locked, for an act of the caller. `repeated`: the last move was the same one, by the caller, and the
 * case is where this act would bring it.
 */
export async function openForAct(
  ctx: Ctx,
  id: string,
  action: AppealMove,
  isThere: (appeal: AppealRow) => boolean = () => true,
): Promise<{ appeal: AppealRow; repeated: boolean }> {
  const { appeal } = requireRelation(ctx, await lockAppeal(ctx.db, id))
  ctx.trail = { target: appeal.id, areaCode: appeal.areaCode }
  const last = await findLastMove(ctx.db, appeal.id, Object.keys(appealWorkflow))
  if (last?.action === action && last.userId === ctx.actor.user.id && isThere(appeal)) {
    return { appeal, repeated: true }
  }
  if (!fulfils(ctx.actor, appealWorkflow[action].rule, appeal)) {
    throw forbidden()
  }
  return { appeal, repeated: false }
}

interface Act {
  appeal: AppealRow
  action: AppealMove
  to?: AppealStatus
  set?: Partial<AppealRow>
  words: string
  pictureIds?: string[] | undefined
  voiceIds?: string[] | undefined
}

/** What the offices still argue about, or wait for, has no object any more once the case goes another way, is over or begins again. */
async function endRounds(ctx: Ctx, before: AppealRow, after: AppealRow, action: AppealMove): Promise<void> {
  if (before.status === 'objected' && action !== 'appeal.decideObjection') {
    await dropObjections(ctx.db, before.id, ctx.now)
  }
  if (isOpen(before) && !isOpen(after)) {
    await dropWhistles(ctx, before.id)
  }
  if (!isOpen(after) || after.reopenCount !== before.reopenCount) {
    await dropExtension(ctx.db, before.id, ctx.now)
  }
}

/** Moves the appeal along the workflow and writes the step that did it. */
export async function act(ctx: Ctx, { appeal, action, to, set, ...said }: Act): Promise<AppealRow> {
  const stepId = ctx.newId()
  const target = to ?? appealWorkflow[action].to
  // Whoever acts on a case that was handed over has it, and nothing waits to be taken any more.
  const taken = appeal.handedBy === null ? {} : { handedBy: null, signDueAt: null }
  const goesOn = (OPEN_APPEAL_STATUSES as readonly string[]).includes(String(target))
  const moved = await move(ctx, {
    table: 'appeal',
    workflow: appealWorkflow,
    row: appeal,
    action,
    to,
    set: {
      ...taken,
      ...contactAfter(appeal, action, said.words, ctx.now),
      ...set,
      ...(!goesOn && NO_CLOCKS),
    },
    tell: { stepId, holderCode: set?.holderCode ?? appeal.holderCode },
  })
  await recordStep(ctx, {
    action,
    from: appeal.status,
    appeal: moved,
    stepId,
    pictureIds: undefined,
    ...said,
  })
  await endRounds(ctx, appeal, moved, action)
  if (moved.handledAt !== null && appeal.handledAt === null && moved.closedAt === null) {
    await ask(ctx, moved)
  }
  return moved
}
