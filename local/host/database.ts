import path from 'node:path'
import { openPostgres, type Db } from '~/cloudfunctions/core/db'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { openEmbedded } from '../embedded'
import type { Options } from './options'

/** Connections to a PostgreSQL server; one host serves many requests at a time. */
const CONNECTIONS = 10

export interface Opened {
  db: Db
  close(): Promise<void>
}

/** The server named by DATABASE_URL, else the embedded database in the data directory, which only we may own. */
export async function openDatabase({ databaseUrl, dataDir }: Options): Promise<Opened> {
  if (databaseUrl === undefined) {
    return openEmbedded(dataDir)
  }
  const db = openPostgres(databaseUrl, CONNECTIONS)
  return { db, close: () => db.destroy() }
}

/** Applies missing migrations. Returns how many. */
export async function migrateDatabase(db: Db, root: string): Promise<number> {
  return (await migrate(db, await readMigrations(path.join(root, 'cloudfunctions/migrations')))).length
}
