import { RATING_OUTCOMES, type RatingTally, type SATISFACTIONS } from '~/types/appeal'
import type { Tx } from '../../core/db'
import type { Deliverer, DeliverCtx } from '../../core/outbox'
import type { Row } from '../../core/schema'
import { areaViews } from '../area/queries'
import { tellGrid } from '../feed/queries'
import { departmentNames, findWhistle } from '../whistle/queries'
import { ALARMED, tellAlarm } from './alarm'
import { FILED_FOR, tellBehalf } from './behalf'
import { deliverSpoken, deliverUncontacted, SPOKEN, UNCONTACTED } from './contact'
import { HANDED, tellHanded } from './handing'
import { levelOf } from './names'
import { isFrozen } from './asking'
import { findCallback, findRating, tallyRatings } from './ratings'
import { findAppeal, findStep, listPictures, type AppealRow } from './repo'
import { titleOf } from '../../core/title'
import { tellThose, type Words } from './telling'
import { isOwnWord } from './workflow'

const OUTCOME_WORDS: Record<(typeof RATING_OUTCOMES)[number], string> = {
  solved: '已解决',
  partly: '解决了一部分',
  unsolved: '还没解决',
}
const SATISFACTION_WORDS: Record<(typeof SATISFACTIONS)[number], string> = {
  very_satisfied: '非常满意',
  satisfied: '满意',
  fairly_satisfied: '基本满意',
  dissatisfied: '不满意',
  very_dissatisfied: '非常不满意',
}

interface Told {
  appeal: AppealRow
  step: Row<'appealStep'>
  /** The area that held the case after the step; by the time this is told it may have gone on. */
  holderCode: string
  /** Name of the area or department that acted or held the case. */
  bodyName: string
  /** Name of the department that leads. */
  departmentName: string
  rating: Row<'appealRating'> | undefined
  /** How the neighbours who joined rated it. */
  tally: RatingTally
}

/** 8分钟, 3小时, 2天: how long something took, in the largest fitting unit. */
export function durationWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes < 60) {
    return `${minutes}分钟`
  }
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)}小时` : `${Math.round(minutes / 1440)}天`
}

const taken = ({ appeal, step }: Told) => durationWords(step.at.getTime() - appeal.submittedAt.getTime())
/** ;另外3位邻居:已解决2位、还没解决1位. */
function othersSaid(tally: RatingTally): string {
  const said = RATING_OUTCOMES.filter((outcome) => tally[outcome] > 0)
  const total = said.reduce((sum, outcome) => sum + tally[outcome], 0)
  const parts = said.map((outcome) => `${OUTCOME_WORDS[outcome]}${tally[outcome]}位`)
  return total === 0 ? '' : `;另外${total}位邻居:${parts.join('、')}`
}

const quoted = (words: string) => (words === '' ? '' : `“${words}”`)

/** What the neighbours are told of each step; nothing of who asked. */
const WORDS: Record<string, (told: Told) => Words> = {
  'appeal.accepted': (told) => ({
    label: '办理中',
    tone: 'progress',
    body: `${told.bodyName}${taken(told)}接单,正在办${told.step.words === '' ? '' : `。${quoted(told.step.words)}`}`,
  }),
  'appeal.escalated': ({ holderCode, step }) => ({
    label: levelOf(holderCode) === 'town' ? '上报镇里' : '上报村里',
    tone: 'progress',
    body: quoted(step.words),
  }),
  'appeal.dispatched': ({ departmentName }) => ({
    label: '已派单',
    tone: 'progress',
    body: `交给${departmentName}办理`,
  }),
  'appeal.referred': ({ step }) => ({ label: '已转市里', tone: 'progress', body: quoted(step.words) }),
  'appeal.redirected': ({ step }) => ({ label: '已答复', tone: 'good', body: quoted(step.words) }),
  'appeal.shelved': ({ step }) => ({ label: '暂时办不了', tone: 'neutral', body: quoted(step.words) }),
  'appeal.reviewed': ({ appeal, step }) => ({
    label: appeal.status === 'shelved' ? '还要等等' : '接着办',
    tone: 'progress',
    body: quoted(step.words),
  }),
  'appeal.overdue': ({ bodyName, step }) => ({
    label: '接着办',
    tone: 'urgent',
    body: `${step.words},现在在${bodyName}`,
  }),
  'appeal.answered': ({ step }) => ({ label: '已答复', tone: 'good', body: quoted(step.words) }),
  'appeal.finished': (told) => ({
    label: '已办结',
    tone: 'good',
    body: `${told.step.words}(${taken(told)}办结)`,
  }),
  'appeal.rated': ({ rating, tally }) => ({
    label: rating?.outcome === 'unsolved' ? '接着办' : '已评价',
    tone: rating?.outcome === 'unsolved' ? 'urgent' : 'good',
    body:
      rating === undefined
        ? ''
        : `反映人评价:${OUTCOME_WORDS[rating.outcome]} · ${SATISFACTION_WORDS[rating.satisfaction]}${othersSaid(tally)}`,
  }),
  'appeal.reopened': ({ bodyName }) => ({
    label: '接着办',
    tone: 'urgent',
    body: `还没办好,交给${bodyName}接着办`,
  }),
}

/** Private cases and words that the platform has not let pass reach nobody. */
const isPublic = (appeal: AppealRow) => !appeal.private && appeal.content === 'passed'

/** A rating is told when it is fixed: neighbours who may still rate are not to be swayed, nor asked to. */
async function isHeardOut(
  db: Tx,
  appeal: AppealRow,
  rating: Row<'appealRating'> | undefined,
): Promise<boolean> {
  return rating !== undefined && isFrozen(await findCallback(db, appeal.id, rating.round))
}

interface Happened {
  appeal: AppealRow
  /** Who did it. */
  by: string | null
  pictureId: string | null
}

/** Tells those whose case it is, and the grid where it is public. */
async function tell(ctx: DeliverCtx, event: string, { appeal, by, pictureId }: Happened, said: Words) {
  const shown = isPublic(appeal)
  await tellThose(ctx, event, { appeal, by, isPublic: shown }, said)
  if (shown) {
    const path = `features/appeal/detail/index?id=${appeal.id}`
    await tellGrid(ctx, { areaCode: appeal.areaCode, title: titleOf(appeal.text), path, pictureId, ...said })
  }
}

function deliverer(event: string): Deliverer {
  return async (ctx, payload) => {
    const [appeal, step] = await Promise.all([
      findAppeal(ctx.db, payload.id ?? ''),
      findStep(ctx.db, payload.stepId ?? ''),
    ])
    const words = WORDS[event]
    if (appeal === undefined || step === undefined || words === undefined) {
      return
    }
    const holderCode = payload.holderCode ?? appeal.holderCode
    const actor = step.byResident ? holderCode : step.byCode
    const areas = await areaViews(ctx.db, [actor])
    const departments = await departmentNames(ctx.db)
    const acted = step.byDepartment === null ? undefined : departments.get(step.byDepartment)
    const bodyName = acted ?? (actor.length === 15 ? '网格员' : (areas.get(actor)?.name ?? ''))
    const departmentName = departments.get(appeal.leadDepartment ?? '') ?? ''
    const rating = await findRating(ctx.db, appeal, step.at)
    if (event === 'appeal.rated' && !(await isHeardOut(ctx.db, appeal, rating))) {
      return
    }
    const said = words({
      appeal,
      step,
      holderCode,
      bodyName,
      departmentName,
      rating,
      tally: await tallyRatings(ctx.db, appeal, rating?.round ?? 0),
    })
    // One step is told once, also when it is told again because its words have passed the check since.
    const once = { ...ctx, eventKey: `step:${step.id}` }
    // Pictures that the resident adds to a new round are for the people of the case.
    const pictures = isOwnWord(step.action) ? [] : await listPictures(ctx.db, [appeal.id])
    const pictureId = pictures.find((picture) => picture.stepId === step.id)?.pictureId ?? null
    await tell(once, event, { appeal, by: step.userId, pictureId }, said)
  }
}

/** A department has come: whose case it is and the neighbours see that somebody is there. */
const tellArrival: Deliverer = async (ctx, payload) => {
  const [appeal, whistle, departments] = await Promise.all([
    findAppeal(ctx.db, payload.appealId ?? ''),
    findWhistle(ctx.db, payload.id ?? ''),
    departmentNames(ctx.db),
  ])
  if (appeal === undefined || whistle?.arrivedAt == null) {
    return
  }
  const name = departments.get(whistle.department) ?? ''
  const said: Words = {
    label: '部门报到',
    tone: 'progress',
    body: `${name}${durationWords(whistle.arrivedAt.getTime() - whistle.blownAt.getTime())}赶到现场`,
  }
  await tell(ctx, 'whistle.arrived', { appeal, by: null, pictureId: null }, said)
}

/** Event → who is told and in which words. */
export const appealDeliverers: Record<string, Deliverer> = {
  ...Object.fromEntries(Object.keys(WORDS).map((event) => [event, deliverer(event)])),
  'whistle.arrived': tellArrival,
  [ALARMED]: tellAlarm,
  [HANDED]: tellHanded,
  [SPOKEN]: deliverSpoken,
  [UNCONTACTED]: deliverUncontacted,
  [FILED_FOR]: tellBehalf,
}
