import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '~/cloudfunctions/core/clock'
import { invalid } from '~/cloudfunctions/core/errors'

/** Furthest that one step may go, in milliseconds: ten years keep every date readable. */
const LONGEST_STEP_MS = 10 * 366 * 86_400_000

/** The district's time: the real one plus an offset that only grows, kept over restarts. */
export interface MovableClock extends Clock {
  /** Moves time forward; INVALID when it would go back or too far. Returns the new now. */
  advance(ms: number): Date
}

/** `directory` undefined keeps the offset in memory only. */
export function createClock(directory: string | undefined, realNow: () => number = Date.now): MovableClock {
  const file = directory === undefined ? undefined : path.join(directory, 'clock.json')
  const kept = file === undefined ? { offsetMs: 0, latest: 0 } : read(file)
  // The machine's own clock may have been set back while the host was down.
  let offsetMs = Math.max(kept.offsetMs, kept.latest - realNow())
  let latest = kept.latest
  const now = () => {
    latest = Math.max(latest, realNow() + offsetMs)
    return new Date(latest)
  }
  return {
    now,
    advance(ms) {
      if (!(ms > 0 && ms <= LONGEST_STEP_MS)) {
        throw invalid({ advance: '时间只能往前拨,一次最多十年' })
      }
      const target = now().getTime() + ms
      if (file !== undefined) {
        write(file, { offsetMs: offsetMs + ms, latest: target })
      }
      offsetMs += ms
      return now()
    },
  }
}

interface Kept {
  offsetMs: number
  /** The moment at which the offset was last changed. */
  latest: number
}

function read(file: string): Kept {
  try {
    const { offsetMs, latest } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>
    return { offsetMs: Number(offsetMs) || 0, latest: Number(latest) || 0 }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { offsetMs: 0, latest: 0 }
    }
    throw error
  }
}

/** Written aside and renamed, so that a kill in between leaves the old file whole. */
function write(file: string, kept: Kept): void {
  writeFileSync(`${file}.new`, JSON.stringify(kept))
  renameSync(`${file}.new`, file)
}
