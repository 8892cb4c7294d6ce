import { systemClock } from '../core/clock'
import { createSecrets } from '../core/crypto'
import { openPostgres } from '../core/db'
import type { Deps } from '../core/deps'
import { optional, required } from '../core/environment'
import { consoleLog } from '../core/log'
import { cloudPorts } from '../ports/cloud'
import type { Account } from '../ports/speech'

/** One request at a time in an instance; a second connection serves a read beside a transaction. */
const CONNECTIONS = 2

/** The account of the speech recognition, when the district has one. */
function speechAccount(): Account | undefined {
  const [id, key] = [optional('ASR_SECRET_ID'), optional('ASR_SECRET_KEY')]
  return id === undefined || key === undefined ? undefined : { id, key }
}

/** What a function of the cloud works with, from its environment variables (docs/deploy.md). */
export function cloudDeps(): Deps {
  const clock = systemClock
  const outside = {
    env: required('TCB_ENV'),
    program: { appid: required('WX_APPID'), secret: required('WX_SECRET') },
    wechatUrl: optional('WX_API_URL'),
    speech: speechAccount(),
  }
  return {
    clock,
    log: consoleLog,
    db: openPostgres(required('DATABASE_URL'), CONNECTIONS),
    secrets: createSecrets(required('DATA_KEY')),
    ports: cloudPorts(outside, () => clock.now(), consoleLog),
  }
}
