import type { Unchecked } from '../core/claim'
import type { Db } from '../core/db'
import { single, type Figure } from '../core/metrics'
import { timerFigures } from '../core/timer-run'
import { ageSeconds, databaseFigures, outboxFigures } from '../core/watch'
import { countOpenByTown, countUncheckedAppeals } from '../features/appeal/queries'
import { countQueue } from '../features/broadcast/queries'
import { countUncheckedHelps } from '../features/help/queries'
import { countUncheckedPictures } from '../features/picture/queries'
import { countUncheckedPosts } from '../features/thread/queries'

/** Messages that go to many grids. */
async function queueFigures(db: Db, now: Date): Promise<Figure[]> {
  const { pending, due, stuck, dueSince, told, stopped } = await countQueue(db, now)
  const states = { pending, due, stuck, told, stopped }
  return [
    {
      ...{ name: 'broadcast_grids', type: 'gauge' },
      help: 'Grids by state. Pending, of them due and stuck: of all messages; told and stopped: of the last day.',
      values: Object.entries(states).map(([state, value]) => ({ labels: { state }, value })),
    },
    single(
      {
        ...{ name: 'broadcast_oldest_due_seconds', type: 'gauge' },
        help: 'How long the longest of the grids that are due has waited; 0 for none.',
      },
      ageSeconds(dueSince, now),
    ),
  ]
}

/** Appeals, by town and never below it: fewer people would be known by their numbers. */
async function appealFigures(db: Db, now: Date): Promise<Figure[]> {
  const towns = await countOpenByTown(db, now)
  const of = (state: 'open' | 'overdue') =>
    towns.map((row) => ({ labels: { town: row.town }, value: row[state] }))
  return [
    { name: 'appeals_open', type: 'gauge', help: 'Open appeals of a town.', values: of('open') },
    { name: 'appeals_overdue', type: 'gauge', help: 'Open appeals over their time.', values: of('overdue') },
  ]
}

/** Words and pictures that WeChat has not judged. */
async function contentFigures(db: Db, now: Date): Promise<Figure[]> {
  const [appeal, { help, thank }, post, picture] = await Promise.all([
    countUncheckedAppeals(db),
    countUncheckedHelps(db),
    countUncheckedPosts(db),
    countUncheckedPictures(db),
  ])
  const kinds = Object.entries({ appeal, help, thank, post, picture })
  const of = (value: (unchecked: Unchecked) => number) =>
    kinds.map(([kind, unchecked]) => ({ labels: { kind }, value: value(unchecked) }))
  return [
    {
      ...{ name: 'content_unchecked', type: 'gauge' },
      help: 'Words and pictures that wait for the check of the platform.',
      values: of(({ count }) => count),
    },
    {
      ...{ name: 'content_oldest_unchecked_seconds', type: 'gauge' },
      help: 'How long the oldest of them has waited; 0 for none.',
      values: of(({ since }) => ageSeconds(since, now)),
    },
  ]
}

/** Groups of figures by name; each is asked for by itself. */
const GROUPS: Record<string, (db: Db, now: Date) => Promise<Figure[]>> = {
  database: (db) => databaseFigures(db, () => performance.now()),
  timer: (db) => timerFigures(db),
  outbox: outboxFigures,
  broadcast: queueFigures,
  appeal: appealFigures,
  content: contentFigures,
}

/**
 * What docs/operate.md says to watch: counts, ages and times, no names and no area below the town. A group that cannot
 * be read is 0 in `figures_read`, and the others are given.
 */
export async function gatherFigures(db: Db, now: Date): Promise<Figure[]> {
  const groups = await Promise.allSettled(Object.values(GROUPS).map((gather) => gather(db, now)))
  const read: Figure = {
    ...{ name: 'figures_read', type: 'gauge' },
    help: 'Whether a group of figures could be read.',
    values: Object.keys(GROUPS).map((group, n) => ({
      labels: { group },
      value: Number(groups[n]?.status === 'fulfilled'),
    })),
  }
  return [read, ...groups.flatMap((group) => (group.status === 'fulfilled' ? group.value : []))]
}
