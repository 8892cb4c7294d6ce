import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { conflict, invalid } from '../../../core/errors'
import { alarm } from '../alarm'
import { clocksOf, signDueAfter } from '../clock'
import { leadFor } from '../community'
import { viewAppeal } from '../queries'
import { findAppeal, setColumns, type AppealRow } from '../repo'
import { insertJoin } from '../rounds'
import { act, openForAct, recordStep, takenBy } from '../step'
import { appealWorkflow } from '../workflow'

type TriageInput = Input<'appeal.triage'>

/**
 * Looks at what it really is. With an outcome it is told another way and ends (regulation on appeals, art. 11), never
 * without a reason; without one, category and urgency are put right before the work begins.
 */
export async function triageAppeal(ctx: Ctx, input: TriageInput): Promise<AppealView> {
  const isThere = ({ status }: AppealRow) => status === 'redirected'
  const { appeal, repeated } = await openForAct(ctx, input.id, 'appeal.triage', isThere)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (input.outcome === undefined) {
    return viewAppeal(ctx, await correct(ctx, appeal, input))
  }
  if (input.outcome === 'linked_duplicate') {
    await joinOther(ctx, appeal, input)
  }
  const { outcome, words } = input
  if (outcome === 'legal_channel' && input.channel === undefined) {
    throw invalid({ channel: '请选一下该走哪个渠道' })
  }
  const channel = outcome === 'legal_channel' ? input.channel : null
  const set = { outcome, channel, ...takenBy(ctx, appeal), handledAt: ctx.now, closedAt: ctx.now }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.triage', set, words }))
}

async function correct(ctx: Ctx, appeal: AppealRow, input: TriageInput): Promise<AppealRow> {
  const { category = appeal.category, urgency = appeal.urgency, words } = input
  if (category === appeal.category && urgency === appeal.urgency) {
    throw invalid({ outcome: '请选怎么处理,或者改一下类别、急缓' })
  }
  if (!appealWorkflow['appeal.triage'].from.includes(appeal.status)) {
    throw conflict('wrong_status', '这件事的进展已经变了,请刷新看看')
  }
  const holderCode = await leadFor(ctx, { category, urgency, holderCode: appeal.holderCode })
  const clocks = urgency === appeal.urgency ? {} : await clocksOf(ctx, appeal, urgency)
  const corrected = await setColumns(ctx.db, appeal.id, { category, urgency, ...clocks })
  const step = {
    action: 'appeal.triage',
    from: appeal.status,
    appeal: corrected,
    stepId: ctx.newId(),
  } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  // What was filed as less calls people all the same, once it is seen for what it is.
  await alarm(ctx, corrected)
  return holderCode === appeal.holderCode ? corrected : sendUp(ctx, corrected, holderCode)
}

/** What turns out to be none of a community's matters is for the town to lead (regulation on appeals, art. 17). */
async function sendUp(ctx: Ctx, appeal: AppealRow, holderCode: string): Promise<AppealRow> {
  const signDueAt = await signDueAfter(ctx, appeal.urgency)
  const set = { holderCode, handlerId: null, signDueAt }
  const words = '这一类由镇里主办,已自动报到镇里'
  return act(ctx, { appeal, action: 'appeal.escalate', set, words })
}

/** The person of a duplicate is told what the person of the first is told. */
async function joinOther(ctx: Ctx, appeal: AppealRow, { sameAs }: TriageInput): Promise<void> {
  const other = sameAs === undefined || sameAs === appeal.id ? undefined : await findAppeal(ctx.db, sameAs)
  if (other === undefined || other.areaCode.slice(0, 9) !== appeal.areaCode.slice(0, 9)) {
    throw invalid({ sameAs: '请选和哪一件是同一件事' })
  }
  await insertJoin(ctx.db, { appealId: other.id, userId: appeal.submitterId, words: '', at: ctx.now })
}
