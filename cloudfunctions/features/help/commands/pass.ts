import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { passHeld } from '../../picture/queries'
import { tellShown } from '../check'
import { viewHelp } from '../queries'
import { setColumns } from '../repo'
import { openForAct, recordStep } from '../step'

/** Lets neighbours see the words and pictures that the platform held back, with a reason that stays. */
export async function passHelp(ctx: Ctx, { id, words }: Input<'help.pass'>): Promise<HelpView> {
  const { help, around, repeated } = await openForAct(ctx, id, 'help.pass')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  await passHeld(ctx.db, around.heldPictures)
  const passed = help.content === 'held' ? await setColumns(ctx.db, id, { content: 'passed' }) : help
  await recordStep(ctx, { help: passed, action: 'help.pass', from: help.status, words })
  await tellShown(ctx, passed)
  return viewHelp(ctx, passed)
}
