import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { AppError } from '../../../core/errors'
import { readTerms } from '../clock'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside } from '../surroundings'

/** 催一下: the handler sees it at once on the workbench. Not more often than the setting allows. */
export async function urgeAppeal(ctx: Ctx, { id, words = '' }: Input<'appeal.urge'>): Promise<AppealView> {
  const { appeal } = await openAside(ctx, id, 'appeal.urge')
  const { urge } = await readTerms(ctx)
  const last = appeal.lastUrgedAt
  if (last !== null && ctx.now.getTime() - last.getTime() < urge * 1000) {
    throw new AppError('RATE_LIMITED', {
      reason: 'urged_lately',
      userMessage: '已经催过了,办理的同志看得到。急的话请直接打网格员电话',
    })
  }
  const urged = await setColumns(ctx.db, id, { lastUrgedAt: ctx.now })
  const step = { action: 'appeal.urge', from: appeal.status, appeal: urged, stepId: ctx.newId() } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  return viewAppeal(ctx, urged)
}
