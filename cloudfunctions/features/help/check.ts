import type { Ctx } from '../../core/context'
import type { Deps } from '../../core/deps'
import { emit } from '../../core/outbox'
import {
  checkWords,
  checkWordsOf,
  sumReports,
  type CheckReport,
  type PublicWords,
} from '../../core/words-check'
import { listThanks, type ThankRow } from './beside'
import type { HelpRow } from './repo'
import { sharedThanks } from './said'
import { HELP_EVENTS } from './workflow'

type Teller = Pick<Ctx, 'db' | 'now' | 'newId'>

/**
 * Once the platform lets the words pass: tells those who are asked first, and the grid as soon as its people see it. Each
 * is told once.
 */
export async function tellShown(ctx: Teller, help: HelpRow): Promise<void> {
  if (help.content !== 'passed' || help.status !== 'open') {
    return
  }
  await emit(ctx, HELP_EVENTS.asked, { id: help.id }, `${HELP_EVENTS.asked}:${help.id}`)
  if (help.reachCode !== null) {
    await emit(ctx, HELP_EVENTS.shown, { id: help.id }, `${HELP_EVENTS.shown}:${help.id}`)
  }
}

/** Tells the grid once what the two said afterwards: when both let it be read and the platform does, too. */
export async function tellThanked(ctx: Teller, helpId: string): Promise<void> {
  if (sharedThanks({ thanks: await listThanks(ctx.db, [helpId]) }).length > 0) {
    await emit(ctx, HELP_EVENTS.thanked, { id: helpId }, `${HELP_EVENTS.thanked}:${helpId}`)
  }
}

/** The exact place is for the two; the platform is asked about what neighbours read. */
const REQUEST: PublicWords<HelpRow> = {
  table: 'help',
  of: ({ askerId, text }) => ({ authorId: askerId, text }),
  passed: tellShown,
}
const THANKS: PublicWords<ThankRow> = {
  table: 'helpThank',
  of: ({ userId, words }) => ({ authorId: userId, text: words }),
  passed: (ctx, { helpId }) => tellThanked(ctx, helpId),
}

/** Asks about every request and every word of thanks that is due. */
export async function checkHelps(deps: Deps, newId: () => string): Promise<CheckReport> {
  return sumReports([await checkWords(deps, newId, REQUEST), await checkWords(deps, newId, THANKS)])
}

/** The same at once for a request that has just been written down. */
export const checkAfterAsk = (deps: Deps, newId: () => string, { id }: { id: string }): Promise<void> =>
  checkWordsOf(deps, newId, REQUEST, id)
