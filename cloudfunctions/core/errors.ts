import type { ErrorCode } from '~/types/errors'

interface AppErrorOptions {
  /** For the log; must hold no personal data. */
  message?: string
  /** For the person who asked. */
  userMessage: string
  reason?: string
  fields?: Record<string, string>
}

/** The one error that features throw. The gateway alone turns it into a reply. */
export class AppError extends Error {
  readonly userMessage: string
  readonly reason: string | undefined
  readonly fields: Record<string, string> | undefined

  constructor(
    readonly code: ErrorCode,
    options: AppErrorOptions,
  ) {
    super(options.message ?? code)
    this.name = 'AppError'
    this.userMessage = options.userMessage
    this.reason = options.reason
    this.fields = options.fields
  }
}

/** A thing that is not there, or not there for the caller: both look the same from outside. */
export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', { userMessage: `没有找到这${what},可能已经撤下了` })
}

/** The caller is in the right place but may not do this. */
export function forbidden(userMessage = '这件事不归您办,请找负责的同志'): AppError {
  return new AppError('FORBIDDEN', { userMessage })
}

/** Fields that are wrong, each with a sentence in the user's words. */
export function invalid(fields: Record<string, string>): AppError {
  const first = Object.values(fields)[0] ?? '请检查填写的内容'
  return new AppError('INVALID', { userMessage: first, fields })
}

/** The right person at the wrong moment. */
export function conflict(reason: string, userMessage: string): AppError {
  return new AppError('CONFLICT', { userMessage, reason })
}
