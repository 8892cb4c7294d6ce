import type { HelpRelation } from '~/types/help'
import type { Ctx } from '../../core/context'
import { notFound } from '../../core/errors'
import type { Row } from '../../core/schema'
import { apartFrom } from '../block/queries'
import {
  listInvites,
  listOffers,
  listReports,
  listThanks,
  type OfferRow,
  type ReportRow,
  type ThankRow,
} from './beside'
import { isKnownHere, relationTo } from './policy'
import { findPeople, listHeldPictures, type HelpRow } from './repo'

type People = Awaited<ReturnType<typeof findPeople>>

/** What lies around a request, for one who looks at it. */
export interface Around {
  relation: HelpRelation
  invite: Row<'helpInvite'> | undefined
  /** The group or the grid worker knows that the actor lives here. */
  known: boolean
  offers: OfferRow[]
  thanks: ThankRow[]
  reports: ReportRow[]
  /** Pictures that the platform holds back. */
  heldPictures: string[]
  /** Asker, helper and whoever offered. */
  people: People
  userId: string
}

/** The same for several requests, with a fixed number of statements; those that do not exist for the actor are missing. */
export async function aroundAll(ctx: Ctx, rows: HelpRow[]): Promise<Map<string, Around>> {
  const ids = rows.map(({ id }) => id)
  const userId = ctx.actor.user.id
  const [apart, invites, offers, thanks, reports, held] = await Promise.all([
    apartFrom(ctx),
    listInvites(ctx.db, ids),
    listOffers(ctx.db, ids),
    listThanks(ctx.db, ids),
    listReports(ctx.db, ids),
    listHeldPictures(ctx.db, ids),
  ])
  const named = [
    ...rows.flatMap(({ askerId, helperId }) => (helperId === null ? [askerId] : [askerId, helperId])),
    ...offers.map((offer) => offer.userId),
    ...reports.map((report) => report.userId),
  ]
  const people = await findPeople(ctx.db, [...new Set(named)])
  const found = new Map<string, Around>()
  for (const help of rows) {
    const of = <T extends { helpId: string }>(all: T[]) => all.filter(({ helpId }) => helpId === help.id)
    const invite = of(invites).find((one) => one.userId === userId)
    const between = { invited: invite !== undefined, blocked: apart.has(help.askerId) }
    const relation = relationTo(ctx.actor, help, between)
    if (relation !== undefined) {
      const known = isKnownHere(ctx.actor, help)
      const heldPictures = of(held).map(({ pictureId }) => pictureId)
      const beside = { heldPictures, offers: of(offers), thanks: of(thanks), reports: of(reports) }
      found.set(help.id, { relation, invite, known, ...beside, people, userId })
    }
  }
  return found
}

/** The request with what lies around it; NOT_FOUND when for the caller there is none. */
export async function requireVisible(
  ctx: Ctx,
  help: HelpRow | undefined,
): Promise<{ help: HelpRow; around: Around }> {
  const around = help === undefined ? undefined : (await aroundAll(ctx, [help])).get(help.id)
  if (help === undefined || around === undefined) {
    throw notFound('件互助')
  }
  return { help, around }
}
