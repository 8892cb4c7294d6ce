import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { refuseFlood } from '../../../core/flood'
import { emit } from '../../../core/outbox'
import { countReportedSince, insertReport } from '../beside'
import { viewHelp } from '../queries'
import { openForAct, recordStep } from '../step'
import { HELP_EVENTS } from '../workflow'

const FLOOD = { hours: 1, most: 10, words: '您说的网格员都收到了,请等一等再说' }

/** It went wrong, or should not stand there: a note to the grid worker. */
export async function reportHelp(ctx: Ctx, { id, kind, words }: Input<'help.report'>): Promise<HelpView> {
  const { help, repeated } = await openForAct(ctx, id, 'help.report')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  const { id: userId } = ctx.actor.user
  await refuseFlood(ctx, FLOOD, (since) => countReportedSince(ctx.db, userId, since))
  const reportId = ctx.newId()
  await insertReport(ctx.db, { id: reportId, helpId: id, userId, kind, words, at: ctx.now })
  await emit(
    ctx,
    HELP_EVENTS.reported,
    { id, areaCode: help.areaCode },
    `${HELP_EVENTS.reported}:${reportId}`,
  )
  await recordStep(ctx, { help, action: 'help.report', from: help.status })
  return viewHelp(ctx, help)
}
