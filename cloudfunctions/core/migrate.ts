import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type { Db } from './db'
import { sha256 } from './crypto'

/** Session lock that keeps two deployments from migrating at once; the number is arbitrary but fixed. */
const MIGRATION_LOCK = 110117

export interface Migration {
  name: string
  text: string
}

/** Numbered plain SQL files of a folder, in order: 0001_ground.sql … */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
  )
}

/**
 * Applies what is missing, each file in its own transaction. Returns the names applied.
 * Throws when a file that was applied has changed since: migrations are add-only.
 */
export async function migrate(db: Db, migrations: Migration[]): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`SELECT pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection)
    try {
      await sql`CREATE TABLE IF NOT EXISTS migration (
        name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`.execute(
        connection,
      )
      const { rows } = await sql<{ name: string; hash: string }>`SELECT name, hash FROM migration`.execute(
        connection,
      )
      const applied = new Map(rows.map((row) => [row.name, row.hash]))
      const done: string[] = []
      for (const { name, text } of migrations) {
        const hash = sha256(text)
        const known = applied.get(name)
        if (known !== undefined && known !== hash) {
          throw new Error(`migration ${name} was changed after it had been applied; add a new one instead`)
        }
        if (known === undefined) {
          await connection.transaction().execute(async (tx) => {
            await sql.raw(text).execute(tx)
            await sql`INSERT INTO migration (name, hash) VALUES (${name}, ${hash})`.execute(tx)
          })
          done.push(name)
        }
      }
      return done
    } finally {
      await sql`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection)
    }
  })
}
