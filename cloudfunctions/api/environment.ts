import { systemClock } from '../core/clock'
import { createSecrets } from '../core/crypto'
import { openPostgres } from '../core/db'
import type { Deps } from '../core/deps'
import { optional, required } from '../core/environment'
import { consoleLog } from '../core/log'
import { cloudPorts } from '../ports/cloud'
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

/** One template: its kind, its id, and its fields for title, state, time and note: progress=AbC-1:thing1,phrase2,time3,thing4. */
const TEMPLATE = /^([a-z]+)=([\w-]+):([a-z_]+\d+),([a-z_]+\d+),([a-z_]+\d+),([a-z_]+\d+)$/

/**
 * The templates of WX_TEMPLATES, with semicolons between them. Written without quotes, since it goes through a JSON file
 * on its way. Throws, without quoting it, when it is anything else: a function with wrong templates must not start.
 */
export function messageTemplates(text = optional('WX_TEMPLATES') ?? ''): Templates {
  const templates: Templates = {}
  for (const part of text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [, name, id = '', title = '', state = '', at = '', note = ''] = TEMPLATE.exec(part) ?? []
    const kind = SUBSCRIPTION_KINDS.find((one) => one === name)
    if (kind === undefined || templates[kind] !== undefined) {
      throw new Error('environment variable WX_TEMPLATES is not what docs/deploy.md describes')
    }
    templates[kind] = { id, fields: { title, state, at, note } }
  }
  return templates
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
