import type { Ctx } from '../../core/context'
import type { AppealRelation } from '~/types/appeal'
import { conflict, forbidden, notFound } from '../../core/errors'
import { judgeAside, type Aside, type Surroundings } from './asides'
import { isOutside } from './captured'
import { readLimits } from './limits'
import { relationTo } from './policy'
import { findAppeal, findPeople, lockAppeal, type AppealRow } from './repo'
import { countThanks, listRaters } from './ratings'
import { countJoins, findObjection, listHeldPictures, listRounds } from './rounds'

/** The relation of the caller to a loaded appeal; NOT_FOUND when for them there is none. */
export function requireRelation(
  ctx: Ctx,
  appeal: AppealRow | undefined,
  joined = false,
): { appeal: AppealRow; relation: AppealRelation } {
  const relation = appeal === undefined ? undefined : relationTo(ctx.actor, appeal, joined)
  if (appeal === undefined || relation === undefined) {
    throw notFound('件诉求')
  }
  return { appeal, relation }
}

/** What lies around one case. */
export async function surroundingsOf(ctx: Ctx, appeal: AppealRow): Promise<Surroundings> {
  const [many, objection] = await Promise.all([
    surroundingsOfAll(ctx, [appeal]),
    findObjection(ctx.db, appeal.id),
  ])
  return { ...(many.get(appeal.id) as Surroundings), objection }
}

/** The same for a list, with a fixed number of statements; objections are only shown on the case itself. */
export async function surroundingsOfAll(ctx: Ctx, rows: AppealRow[]): Promise<Map<string, Surroundings>> {
  const ids = rows.map(({ id }) => id)
  const userId = ctx.actor.user.id
  const [people, joins, rounds, raters, thanks, held, limits] = await Promise.all([
    findPeople(
      ctx.db,
      rows.map(({ submitterId }) => submitterId),
    ),
    countJoins(ctx.db, ids, userId),
    listRounds(ctx.db, ids),
    listRaters(ctx.db, ids, userId),
    countThanks(ctx.db, ids, userId),
    listHeldPictures(ctx.db, ids),
    readLimits(ctx),
  ])
  const withPhone = new Set(people.flatMap(({ id, phoneEncrypted }) => (phoneEncrypted === null ? [] : [id])))
  return new Map(
    rows.map(({ id, reopenCount, ...row }) => [
      id,
      {
        hasPhone:
          row.behalfPhoneEncrypted !== null ||
          (isOutside(row) ? row.contactPhoneEncrypted !== null : withPhone.has(row.submitterId)),
        joined: joins.get(id)?.joined ?? false,
        joinCount: joins.get(id)?.count ?? 0,
        callback: rounds.callbacks.find(({ appealId, round }) => appealId === id && round === reopenCount),
        rated: raters.some(({ appealId, round }) => appealId === id && round === reopenCount),
        thankCount: thanks.get(id)?.count ?? 0,
        thanked: thanks.get(id)?.thanked ?? false,
        objection: undefined,
        extension: rounds.extensions.find(({ appealId }) => appealId === id),
        whistles: rounds.whistles.filter(({ appealId }) => appealId === id),
        limits,
        pictureHeld: held.some(({ appealId }) => appealId === id),
      },
    ]),
  )
}

/** The appeal with what lies around it, not locked; NOT_FOUND when for the caller there is none. */
export async function requireVisible(
  ctx: Ctx,
  id: string,
): Promise<{ appeal: AppealRow; relation: AppealRelation; around: Surroundings }> {
  const found = await findAppeal(ctx.db, id)
  if (found === undefined) {
    throw notFound('件诉求')
  }
  const around = await surroundingsOf(ctx, found)
  return { ...requireRelation(ctx, found, around.joined), around }
}

const TOO_LATE = '这件事的进展已经变了,请刷新看看'

/** The appeal, locked, for an act that leaves it where it is. FORBIDDEN for the wrong person, CONFLICT at the wrong moment. */
export async function openAside(
  ctx: Ctx,
  id: string,
  action: Aside,
): Promise<{ appeal: AppealRow; around: Surroundings }> {
  await lockAppeal(ctx.db, id)
  const { appeal, around } = await requireVisible(ctx, id)
  ctx.trail = { target: appeal.id, areaCode: appeal.areaCode }
  const { may, now } = judgeAside(ctx.actor, action, appeal, around)
  if (!may) {
    throw forbidden()
  }
  if (!now) {
    throw conflict('wrong_status', TOO_LATE)
  }
  return { appeal, around }
}
