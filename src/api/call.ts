import type { Action, Input, Output } from '~/types/api'
import { noteServerTime } from './clock'
import { Failure } from './failure'
import { send } from './transport'

/** Waits between tries of one act, in milliseconds; reads are tried again by the query library instead. */
const RETRY_AFTER_MS = [800, 2000]

/** A new idempotency key: the same key never has two effects. */
export function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12)
  return `${Date.now().toString(36)}-${random()}${random()}`
}

async function once<A extends Action>(
  action: A,
  input: Input<A>,
  key: string | undefined,
): Promise<Output<A>> {
  const reply = await send({ action, input, ...(key !== undefined && { key }) })
  if (reply.ok) {
    noteServerTime(reply.data)
    return reply.data
  }
  throw new Failure(reply.error.code, reply.error.message, reply.error)
}

/** Calls an action. With a key it is tried again after failures that leave open whether it happened. */
export async function call<A extends Action>(
  action: A,
  input: Input<A>,
  options: { key?: string } = {},
): Promise<Output<A>> {
  const waits = options.key === undefined ? [] : RETRY_AFTER_MS
  for (const wait of waits) {
    try {
      return await once(action, input, options.key)
    } catch (error) {
      if (!(error instanceof Failure) || !error.retryable) {
        throw error
      }
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return once(action, input, options.key)
}
