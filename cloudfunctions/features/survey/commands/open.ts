import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { takeElectorate } from '../electors'
import { newKey } from '../key'
import { checkEnd, openForMaking } from '../making'
import { viewSurvey } from '../queries'
import { insertKey } from '../repo'
import { surveyWorkflow } from '../workflow'

/** Fixes the version, writes down who is asked as the ledger stands now, makes the key, and tells the groups. */
export async function openSurvey(ctx: Ctx, { id }: Input<'survey.open'>): Promise<SurveyView> {
  const { survey, repeated } = await openForMaking(ctx, id, ['open'])
  if (repeated) {
    return viewSurvey(ctx, survey)
  }
  const opened = await move(ctx, {
    table: 'survey',
    workflow: surveyWorkflow,
    row: survey,
    action: 'survey.open',
    set: { openedAt: ctx.now },
  })
  checkEnd(ctx, survey.closesAt)
  if ((await takeElectorate(ctx.db, survey, ctx.now)) === 0) {
    throw conflict('nobody_asked', '台账里没有符合条件的人,请先把台账建好,或者换个范围')
  }
  await insertKey(ctx.db, id, ctx.secrets.encrypt(newKey()))
  return viewSurvey(ctx, opened)
}
