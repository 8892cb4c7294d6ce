import { systemClock } from '../core/clock'
import { createSecrets } from '../core/crypto'
import { openPostgres } from '../core/db'
import type { Deps } from '../core/deps'
import { consoleLog } from '../core/log'
import { cloudPorts } from '../ports/cloud'

/** One request at a time in an instance; a second connection serves a read beside a transaction. */
const CONNECTIONS = 2

function required(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') {
    throw new Error(`environment variable ${name} is missing`)
  }
  return value
}

/** What a function of the cloud works with, from its environment variables (docs/deploy.md). */
export function cloudDeps(): Deps {
  const clock = systemClock
  const program = { appid: required('WX_APPID'), secret: required('WX_SECRET') }
  return {
    clock,
    log: consoleLog,
    db: openPostgres(required('DATABASE_URL'), CONNECTIONS),
    secrets: createSecrets(required('DATA_KEY')),
    ports: cloudPorts(required('TCB_ENV'), program, () => clock.now()),
  }
}
