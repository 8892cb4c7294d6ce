import type { Keeper } from '../../core/keeper'
import { keeper as activity } from '../activity/queries'
import { keeper as announcement } from '../announcement/queries'
import { keeper as appeal } from '../appeal/queries'
import { keeper as help } from '../help/queries'
import { keeper as missing } from '../missing/queries'
import { keeper as party } from '../party/queries'
import { keeper as points } from '../points/queries'
import { keeper as subscription } from '../subscription/queries'
import { keeper as survey } from '../survey/queries'
import { keeper as thread } from '../thread/queries'

/** Every feature that keeps something about people, in the order in which it is shown. */
export const KEEPERS: Keeper[] = [
  appeal,
  survey,
  activity,
  points,
  party,
  help,
  thread,
  missing,
  announcement,
  subscription,
]
