import type { Actor } from './actor'
import type { Deps } from './deps'
import type { DbOrTx } from './db'

/** What an action's handler works with. `db` is the transaction for writes. */
export interface Ctx extends Pick<Deps, 'secrets' | 'ports' | 'log'> {
  actor: Actor
  db: DbOrTx
  now: Date
  /** Time-ordered UUID (version 7). */
  newId(): string
  requestId: string
  /** What the audit trail says of this act beside its name; handlers fill in what they know. */
  trail: { target?: string; areaCode?: string; reason?: string }
}
