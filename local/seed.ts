import { sql } from 'kysely'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'
import { seedActivities } from './seed/activities'
import { addGrid, groupOf, type GridContext } from './seed/grid'
import { seedHelps } from './seed/help'
import { closeMark, openMark, type SeedCounts } from './seed/mark'
import { readGround } from './seed/ground'
import { planGrids, showcaseGrid, type Scale } from './seed/plan'
import { createIds } from './seed/random'
import { noRows, writeRows, type Rows } from './seed/rows'
import { addStaff, staffCount, staffPhones } from './seed/staff'
import { timesOf } from './seed/times'

export interface SeedOptions {
  scale: Scale
  /** The same number makes the same people. */
  seed: number
  now: Date
  /** Residents that are in, of all. */
  onProgress?: (done: number, total: number) => void
}
export interface SeedReport extends SeedCounts {
  /** True when everything was there already. */
  skipped: boolean
}

/** There is no grid to put people into. */
export class NoGrids extends Error {
  constructor() {
    super('还没有网格,请先导入区域:npm run areas:import -- 文件.csv')
  }
}

/** People and workers held in memory before they are written. */
const BATCH = 4_000
/** Batches from one checkpoint to the next. */
const CHECKPOINT_EVERY = 5

/**
 * Fills the district with invented people: staff at every level, a worker and a group for every grid, households. Run
 * again it does nothing; after an interruption it goes on where it stopped, with the options it was begun with.
 */
export async function seed(db: Db, secrets: Secrets, options: SeedOptions): Promise<SeedReport> {
  const ground = await readGround(db)
  if (ground === undefined) {
    throw new NoGrids()
  }
  const { scale, seed: number, now } = options
  const { start, finished } = await openMark(db, { scale, seed: number, now })
  if (finished !== undefined) {
    return { skipped: true, ...finished }
  }
  const ids = createIds(start.seed)
  const times = timesOf(start.now)
  const context: GridContext = { ...start, ids, times, staffPhones: staffPhones(ground) }
  const counts: SeedCounts = { households: 0, residents: 0, users: 0, staff: staffCount(ground, ids) }

  let rows = noRows()
  addStaff(rows, ground, start.seed, ids, times)
  counts.users += rows.users.length
  await writeRows(db, secrets, rows)

  const plans = planGrids(ground, start.scale, start.seed)
  const total = plans.reduce((sum, { sizes }) => sum + sizes.reduce((all, size) => all + size, 0), 0)
  const done = await groupsThere(db)
  rows = noRows()
  let batches = 0
  for (const plan of plans) {
    const own = noRows()
    addGrid(own, plan, context)
    counts.households += own.households.length
    counts.residents += own.residents.length
    counts.users += own.users.length
    // Written in the same transaction as the rest of its grid, the group tells that the grid is complete.
    if (!done.has(groupOf(plan.grid.code))) {
      append(rows, own)
    }
    if (rows.residents.length >= BATCH || plan === plans.at(-1)) {
      await writeRows(db, secrets, rows)
      rows = noRows()
      batches += 1
      if (batches % CHECKPOINT_EVERY === 0) {
        await checkpoint(db)
      }
      options.onProgress?.(counts.residents, total)
    }
  }
  const showcase = showcaseGrid(ground)
  if (showcase !== undefined && start.scale === 'demo') {
    await db.transaction().execute(async (tx) => {
      await seedHelps(tx, showcase, ids, times)
      await seedActivities(tx, secrets, { areaCode: showcase, ids, times })
    })
  }
  // The embedded database has nobody who would do it later, and plans badly without.
  await sql`ANALYZE`.execute(db)
  await closeMark(db, start, counts)
  return { skipped: false, ...counts }
}

/** The embedded database takes none by itself: its log would grow by two thirds of a gigabyte. */
async function checkpoint(db: Db): Promise<void> {
  // A server takes its own, and may not let us ask for one.
  await sql`CHECKPOINT`.execute(db).catch(() => undefined)
}

async function groupsThere(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('gridGroup').select('opengid').execute()
  return new Set(rows.map(({ opengid }) => opengid))
}

function append(rows: Rows, own: Rows): void {
  rows.users.push(...own.users)
  rows.assignments.push(...own.assignments)
  rows.gridSettings.push(...own.gridSettings)
  rows.households.push(...own.households)
  rows.memberships.push(...own.memberships)
  rows.residents.push(...own.residents)
  rows.gridGroups.push(...own.gridGroups)
}

if (require.main === module) {
  // Loaded only here: the host that imports this file has its own way to the database.
  void import('./seed/command').then(({ runCommand }) => runCommand(process.argv.slice(2), process.env))
}
