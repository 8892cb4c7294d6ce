import { sql } from 'kysely'
import { DAY_MINUTES_MOST } from '~/types/record'
import type { DbOrTx } from '../../core/db'
import type { NewRow } from '../../core/schema'

/** Holds some people until the transaction ends, always in the same order, so that their days are counted once. */
export async function lockVolunteers(db: DbOrTx, ids: string[]): Promise<void> {
  if (ids.length > 0) {
    await db.selectFrom('volunteer').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  }
}

/** Minutes that some people have on each of their days. The people are locked. */
export class Days {
  private readonly changed = new Map<string, { volunteerId: string; day: string }>()

  private constructor(private readonly minutes: Map<string, number>) {}

  static async of(db: DbOrTx, volunteerIds: string[]): Promise<Days> {
    const rows =
      volunteerIds.length === 0
        ? []
        : await db.selectFrom('serviceDay').selectAll().where('volunteerId', 'in', volunteerIds).execute()
    return new Days(new Map(rows.map(({ volunteerId, day, minutes }) => [`${volunteerId} ${day}`, minutes])))
  }

  /** Adds as many of the minutes as fit into the day's eight hours, and says how many did. */
  add(volunteerId: string, day: string, minutes: number): number {
    const key = `${volunteerId} ${day}`
    const before = this.minutes.get(key) ?? 0
    const after = Math.max(0, Math.min(DAY_MINUTES_MOST, before + minutes))
    this.minutes.set(key, after)
    this.changed.set(key, { volunteerId, day })
    return after - before
  }

  /** Writes what has changed; the database checks the eight hours once more. */
  async write(db: DbOrTx): Promise<void> {
    const rows = [...this.changed].map(([key, row]) => ({ ...row, minutes: this.minutes.get(key) ?? 0 }))
    if (rows.length > 0) {
      await db
        .insertInto('serviceDay')
        .values(rows)
        .onConflict((oc) =>
          oc.columns(['volunteerId', 'day']).doUpdateSet({ minutes: sql`excluded.minutes` }),
        )
        .execute()
    }
  }
}

/** Adds lines to the ledger; nothing in it is ever changed. */
export async function insertEntries(db: DbOrTx, rows: NewRow<'serviceEntry'>[]): Promise<void> {
  if (rows.length > 0) {
    await db.insertInto('serviceEntry').values(rows).execute()
  }
}
