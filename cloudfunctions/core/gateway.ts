import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { zhCN } from 'zod/locales'
import type { ApiReply } from '~/types/api'
import { ROLE_RULES } from '~/types/roles'
import type { ActionRow } from './action'
import { loadActor, type Actor } from './actor'
import { appendAudit } from './audit'
import type { Ctx } from './context'
import type { Deps } from './deps'
import { AppError, forbidden, invalid } from './errors'
import { wrongFields } from './fields'
import { once } from './idempotency'

/** What a validator that names no words of its own says. */
z.config(zhCN())

/** PostgreSQL codes after which the same transaction may simply be run again. */
const RETRYABLE = new Set(['40001', '40P01'])
/** Node and PostgreSQL codes that say the database is away. */
const UNREACHABLE = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|57P0|08|53300)/
/** node-postgres gives a connection that broke, or could not be had in time, no code. */
const BROKEN = /timeout exceeded when trying to connect|Connection terminated|is not queryable/

interface Envelope {
  action?: unknown
  input?: unknown
  key?: unknown
  group?: unknown
}

/** who is asking → which action → valid input → rule → transaction → handler → reply → log. */
export function createGateway(
  deps: Deps,
  rows: ActionRow[],
): (event: unknown, context: unknown) => Promise<ApiReply> {
  const byName = new Map(rows.map((row) => [row.action as string, row]))
  return async (event, context) => {
    const started = Date.now()
    const { openid, requestId } = deps.ports.identity.read(context)
    const envelope = (event ?? {}) as Envelope
    const row = typeof envelope.action === 'string' ? byName.get(envelope.action) : undefined
    try {
      if (row === undefined) {
        throw new AppError('INVALID', { message: 'unknown action', userMessage: '没有这个功能,请更新小程序' })
      }
      const input = parseInput(row, envelope.input)
      const key = parseKey(envelope.key)
      const opengid = await deps.ports.wechat.resolveGroup(envelope.group, context)
      const data = await withRetry(() => answer(deps, row, input, { openid, opengid, key, requestId }))
      await finish(deps, row, data as never, requestId)
      deps.log.info('call', { requestId, action: row.action, ms: Date.now() - started, ok: true })
      return { ok: true, data } as ApiReply
    } catch (error) {
      const reply = toError(error, requestId)
      const fields = { requestId, action: row?.action, ms: Date.now() - started, code: reply.error.code }
      if (reply.error.code === 'INTERNAL' || reply.error.code === 'UNAVAILABLE') {
        deps.log.error('call', { ...fields, cause: causeOf(error) })
      } else {
        deps.log.info('call', { ...fields, reason: reply.error.reason })
      }
      return reply
    }
  }
}

/** The act is done; what follows it must not turn the reply into an error. */
async function finish(deps: Deps, row: ActionRow, data: never, requestId: string): Promise<void> {
  try {
    await row.after?.(deps, uuidv7, data)
  } catch (error) {
    deps.log.warn('after', { requestId, action: row.action, cause: causeOf(error) })
  }
}

interface Asked {
  openid: string | undefined
  opengid: string | undefined
  key: string | undefined
  requestId: string
}

async function answer(deps: Deps, row: ActionRow, input: never, asked: Asked): Promise<unknown> {
  const now = deps.clock.now()
  if (asked.openid === undefined || asked.openid === '') {
    throw new AppError('UNAUTHENTICATED', { userMessage: '请在微信里打开小程序' })
  }
  const actor = await loadActor(deps.db, asked.openid, asked.opengid, now, uuidv7)
  checkRule(actor, row)
  const base = { actor, now, newId: uuidv7, requestId: asked.requestId, trail: {} }
  const services = { secrets: deps.secrets, ports: deps.ports, log: deps.log }
  if (!row.write) {
    return row.handler({ ...base, ...services, db: deps.db }, input)
  }
  return deps.db.transaction().execute(async (tx) => {
    const ctx: Ctx = { ...base, ...services, trail: {}, db: tx }
    const act = async () => {
      const output = await row.handler(ctx, input)
      if (row.audit !== null) {
        await appendAudit(tx, auditEntry(ctx, row.audit))
      }
      return output
    }
    const claim = { userId: actor.user.id, key: asked.key ?? '', action: row.action, input, now }
    return asked.key === undefined || row.forgetful === true ? act() : once(tx, deps.secrets, claim, act)
  })
}

function auditEntry(ctx: Ctx, action: string) {
  const { target = '', areaCode = '', reason = '' } = ctx.trail
  const userId = ctx.actor.user.id
  return { at: ctx.now, userId, action, target, areaCode, reason, result: 'ok', requestId: ctx.requestId }
}

/** Coarse check before anything is loaded: does any assignment grant the rule at all? */
function checkRule(actor: Actor, { rule }: ActionRow): void {
  if (rule === 'public' || rule === 'person') {
    return
  }
  if (!actor.assignments.some(({ role }) => ROLE_RULES[role].includes(rule))) {
    throw forbidden()
  }
}

function parseInput(row: ActionRow, input: unknown): never {
  const parsed = (row.input as z.ZodType).safeParse(input ?? {})
  if (parsed.success) {
    return parsed.data as never
  }
  throw invalid(wrongFields(parsed.error))
}

function parseKey(key: unknown): string | undefined {
  if (key === undefined || key === null) {
    return undefined
  }
  if (typeof key === 'string' && key.length >= 8 && key.length <= 255) {
    return key
  }
  throw invalid({ key: '提交编号不对,请返回重新提交' })
}

async function withRetry<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= 3 || !RETRYABLE.has(codeOf(error))) {
        throw error
      }
    }
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** Class and code only: messages of the database may quote what people wrote. */
function causeOf(error: unknown): string {
  // A message of several lines fills the lines of the stack, too.
  const at = error instanceof Error ? error.stack?.split('\n').find((line) => /^ +at /.test(line)) : undefined
  const where = at?.trim() ?? ''
  return `${error instanceof Error ? error.name : typeof error} ${codeOf(error)} ${where}`
}

function toError(error: unknown, requestId: string): Extract<ApiReply, { ok: false }> {
  if (error instanceof AppError) {
    const { code, userMessage: message, reason, fields } = error
    return {
      ok: false,
      error: { code, message, ...(reason && { reason }), ...(fields && { fields }), requestId },
    }
  }
  if (UNREACHABLE.test(codeOf(error)) || BROKEN.test(String(error))) {
    return {
      ok: false,
      error: { code: 'UNAVAILABLE', message: '系统正忙,请过一会儿再试,您写的都还在', requestId },
    }
  }
  return {
    ok: false,
    error: { code: 'INTERNAL', message: `出了点问题,请稍后再试(编号 ${requestId})`, requestId },
  }
}
