import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { readAgain, reminderAt } from '../clock'
import { viewAppeal } from '../queries'
import { setColumns, type AppealRow } from '../repo'
import { updateExtension } from '../rounds'
import { recordStep } from '../step'
import { openAside, requireVisible } from '../surroundings'

/** The only way in which a deadline moves. The person who asked is told the reason. */
export async function decideExtension(
  ctx: Ctx,
  { id, granted, words }: Input<'appeal.decideExtension'>,
): Promise<AppealView> {
  const { appeal: seen, around: before } = await requireVisible(ctx, id)
  if (before.extension?.decidedBy === ctx.actor.user.id && before.extension.granted === granted) {
    return viewAppeal(ctx, seen)
  }
  const { appeal, around } = await openAside(ctx, id, 'appeal.decideExtension')
  const decided = { granted, words, decidedBy: ctx.actor.user.id, decidedAt: ctx.now }
  await updateExtension(ctx.db, id, decided)
  const after = granted ? await prolong(ctx, appeal, around.extension?.seconds ?? 0) : appeal
  const step = { action: 'appeal.decideExtension', from: appeal.status, appeal: after, stepId: ctx.newId() }
  await recordStep(ctx, { ...step, action: 'appeal.decideExtension', words, pictureIds: undefined })
  return viewAppeal(ctx, after)
}

async function prolong(ctx: Ctx, appeal: AppealRow, seconds: number): Promise<AppealRow> {
  const dueAt = new Date(appeal.dueAt.getTime() + seconds * 1000)
  const again = (await readAgain(ctx))[appeal.urgency]
  const next = reminderAt(appeal.termFrom, dueAt, appeal.remindStep, again)
  return setColumns(ctx.db, appeal.id, { dueAt, remindAt: next > ctx.now ? next : ctx.now })
}
