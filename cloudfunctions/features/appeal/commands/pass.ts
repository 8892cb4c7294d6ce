import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { passHeld } from '../../picture/queries'
import { tellAgain } from '../check'
import { viewAppeal } from '../queries'
import { findLastMove, setColumns } from '../repo'
import { listHeldPictures } from '../rounds'
import { recordStep } from '../step'
import { openAside, requireVisible } from '../surroundings'

/** Lets neighbours see the words and pictures that the platform held back, with a reason that stays with the case. */
export async function passAppeal(ctx: Ctx, { id, words }: Input<'appeal.pass'>): Promise<AppealView> {
  const { appeal: found, around } = await requireVisible(ctx, id)
  const before = await findLastMove(ctx.db, id, ['appeal.pass'])
  if (before?.userId === ctx.actor.user.id && found.content !== 'held' && !around.pictureHeld) {
    return viewAppeal(ctx, found)
  }
  const { appeal } = await openAside(ctx, id, 'appeal.pass')
  const pictures = await listHeldPictures(ctx.db, [id])
  await passHeld(
    ctx.db,
    pictures.map(({ pictureId }) => pictureId),
  )
  const passed = appeal.content === 'held' ? await setColumns(ctx.db, id, { content: 'passed' }) : appeal
  const step = {
    action: 'appeal.pass',
    from: appeal.status,
    appeal: passed,
    stepId: ctx.newId(),
  } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  if (passed !== appeal) {
    await tellAgain(ctx, passed)
  }
  return viewAppeal(ctx, passed)
}
