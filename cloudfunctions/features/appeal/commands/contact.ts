import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { contactAfter, spokenWords, tellSpoken } from '../contact'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside } from '../surroundings'

/** Notes that the person was spoken to, on the telephone or at the door, and tells them that it was noted. */
export async function noteContact(
  ctx: Ctx,
  { id, by, words = '' }: Input<'appeal.contact'>,
): Promise<AppealView> {
  const { appeal } = await openAside(ctx, id, 'appeal.contact')
  const action = 'appeal.contact'
  const contacted = await setColumns(ctx.db, id, contactAfter(appeal, action, words, ctx.now))
  const stepId = ctx.newId()
  const step = { action, from: appeal.status, appeal: contacted, stepId, pictureIds: undefined } as const
  await recordStep(ctx, { ...step, words: spokenWords(by, words) })
  await tellSpoken(ctx, contacted, stepId, 'notes')
  return viewAppeal(ctx, contacted)
}
