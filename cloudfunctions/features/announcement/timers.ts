import type { Deps } from '../../core/deps'
import { drain, type Tick } from '../../core/drain'
import { stopTelling } from '../broadcast/queries'
import { tickSeries } from './repeats'
import { lockDue, type AnnouncementRow } from './repo'
import { act } from './step'
import { keyOf, tellEveryone } from './telling'

const BATCH = 20

/** One that was to go out later does, and one that is past its term is told to nobody any more. */
async function carry(tick: Tick, row: AnnouncementRow): Promise<void> {
  if (row.status === 'scheduled') {
    const published = await act(tick, row, 'announcement.start', { set: { publishedAt: tick.now } })
    await tellEveryone(tick, published)
  } else {
    await act(tick, row, 'announcement.end')
    await stopTelling(tick.db, keyOf(row))
  }
}

/** Announcements that come again, go out or end by the clock. Returns how many. */
export async function tickAnnouncements(deps: Deps, newId: () => string): Promise<number> {
  const repeated = await tickSeries(deps, newId)
  return repeated + (await drain(deps, newId, (tick) => lockDue(tick.db, tick.now, BATCH), carry))
}
