import type { Ctx } from './context'
import { AppError } from './errors'

interface Most {
  hours: number
  most: number
  /** What who did it too often is told. */
  words: string
}

/** RATE_LIMITED when something was done `most` times in the last `hours`; `count` says how often since then. */
export async function refuseFlood(
  ctx: Pick<Ctx, 'now'>,
  { hours, most, words }: Most,
  count: (since: Date) => Promise<number>,
): Promise<void> {
  if ((await count(new Date(ctx.now.getTime() - hours * 3_600_000))) >= most) {
    throw new AppError('RATE_LIMITED', { reason: 'too_many', userMessage: words })
  }
}
