import type { ApiError, ErrorCode } from '~/types/errors'

/** OFFLINE: the request never arrived. Everything else is the server's word. */
export type FailureCode = ErrorCode | 'OFFLINE'

/** What a call failed with, in words that can be shown as they are. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly reason: string | undefined
  readonly fields: Record<string, string>

  constructor(code: FailureCode, message: string, detail: Partial<ApiError> = {}) {
    super(message)
    this.name = 'Failure'
    this.code = code
    this.reason = detail.reason
    this.fields = detail.fields ?? {}
  }

  /** Trying again with the same key may help and can do no harm. */
  get retryable(): boolean {
    return this.code === 'OFFLINE' || this.code === 'UNAVAILABLE' || this.code === 'UPSTREAM'
  }
}

export function offline(): Failure {
  return new Failure('OFFLINE', '现在没有网络,您写的都还在,有网了再试')
}

/** Error codes of the cloud's client (platform facts B3) after which it is worth asking again. */
const BUSY = new Set([
  -501001, -501002, -501003, -501004, -501005, -504001, -504002, -404011, -404012, -604102,
])

/** A failure of the cloud itself, in plain words. */
export function fromCloud(error: unknown): Failure {
  const { errCode } = (error ?? {}) as { errCode?: unknown }
  if (typeof errCode === 'number' && BUSY.has(errCode)) {
    return new Failure('UNAVAILABLE', '现在用的人多,请过一会儿再试,您写的都还在')
  }
  return typeof errCode === 'number' ? new Failure('INTERNAL', '出了点问题,请稍后再试') : offline()
}
