import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { createDb, openPostgres, type Db } from '~/cloudfunctions/core/db'
import { cloneTemplate } from './clone'

/** True when the tests run against a PostgreSQL server, where several sessions can race. */
export const onServer = process.env.TEST_DATABASE_URL !== undefined

let cloned: Promise<string> | undefined

/** The database of this test file: embedded, opened by the environment, or a clone of the template on the server. */
export async function openTestDb(): Promise<Db> {
  const url = process.env.TEST_DATABASE_URL
  if (url !== undefined) {
    cloned ??= cloneTemplate(url, `micro_grid_test_${process.env.JEST_WORKER_ID ?? '1'}`)
    return openPostgres(await cloned, 10)
  }
  const { openTestPglite } = globalThis as unknown as { openTestPglite(): Promise<PGlite> }
  return createDb(new pg.Pool({ ...createPgConfig(await openTestPglite()), max: 1, idleTimeoutMillis: 0 }))
}
