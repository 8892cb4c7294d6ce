import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { createDb, openPostgres, type Db } from '~/cloudfunctions/core/db'

const TEMPLATE = 'micro_grid_template'

/** True when the tests run against a PostgreSQL server, where several sessions can race. */
export const onServer = process.env.TEST_DATABASE_URL !== undefined

/** Makes the file's database out of the template; the one of the worker's file before goes. */
async function cloneTemplate(url: string): Promise<string> {
  const name = `micro_grid_test_${process.env.JEST_WORKER_ID ?? '1'}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  await admin.end()
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

let cloned: Promise<string> | undefined

/** The database of this test file: embedded, opened by the environment, or a clone of the template on the server. */
export async function openTestDb(): Promise<Db> {
  const url = process.env.TEST_DATABASE_URL
  if (url !== undefined) {
    cloned ??= cloneTemplate(url)
    return openPostgres(await cloned, 10)
  }
  const { openTestPglite } = globalThis as unknown as { openTestPglite(): Promise<PGlite> }
  return createDb(new pg.Pool({ ...createPgConfig(await openTestPglite()), max: 1, idleTimeoutMillis: 0 }))
}
