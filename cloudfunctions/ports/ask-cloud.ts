import { AppError } from '../core/errors'

/**
 * Waits for the cloud's SDK. What it throws has neither words for a person nor a meaning for the caller, and may quote
 * what was sent: it becomes UPSTREAM with the SDK's own code (platform facts A4), which the client tries again.
 */
export async function askCloud<T>(what: string, asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    const { code } = (error ?? {}) as { code?: unknown }
    const reason = typeof code === 'string' ? code : 'unknown'
    throw new AppError('UPSTREAM', {
      message: `${what} ${reason}`,
      reason,
      userMessage: '微信那边没有回应,请稍后再试',
    })
  })
}
