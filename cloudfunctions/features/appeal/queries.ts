import { sql } from 'kysely'
import { OPEN_APPEAL_STATUSES, type AppealRelation, type AppealView } from '~/types/appeal'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { AppealRowView } from '~/types/appeal-list'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'
import { countUnchecked, type Unchecked } from '../../core/claim'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { notFound } from '../../core/errors'
import { surnameOf } from '../../core/masking'
import { areaViews } from '../area/queries'
import { mayShow, pictureViews, type PictureReader } from '../picture/queries'
import { voiceViews } from '../voice/queries'
import { departmentNames } from '../whistle/queries'
import { byClass, termsSetting } from './clock'
import { communitySetting } from './community'
import { limitsSetting } from './limits'
import { isFrozen } from './asking'
import { relationTo } from './policy'
import { presentAppeal, presentAppealRow } from './present'
import type { Said } from './said'
import { findCallback, findRating, tallyRatings } from './ratings'
import { findPeople, listPictures, listSteps, listVoices, workerNames, type AppealRow } from './repo'
import { keywordsSetting, templatesSetting } from './schema'
import { requireRelation, surroundingsOf, surroundingsOfAll } from './surroundings'

export { keeper } from './kept'

export { tallyCases, type CaseTally } from './tally'

/** Shapes of the settings of appeals. */
export const settingSchemas = {
  'appeal.deadlines': byClass,
  'appeal.signing': byClass,
  'appeal.contact': byClass,
  'appeal.again': byClass,
  'appeal.terms': termsSetting,
  'appeal.limits': limitsSetting,
  'appeal.community': communitySetting,
  'appeal.keywords': keywordsSetting,
  'appeal.templates': templatesSetting,
}

/** What the caller may see of the pictures of a case. */
const readerOf = (relation: AppealRelation | undefined): PictureReader =>
  relation === 'own' || relation === 'staff' ? 'people' : 'neighbour'

/** Pictures of a case by the step that they came with. */
async function picturesBySteps(
  ctx: Ctx,
  appealId: string,
  reader: PictureReader,
): Promise<Map<string, PictureView[]>> {
  const links = await listPictures(ctx.db, [appealId])
  const views = await pictureViews(
    ctx,
    links.map(({ pictureId }) => pictureId),
    reader,
  )
  const pictures = new Map<string, PictureView[]>()
  for (const { stepId, pictureId } of links) {
    const view = views.get(pictureId)
    if (view !== undefined) {
      pictures.set(stepId, [...(pictures.get(stepId) ?? []), view])
    }
  }
  return pictures
}

/** Recordings of a case by the step that they came with. A voice is known by everybody, so neighbours hear none. */
async function voicesBySteps(
  ctx: Ctx,
  appealId: string,
  relation: AppealRelation,
): Promise<Map<string, VoiceView[]>> {
  const links = relation === 'neighbour' ? [] : await listVoices(ctx.db, appealId)
  const views = await voiceViews(
    ctx,
    links.map(({ voiceId }) => voiceId),
  )
  const voices = new Map<string, VoiceView[]>()
  for (const { stepId, voiceId } of links) {
    const view = views.get(voiceId)
    if (view !== undefined) {
      voices.set(stepId, [...(voices.get(stepId) ?? []), view])
    }
  }
  return voices
}

/** The last word of who asked, whether it is fixed, and how the neighbours of that round see it. */
async function ratingOf({ db }: Ctx, appeal: AppealRow): Promise<Said | undefined> {
  const rating = await findRating(db, appeal)
  if (rating === undefined) {
    return undefined
  }
  const [callback, tally] = await Promise.all([
    findCallback(db, appeal.id, rating.round),
    tallyRatings(db, appeal, rating.round),
  ])
  return { rating, tally, frozen: isFrozen(callback), askedAt: callback?.askedAt ?? rating.at }
}

/** The whole case as the caller may see it. */
export async function viewAppeal(ctx: Ctx, row: AppealRow | undefined): Promise<AppealView> {
  if (row === undefined) {
    throw notFound('件诉求')
  }
  const around = await surroundingsOf(ctx, row)
  const { appeal, relation } = requireRelation(ctx, row, around.joined)
  const { db, actor, now } = ctx
  const [areas, departments, people, workers, steps, pictures, voices, said] = await Promise.all([
    areaViews(db, [appeal.areaCode]),
    departmentNames(db),
    findPeople(db, [appeal.submitterId]),
    workerNames(db, appeal.areaCode, now),
    listSteps(db, appeal.id),
    picturesBySteps(ctx, appeal.id, readerOf(relation)),
    voicesBySteps(ctx, appeal.id, relation),
    ratingOf(ctx, appeal),
  ])
  const [worker] = workers
  const workerName = worker === undefined ? undefined : `${surnameOf(worker)}师傅`
  const naming = { appeal, relation, areas, departments, submitter: people[0], workerName }
  return presentAppeal({ ...naming, actor, now, around, steps, pictures, voices, said })
}

/** Lines of a list; a fixed number of statements however long it is. */
export async function viewAppealRows(ctx: Ctx, rows: AppealRow[]): Promise<Map<string, AppealRowView>> {
  const [areas, around, links] = await Promise.all([
    areaViews(
      ctx.db,
      rows.map((row) => row.areaCode),
    ),
    surroundingsOfAll(ctx, rows),
    listPictures(
      ctx.db,
      rows.map((row) => row.id),
    ),
  ])
  const views = await pictureViews(
    ctx,
    links.map((link) => link.pictureId),
    'people',
  )
  const { actor, now } = ctx
  const lines = rows.flatMap((appeal) => {
    const beside = around.get(appeal.id)
    const reader = readerOf(relationTo(actor, appeal, beside?.joined))
    const own = links
      .filter((link) => link.appealId === appeal.id && link.action === 'appeal.submit')
      .flatMap((link) => views.get(link.pictureId) ?? [])
      .filter((view) => mayShow(view, reader))
    const [picture] = own
    const pictureCount = own.length
    return beside === undefined
      ? []
      : [presentAppealRow({ appeal, actor, now, areas, around: beside, picture, pictureCount })]
  })
  return new Map(lines.map((line) => [line.id, line]))
}

/** Cases whose words wait for the platform. */
export const countUncheckedAppeals = (db: DbOrTx): Promise<Unchecked> =>
  countUnchecked(db, { table: 'appeal', only: sql`true` }, 'submitted_at')

/** Open cases of each town, and how many of them are over their time. Read in the index alone. */
export async function countOpenByTown(
  db: DbOrTx,
  now: Date,
): Promise<{ town: string; open: number; overdue: number }[]> {
  return db
    .selectFrom('appeal')
    .select([
      sql<string>`left(area_code, ${AREA_CODE_LENGTH.town}::int)`.as('town'),
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) FILTER (WHERE due_at < ${now}::timestamptz)::int`.as('overdue'),
    ])
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .groupBy('town')
    .orderBy('town')
    .execute()
}
