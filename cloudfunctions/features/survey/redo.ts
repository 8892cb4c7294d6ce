import type { Redo, RedoCtx } from '../../core/deletion'
import { move } from '../../core/workflow'
import { lockForAct } from './repo'
import { surveyWorkflow, type SurveyMove } from './workflow'

async function end(ctx: RedoCtx, id: string, action: SurveyMove): Promise<void> {
  const row = await lockForAct(ctx.db, id)
  if (row?.status === 'open') {
    const set = action === 'survey.close' ? { closesAt: ctx.now } : {}
    await move(ctx, { table: 'survey', workflow: surveyWorkflow, row, action, set })
  }
}

/** Whose box was sealed or thrown away ends again; the timer then destroys its key. */
export const redo = {
  'survey.closed': (ctx, { target }) => end(ctx, target, 'survey.close'),
  'survey.replaced': (ctx, { target }) => end(ctx, target, 'survey.correct'),
} satisfies Redo
