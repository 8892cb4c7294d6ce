import { systemClock } from '../core/clock'
import { openPostgres } from '../core/db'
import { optional, required } from '../core/environment'
import { consoleLog } from '../core/log'
import type { HealthDeps } from './handler'

/** Its statements are short and come each minute or so. */
const CONNECTIONS = 1

/** What `health` works with: the database and who may read it. It has no secret of anybody's (docs/deploy.md). */
export function watchDeps(): HealthDeps {
  const token = optional('METRICS_TOKEN')
  return {
    clock: systemClock,
    log: consoleLog,
    db: openPostgres(required('DATABASE_URL'), CONNECTIONS),
    readers: token === undefined ? 'nobody' : { token },
  }
}
