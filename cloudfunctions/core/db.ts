import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './schema'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>
/** What repositories take: the pool or a transaction. */
export type DbOrTx = Db | Tx

const { INT8, DATE } = pg.types.builtins
// An int8 fits a JavaScript number in everything we count (below 2^53).
pg.types.setTypeParser(INT8, Number)
// Dates stay text (YYYY-MM-DD): they have no zone, so a Date object would shift them.
pg.types.setTypeParser(DATE, String)

/** Kysely over any node-postgres pool; nested JSON keeps its keys. */
export function createDb(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/**
 * A PostgreSQL server (15 or later) by its address. An instance of an event function serves one request
 * at a time, so `connections` is 1 or 2 there; the one-machine host takes more.
 */
export function openPostgres(url: string, connections: number): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // Seconds of work no request of ours needs; a runaway query must not hold a connection.
    options: '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC',
  })
  pool.on('error', () => undefined) // an idle connection that breaks is replaced on next use
  // The pool listens only while a connection is idle. One that breaks between two statements of a transaction
  // would end the process; the next statement on it fails and is answered as UNAVAILABLE.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return createDb(pool)
}
