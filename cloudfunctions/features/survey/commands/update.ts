import type { Input } from '~/types/api'
import type { SurveyView } from '~/types/survey'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { openForMaking, writeDraft } from '../making'
import { viewSurvey } from '../queries'
import { updateDraft } from '../repo'

/** Writes the draft anew. What is open stays as it is: a correction is a new version. */
export async function updateSurvey(ctx: Ctx, { id, ...input }: Input<'survey.update'>): Promise<SurveyView> {
  const { survey } = await openForMaking(ctx, id, [])
  if (survey.status !== 'draft') {
    throw conflict('wrong_status', '已经开始的测评不能再改,有错请用“更正”重新来一版')
  }
  return viewSurvey(ctx, await updateDraft(ctx.db, id, await writeDraft(ctx, input)))
}
