import type { ThreadKind } from '~/types/thread'
import { helpThread } from '../help/queries'
import type { ThreadOwner } from './queries'

/** Who decides about the threads of each noun. */
export const OWNERS: Record<ThreadKind, ThreadOwner> = { help: helpThread }
