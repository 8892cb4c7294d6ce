import type { Redo } from '../../core/deletion'
import { takeBackAble } from './beside'

/** Who took back what they can do is not asked for it again. */
export const redo = {
  'help.unsaid': (ctx, { target }) => takeBackAble(ctx, target),
} satisfies Redo
