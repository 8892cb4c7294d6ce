import type { AppealRelation, AppealRowView, AppealView } from '~/types/appeal'
import type { PictureView } from '~/types/picture'
import type { Ctx } from '../../core/context'
import { notFound } from '../../core/errors'
import { surnameOf } from '../../core/masking'
import { areaViews } from '../area/queries'
import { pictureViews } from '../picture/queries'
import { relationTo } from './policy'
import { presentAppeal, presentAppealRow } from './present'
import { findPeople, findRating, listPictures, listSteps, workerNames, type AppealRow } from './repo'

/** The relation of the caller to a loaded appeal; NOT_FOUND when for them there is none. */
export function requireRelation(
  ctx: Ctx,
  appeal: AppealRow | undefined,
): { appeal: AppealRow; relation: AppealRelation } {
  const relation = appeal === undefined ? undefined : relationTo(ctx.actor, appeal)
  if (appeal === undefined || relation === undefined) {
    throw notFound('件诉求')
  }
  return { appeal, relation }
}

/** The whole case as the caller may see it. */
export async function viewAppeal(ctx: Ctx, row: AppealRow | undefined): Promise<AppealView> {
  const { appeal, relation } = requireRelation(ctx, row)
  const [areas, people, workers, steps, links, rating] = await Promise.all([
    areaViews(ctx.db, [appeal.areaCode]),
    findPeople(ctx.db, [appeal.submitterId]),
    workerNames(ctx.db, appeal.areaCode, ctx.now),
    listSteps(ctx.db, appeal.id),
    listPictures(ctx.db, [appeal.id]),
    findRating(ctx.db, appeal.id),
  ])
  const views = await pictureViews(
    ctx,
    links.map((link) => link.pictureId),
  )
  const pictures = new Map<string, PictureView[]>()
  for (const { stepId, pictureId } of links) {
    const view = views.get(pictureId)
    if (view !== undefined) {
      pictures.set(stepId, [...(pictures.get(stepId) ?? []), view])
    }
  }
  const [worker] = workers
  const workerName = worker === undefined ? undefined : `${surnameOf(worker)}师傅`
  const { actor, now } = ctx
  return presentAppeal({
    appeal,
    relation,
    actor,
    now,
    areas,
    submitter: people[0],
    workerName,
    steps,
    pictures,
    rating,
  })
}

/** Lines of a list; a fixed number of statements however long it is. */
export async function viewAppealRows(ctx: Ctx, rows: AppealRow[]): Promise<Map<string, AppealRowView>> {
  const [areas, people, links] = await Promise.all([
    areaViews(
      ctx.db,
      rows.map((row) => row.areaCode),
    ),
    findPeople(
      ctx.db,
      rows.map((row) => row.submitterId),
    ),
    listPictures(
      ctx.db,
      rows.map((row) => row.id),
    ),
  ])
  const views = await pictureViews(
    ctx,
    links.map((link) => link.pictureId),
  )
  const submitters = new Map(people.map((person) => [person.id, person]))
  return new Map(
    rows.map((appeal) => {
      const own = links.filter((link) => link.appealId === appeal.id && link.action === 'appeal.submit')
      const picture = views.get(own[0]?.pictureId ?? '')
      const submitter = submitters.get(appeal.submitterId)
      const { actor, now } = ctx
      return [
        appeal.id,
        presentAppealRow({ appeal, actor, now, areas, submitter, picture, pictureCount: own.length }),
      ]
    }),
  )
}
