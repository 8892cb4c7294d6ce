import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Log } from '~/cloudfunctions/core/log'
import { AppError, invalid } from '~/cloudfunctions/core/errors'
import type { ErrorCode } from '~/types/errors'

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  INVALID: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
}

/** The host's own refusals, in the shape of the functions' replies. */
export function refuse(c: Context, error: unknown, log: Log, status?: ContentfulStatusCode) {
  const requestId = randomUUID()
  if (error instanceof AppError) {
    const { code, userMessage: message, reason, fields } = error
    return c.json(
      {
        ok: false,
        error: { code, message, ...(reason && { reason }), ...(fields && { fields }), requestId },
      },
      status ?? STATUS[code] ?? 500,
    )
  }
  log.error('host', { requestId, cause: error instanceof Error ? error.name : 'unknown' })
  const message = `出了点问题,请稍后再试(编号 ${requestId})`
  return c.json({ ok: false, error: { code: 'INTERNAL', message, requestId } }, 500)
}

/** JSON object of the request, or INVALID. */
export async function readObject(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text()
  try {
    const body: unknown = JSON.parse(text === '' ? '{}' : text)
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) {
      return body as Record<string, unknown>
    }
  } catch {
    // falls through: not JSON
  }
  throw invalid({ body: '请求内容要是一个 JSON 对象' })
}

/** Checks against a schema and names the field that is wrong. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) {
    return parsed.data
  }
  throw invalid(Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])))
}
