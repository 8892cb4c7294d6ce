import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { createDb, openPostgres, type Db } from '~/cloudfunctions/core/db'

const TEMPLATE = 'micro_grid_template'

/** True when the tests run against a PostgreSQL server, where several sessions can race. */
export const onServer = process.env.TEST_DATABASE_URL !== undefined

async function cloneTemplate(url: string): Promise<string> {
  const name = `micro_grid_test_${process.env.JEST_WORKER_ID ?? '1'}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  const { rows } = await admin.query<{ made: string }>(
    `SELECT oid::text AS made FROM pg_database WHERE datname = '${TEMPLATE}'`,
  )
  const comment = await admin.query<{ note: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1`,
    [name],
  )
  // A clone of an older template is thrown away; within one run the worker's database is kept.
  if (rowCount === 0 || comment.rows[0]?.note !== rows[0]?.made) {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
    await admin.query(`COMMENT ON DATABASE ${name} IS '${rows[0]?.made ?? ''}'`)
  }
  await admin.end()
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** The worker's database: the embedded one made by the environment, or a clone of the template on the server. */
export async function openTestDb(): Promise<Db> {
  const url = process.env.TEST_DATABASE_URL
  if (url !== undefined) {
    return openPostgres(await cloneTemplate(url), 10)
  }
  const { testPglite } = globalThis as unknown as { testPglite: PGlite }
  return createDb(new pg.Pool({ ...createPgConfig(testPglite), max: 1, idleTimeoutMillis: 0 }))
}
