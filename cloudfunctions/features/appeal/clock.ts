import { z } from 'zod'
import { URGENCY_CLASSES, type UrgencyClass } from '~/types/appeal'
import type { DbOrTx } from '../../core/db'
import { settingSeconds } from '../../core/fields'
import { readSetting } from '../../core/settings'
import type { AppealRow } from './repo'
import { findExtension, updateExtension } from './rounds'

/** Shape of `appeal.deadlines`, `appeal.signing`, `appeal.contact` and `appeal.again`. */
export const byClass = z.record(z.enum(URGENCY_CLASSES), settingSeconds)
/** Shape of `appeal.terms`, in seconds. */
export const termsSetting = z.strictObject({
  object: byClass,
  decide: settingSeconds,
  review: settingSeconds,
  urge: settingSeconds,
  ask: settingSeconds,
  rating: settingSeconds,
})

/** No clock runs: what a case is set to when it leaves the open statuses. */
export const NO_CLOCKS = {
  signDueAt: null,
  contactDueAt: null,
  remindAt: null,
  waitingFor: null,
  reviewAt: null,
} as const

/** Shares of the term after which is reminded; the third is the end of it (domain rules 1.2). */
export const REMINDERS = [0.5, 0.8, 1] as const

type Ctx = { db: DbOrTx; now: Date }
const after = (from: Date, s: number) => new Date(from.getTime() + s * 1000)

export async function readTerms({ db, now }: Ctx): Promise<z.infer<typeof termsSetting>> {
  return readSetting(db, 'appeal.terms', termsSetting, now)
}

/** When feedback is due that is asked for now. */
export async function dueAfter({ db, now }: Ctx, urgency: UrgencyClass): Promise<Date> {
  return after(now, (await readSetting(db, 'appeal.deadlines', byClass, now))[urgency])
}

/** Until when who is handed the case now must take it. */
export async function signDueAfter({ db, now }: Ctx, urgency: UrgencyClass): Promise<Date> {
  return after(now, (await readSetting(db, 'appeal.signing', byClass, now))[urgency])
}

/** Until when who has the case must have spoken to the person. */
async function contactDueAfter({ db, now }: Ctx, urgency: UrgencyClass): Promise<Date> {
  return after(now, (await readSetting(db, 'appeal.contact', byClass, now))[urgency])
}

const earlier = (a: Date, b: Date) => (a < b ? a : b)

/** When is reminded for the `step`-th time (from 0); after the end of the term every `again` seconds. */
export function reminderAt(from: Date, due: Date, step: number, again: number): Date {
  const share = REMINDERS[step]
  return share === undefined
    ? after(due, again * (step - REMINDERS.length + 1))
    : new Date(from.getTime() + (due.getTime() - from.getTime()) * share)
}

export async function readAgain({ db, now }: Ctx): Promise<Record<UrgencyClass, number>> {
  return readSetting(db, 'appeal.again', byClass, now)
}

/** The clocks of a term that begins now: when it is due, when to take it, when to speak to the person, the first reminder. */
export async function newTerm(
  ctx: Ctx,
  urgency: UrgencyClass,
): Promise<
  Pick<
    AppealRow,
    'termFrom' | 'dueAt' | 'signDueAt' | 'contactDueAt' | 'contactedAt' | 'remindAt' | 'remindStep'
  >
> {
  const dueAt = await dueAfter(ctx, urgency)
  return {
    termFrom: ctx.now,
    dueAt,
    signDueAt: await signDueAfter(ctx, urgency),
    contactDueAt: await contactDueAfter(ctx, urgency),
    contactedAt: null,
    remindAt: reminderAt(ctx.now, dueAt, 0, 1),
    remindStep: 0,
  }
}

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
  const contact = await contactDueAfter(ctx, urgency)
  return {
    dueAt,
    remindAt: reminderAt(appeal.termFrom, dueAt, appeal.remindStep, again),
    ...(appeal.signDueAt !== null && { signDueAt: earlier(sign, appeal.signDueAt) }),
    ...(appeal.contactDueAt !== null && { contactDueAt: earlier(contact, appeal.contactDueAt) }),
  }
}
