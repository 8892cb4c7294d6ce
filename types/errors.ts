export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'LIMIT_REACHED',
  'RATE_LIMITED',
  'UPSTREAM',
  'UNAVAILABLE',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface ApiError {
  code: ErrorCode
  /** In the user's words; fit to be shown as it is. */
  message: string
  /** Domain reason for programs: wrong_status, reopen_limit … */
  reason?: string
  /** What is wrong with which field, in the user's words. */
  fields?: Record<string, string>
  requestId: string
}
