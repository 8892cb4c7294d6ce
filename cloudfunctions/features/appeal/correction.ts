import type { UrgencyClass } from '~/types/appeal'
import type { Ctx } from '../../core/context'
import { dueAfter, readAgain, reminderAt, signDueAfter } from './clock'
import type { AppealRow } from './repo'
import { findExtension, updateExtension } from './rounds'

/**
 * The clocks of another class. Its time counts from the beginning of the term: looking again must not win time
 * (art. 13); more time that was granted in this term stays granted, and what is still asked for is no more than the term.
 */
export async function clocksOf(
  ctx: Ctx,
  appeal: AppealRow,
  urgency: UrgencyClass,
): Promise<Partial<AppealRow>> {
  const term = await dueAfter({ db: ctx.db, now: appeal.termFrom }, urgency)
  const seconds = Math.floor((term.getTime() - appeal.termFrom.getTime()) / 1000)
  const extension = await findExtension(ctx.db, appeal.id)
  const granted = extension?.granted === true && (extension.decidedAt ?? appeal.termFrom) > appeal.termFrom
  if (extension?.granted === null && extension.seconds > seconds) {
    await updateExtension(ctx.db, appeal.id, { seconds })
  }
  const dueAt = new Date(term.getTime() + (granted ? extension.seconds * 1000 : 0))
  const again = (await readAgain(ctx))[urgency]
  const sign = await signDueAfter(ctx, urgency)
  return {
    dueAt,
    remindAt: reminderAt(appeal.termFrom, dueAt, appeal.remindStep, again),
    ...(appeal.signDueAt !== null && { signDueAt: sign < appeal.signDueAt ? sign : appeal.signDueAt }),
  }
}
