import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { sql } from 'kysely'
import pg from 'pg'
import { createDb, openPostgres, type Db } from '~/cloudfunctions/core/db'

/** Made outside the sandbox of the test files, in which the database cannot load its parts. */
const { newPglite } = globalThis as unknown as { newPglite(): PGlite }

/** An empty database beside the file's, for tests that count whole tables; `name` is what a server calls it. */
export async function openOwnDb(name: string): Promise<{ db: Db; close(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) {
    const pglite = newPglite()
    const db = createDb(new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 }))
    return { db, close: () => db.destroy().then(() => pglite.close()) }
  }
  const admin = openPostgres(url, 1)
  await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(admin)
  await sql`CREATE DATABASE ${sql.id(name)}`.execute(admin)
  await admin.destroy()
  const address = new URL(url)
  address.pathname = `/${name}`
  const db = openPostgres(address.href, 2)
  return { db, close: () => db.destroy() }
}
