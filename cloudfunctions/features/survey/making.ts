import type { SurveyInput, SurveyStatus } from '~/types/survey'
import { can, scopesOf } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { forbidden, invalid, notFound } from '../../core/errors'
import type { NewRow } from '../../core/schema'
import { SURVEY_LIMITS } from '~/types/survey'
import { areaViews } from '../area/queries'
import { mayAskAbout } from './policy'
import { requireRelation } from './queries'
import { findSurvey, lockForAct, type SurveyRow } from './repo'

const DAY_MS = 86_400_000
/** A survey must stay open at least this long, so that everybody can hear of it. */
const SHORTEST_MS = 3_600_000

/** The level at which the caller asks: the smallest of theirs that holds all the places. */
function ownerOf(ctx: Ctx, areaCodes: string[]): string {
  const scopes = scopesOf(ctx.actor, 'survey.manage').filter((scope) =>
    areaCodes.every((code) => code.startsWith(scope)),
  )
  const [owner] = scopes.sort((a, b) => b.length - a.length)
  if (owner === undefined) {
    throw notFound('个地方')
  }
  return owner
}

type Written = Omit<
  NewRow<'survey'>,
  | 'id'
  | 'status'
  | 'createdBy'
  | 'createdAt'
  | 'openedAt'
  | 'closedAt'
  | 'publishedAt'
  | 'remindedAt'
  | 'correctsId'
>

/** What a draft holds, checked as far as the places and the time go. */
export async function writeDraft(ctx: Ctx, input: SurveyInput): Promise<Written> {
  const { areaCodes, subject, closesAt, previousId, questions, rules, ...rest } = input
  const ownerCode = ownerOf(ctx, areaCodes)
  if ((await areaViews(ctx.db, areaCodes)).size < new Set(areaCodes).size) {
    throw notFound('个地方')
  }
  if (!mayAskAbout(subject, ownerCode)) {
    throw forbidden('被评的一级不能自己发起测评,请由上一级发起')
  }
  if (previousId !== undefined) {
    const previous = await findSurvey(ctx.db, previousId)
    if (previous?.status !== 'published' || !can(ctx.actor, 'survey.manage', previous.ownerCode)) {
      throw invalid({ previousId: '没有找到上一次的测评,请重新选' })
    }
  }
  const end = new Date(closesAt)
  checkEnd(ctx, end)
  return {
    ...rest,
    subject,
    areaCodes,
    ownerCode,
    closesAt: end,
    previousId: previousId ?? null,
    questions: JSON.stringify(questions),
    rules: JSON.stringify(rules),
  }
}

/** INVALID when the end comes too soon or too late. */
export function checkEnd({ now }: Ctx, closesAt: Date): void {
  const lasts = closesAt.getTime() - now.getTime()
  if (lasts < SHORTEST_MS) {
    throw invalid({ closesAt: '截止时间太早了,至少要留1个小时' })
  }
  if (lasts > SURVEY_LIMITS.days * DAY_MS) {
    throw invalid({ closesAt: `截止时间太晚了,最多${SURVEY_LIMITS.days}天` })
  }
}

/** The survey, locked against other acts of its makers, and whether it is already where the act would bring it. */
export async function openForMaking(
  ctx: Ctx,
  id: string,
  there: readonly SurveyStatus[],
): Promise<{ survey: SurveyRow; repeated: boolean }> {
  const { survey, relation } = await requireRelation(ctx, await lockForAct(ctx.db, id))
  ctx.trail = { target: id, areaCode: survey.ownerCode }
  if (relation !== 'maker') {
    throw forbidden()
  }
  return { survey, repeated: there.includes(survey.status) }
}
