import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { sql } from 'kysely'
import pg from 'pg'
import { createDb, openPostgres, type Db } from '~/cloudfunctions/core/db'

/** Made outside the sandbox of the test files, in which the database cannot load its parts. */
const { newPglite } = globalThis as unknown as { newPglite(): PGlite }

export interface OwnDb {
  db: Db
  close(): Promise<void>
}
interface OwnOptions {
  /** Belongs to a role that may do nothing else, as on a managed server. */
  plain?: boolean
}

const PLAIN_ROLE = 'micro_grid_plain'

/** An empty database in memory, whatever the other tests run on. */
export function openEmbeddedDb(): OwnDb {
  const pglite = newPglite()
  const db = createDb(new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 }))
  return { db, close: () => db.destroy().then(() => pglite.close()) }
}

/** An empty database beside the file's, for tests that count whole tables; `name` is what a server calls it. */
export async function openOwnDb(name: string, { plain = false }: OwnOptions = {}): Promise<OwnDb> {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) {
    return openEmbeddedDb()
  }
  const db = openPostgres(await makeDatabase(url, name, plain), 2)
  return { db, close: () => db.destroy() }
}

/** Makes an empty database on the server; returns its address. */
export async function makeDatabase(url: string, name: string, plain: boolean): Promise<string> {
  const admin = openPostgres(url, 1)
  await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(admin)
  await sql`CREATE DATABASE ${sql.id(name)}`.execute(admin)
  const address = new URL(url)
  address.pathname = `/${name}`
  if (plain) {
    await sql`SELECT FROM pg_roles WHERE rolname = ${PLAIN_ROLE}`
      .execute(admin)
      .then(({ rows }) =>
        rows.length > 0
          ? undefined
          : sql`CREATE ROLE ${sql.id(PLAIN_ROLE)} LOGIN PASSWORD 'plain'`.execute(admin),
      )
    await sql`ALTER DATABASE ${sql.id(name)} OWNER TO ${sql.id(PLAIN_ROLE)}`.execute(admin)
    Object.assign(address, { username: PLAIN_ROLE, password: 'plain' })
  }
  await admin.destroy()
  return address.href
}
