import { shanghaiTime } from '../../core/clock'
import type { Deps } from '../../core/deps'
import { AppError } from '../../core/errors'
import { backoffMs } from '../../core/outbox'
import { clearQuota, lockDueMessage, takeQuota, updateMessage, type DueMessage } from './repo'

/** How long a message that is being sent belongs to one job, in milliseconds. */
const LEASE_MS = 60_000
/** After so many tries the person reads it in the program alone. */
const TRIES_MOST = 6
/** Messages that one run sends, and failures after which it leaves the rest to the next one. */
const RUN = { messages: 500, failures: 5 }

const OVER = { dueAt: null } as const

/** Takes the next message that may be sent now; `settled` when it is over without being sent; undefined when none is due. */
async function claim({ db, clock }: Deps): Promise<DueMessage | 'settled' | undefined> {
  const now = clock.now()
  return db.transaction().execute(async (tx) => {
    const message = await lockDueMessage(tx, now)
    if (message === undefined) {
      return undefined
    }
    const { userId, kind, status, taken, tries } = message
    const settle = async (state: 'dropped' | 'failed', reason: string) => {
      await updateMessage(tx, message, { ...OVER, status: state, reason })
      return 'settled' as const
    }
    if (status === 'sending') {
      // Whoever was sending it died, before or after; rather not at all than twice, as it stands in the notices.
      return settle('failed', 'unknown')
    }
    if (message.openid === null || message.readAt !== null) {
      return settle('dropped', message.openid === null ? 'gone' : 'read')
    }
    if (!taken && !(await takeQuota(tx, userId, kind, now))) {
      return settle('dropped', 'no_quota')
    }
    const dueAt = new Date(now.getTime() + LEASE_MS)
    const set = { status: 'sending', dueAt, taken: true, tries: tries + 1 } as const
    await updateMessage(tx, message, set)
    return { ...message, ...set }
  })
}

/** Sends one claimed message and writes what came of it. Returns whether the platform answered. */
async function send({ db, clock, ports, log }: Deps, message: DueMessage): Promise<boolean> {
  const { kind, userId, openid, title, label, body, path, at, tries } = message
  const fields = { title, state: label, at: shanghaiTime(at), note: body }
  try {
    const { outcome, reason } = await ports.messages.send({ openid: openid ?? '', kind, page: path, fields })
    const status = outcome === 'sent' ? 'sent' : outcome === 'unsubscribed' ? 'dropped' : 'failed'
    await updateMessage(db, message, { ...OVER, status, reason })
    if (outcome === 'unsubscribed') {
      await clearQuota(db, userId, kind, clock.now())
    } else if (outcome === 'wrong') {
      log.warn('message', { kind, reason })
    }
    return true
  } catch (error) {
    const cause = error instanceof Error ? error.name : 'unknown'
    const reason = error instanceof AppError ? (error.reason ?? cause) : cause
    log.warn('message', { kind, tries, cause, reason })
    // No answer in time may mean that it has arrived: it is not sent again.
    const over = cause === 'TimeoutError' || tries >= TRIES_MOST
    const dueAt = new Date(clock.now().getTime() + backoffMs(tries))
    const again = over ? { ...OVER, status: 'failed' as const } : { dueAt, status: 'waiting' as const }
    await updateMessage(db, message, { ...again, reason: reason.slice(0, 40) })
    return false
  }
}

/** Sends the messages that are due, the oldest first, each once whoever else sends. Returns how many were tried. */
export async function sendMessages(deps: Deps): Promise<number> {
  let sent = 0
  for (let failures = 0; sent < RUN.messages && failures < RUN.failures;) {
    const message = await claim(deps)
    if (message === undefined) {
      break
    }
    if (message !== 'settled') {
      sent += 1
      failures += (await send(deps, message)) ? 0 : 1
    }
  }
  return sent
}
