import type { Log } from '~/cloudfunctions/core/log'

export interface Timers<R> {
  /** One more run, after those already asked for. */
  runOnce(): Promise<R>
  start(): void
  /** No new run; resolves when the current one is over. */
  stop(): Promise<void>
}

/** Milliseconds between the end of a run and the next one. */
const PAUSE_MS = 2000

/** Runs `work` again and again, never two at once. What fails is logged and tried again. */
export function createTimers<R>(work: () => Promise<R>, log: Log): Timers<R> {
  let last: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const runOnce = () => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  const plan = () => {
    timer = setTimeout(() => {
      runOnce()
        .catch((error: unknown) =>
          log.error('jobs', { cause: error instanceof Error ? error.name : 'unknown' }),
        )
        .finally(() => stopped || plan())
    }, PAUSE_MS).unref()
  }
  return {
    runOnce,
    start: plan,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await last
    },
  }
}
