import type { Input, Output } from '~/types/api'
import { AREA_CODE_LENGTH } from '~/types/area'
import { publicGridsOf, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { getAreaView } from '../../area/queries'
import { WHOLE } from '../compile'
import { sharedAreas, type SurveyRelation } from '../policy'
import { requireRelation, viewSurvey } from '../queries'
import { findSurvey, rulesOf, type SurveyRow } from '../repo'
import { showResults, type Window } from '../showing'

/**
 * What came of it: for its makers from the close on, for all others once it is published. Makers see every place; staff
 * those that they look after, and residents their own, unless the ranking is public.
 */
export async function readResults(
  ctx: Ctx,
  input: Input<'survey.results'>,
): Promise<Output<'survey.results'>> {
  const { survey, relation } = await requireRelation(ctx, await findSurvey(ctx.db, input.id))
  if (survey.status !== 'closed' && survey.status !== 'published') {
    throw conflict('wrong_status', '截止以后才有结果')
  }
  if (survey.status === 'closed' && relation !== 'maker') {
    throw forbidden('结果还没有公布')
  }
  const { limit = PAGE.most } = input
  const window = windowFor(ctx, survey, relation, input)
  const { can, areaName, areaCodes } = await viewSurvey(ctx, survey)
  const all = await showResults(ctx, survey, window)
  const after = Number(decodeCursor(input.cursor, 1)?.[0] ?? 0) || 0
  const lines = all.items.map((area, at) => ({ area, at: at + 1 })).slice(after, after + limit + 1)
  const { items, nextCursor } = toPage(
    lines,
    limit,
    ({ at }) => [String(at)],
    ({ area }) => area,
  )
  const place = window.code === WHOLE ? undefined : await getAreaView(ctx.db, window.code)
  return {
    ...all,
    items,
    areaCode: place?.code ?? areaCodes[0] ?? '',
    areaName: place?.name ?? areaName,
    ...(nextCursor !== undefined && { nextCursor }),
    can,
  }
}

function windowFor(
  { actor }: Ctx,
  survey: SurveyRow,
  relation: SurveyRelation,
  { areaCode, by = 'village' }: Input<'survey.results'>,
): Window {
  const { publish } = rulesOf(survey)
  const own =
    relation === 'staff'
      ? scopesOf(actor, 'survey.view')
      : publicGridsOf(actor).map((code) => code.slice(0, 12))
  const only = relation === 'maker' || publish.ranking ? undefined : own
  const questions = relation === 'maker' || publish.questions
  const shown = { only, questions, grids: relation === 'maker' || publish.grids }
  const whole = areaCode === undefined || survey.areaCodes.every((code) => code.startsWith(areaCode))
  if (whole && (areaCode?.length ?? 0) < AREA_CODE_LENGTH.village) {
    return { code: WHOLE, below: by, ...shown }
  }
  const code = areaCode ?? ''
  const isIn = sharedAreas([code], survey).length > 0 && code.length <= AREA_CODE_LENGTH.village
  if (
    !isIn ||
    (only !== undefined && !only.some((scope) => code.startsWith(scope) || scope.startsWith(code)))
  ) {
    throw notFound('个地方')
  }
  return { code, below: code.length === AREA_CODE_LENGTH.village ? 'grid' : 'village', ...shown }
}
