import type { Ctx } from '../../core/context'
import type { HelpRow } from './repo'
import { alertFrom, keepUntil, reachFrom, readTerms } from './terms'

/** Columns of a request that two people have agreed on: nobody else is asked or called any more. */
export async function pairedWith(ctx: Ctx, help: HelpRow, helperId: string): Promise<Partial<HelpRow>> {
  const expireAt = keepUntil(await readTerms(ctx), help.day, ctx.now)
  return { helperId, matchedAt: ctx.now, widenAt: null, alertAt: null, expireAt }
}

/** Columns of a request that was given back: the neighbours are asked again, and staff called anew if nobody comes. */
export async function openAgain(ctx: Ctx, help: HelpRow): Promise<Partial<HelpRow>> {
  const terms = await readTerms(ctx)
  const { urgent, areaCode, reachCode, day } = help
  return {
    helperId: null,
    matchedAt: null,
    askerDoneAt: null,
    helperDoneAt: null,
    attendedBy: null,
    attendedAt: null,
    ...reachFrom(terms, urgent, reachCode ?? areaCode, ctx.now),
    ...alertFrom(terms, urgent, areaCode, ctx.now),
    expireAt: keepUntil(terms, day, ctx.now),
  }
}
