import { systemClock } from '../core/clock'
import { createSecrets } from '../core/crypto'
import { openPostgres } from '../core/db'
import type { Deps } from '../core/deps'
import { optional, required } from '../core/environment'
import { consoleLog } from '../core/log'
import { cloudPorts } from '../ports/cloud'
import { z } from 'zod'
import { SUBSCRIPTION_KINDS } from '~/types/subscription'
import type { Templates } from '../ports/messages'
import type { Account } from '../ports/speech'

/** One request at a time in an instance; a second connection serves a read beside a transaction. */
const CONNECTIONS = 2

/** The account of the speech recognition, when the district has one. */
function speechAccount(): Account | undefined {
  const [id, key] = [optional('ASR_SECRET_ID'), optional('ASR_SECRET_KEY')]
  return id === undefined || key === undefined ? undefined : { id, key }
}

/** Name of a field of a template, as WeChat numbers them: thing1. */
const field = z.string().regex(/^[a-z_]+\d+$/)
const templatesShape = z.partialRecord(
  z.enum(SUBSCRIPTION_KINDS),
  z.strictObject({
    id: z.string().min(1),
    fields: z.strictObject({ title: field, state: field, at: field, note: field }),
  }),
)

/** The templates of WX_TEMPLATES; a function with wrong ones must not start. Throws without quoting them. */
export function messageTemplates(text = optional('WX_TEMPLATES')): Templates {
  try {
    return templatesShape.parse(JSON.parse(text ?? '{}')) as Templates
  } catch {
    throw new Error('environment variable WX_TEMPLATES is not what docs/deploy.md describes')
  }
}

/** What a function of the cloud works with, from its environment variables (docs/deploy.md). */
export function cloudDeps(): Deps {
  const clock = systemClock
  const outside = {
    env: required('TCB_ENV'),
    program: { appid: required('WX_APPID'), secret: required('WX_SECRET') },
    wechatUrl: optional('WX_API_URL'),
    templates: messageTemplates(),
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
