import type { Ports } from '../ports/ports'
import type { Clock } from './clock'
import type { Secrets } from './crypto'
import type { Db } from './db'
import type { Log } from './log'

/** Everything a function needs from outside, made once for each instance. */
export interface Deps {
  db: Db
  clock: Clock
  secrets: Secrets
  ports: Ports
  log: Log
}
