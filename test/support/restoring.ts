import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { sql } from 'kysely'
import { hasPostgres, programOf } from '~/bench/postgres'
import { openPostgres, type Db } from '~/cloudfunctions/core/db'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { migrationsOf, ROOT } from '~/local/data/command'
import { exportData } from '~/local/data/export'
import { importData } from '~/local/data/import'
import { readManifest } from '~/local/data/manifest'
import { makeDatabase, openOwnDb, type OwnDb } from './own-db'

/** A way to back a database up and to bring it back as another one. */
export interface Backup {
  name: string
  take(db: Db, folder: string): Promise<void>
  restore(folder: string, database: string): Promise<OwnDb>
}

const ownWay = (secrets: Secrets): Backup => ({
  name: 'data:export',
  async take(db, folder) {
    await exportData(db, secrets, folder)
  },
  async restore(folder, database) {
    const own = await openOwnDb(database, { plain: true })
    await migrate(own.db, await readMigrations(path.join(ROOT, 'cloudfunctions/migrations')))
    await importData(own.db, folder, await readManifest(folder, secrets, await migrationsOf(ROOT)))
    return own
  },
})

/** The way of the server itself. */
const dumpOf = (url: string): Backup => ({
  name: 'pg_dump',
  async take(db, folder) {
    const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(db)
    const address = new URL(url)
    address.pathname = `/${rows[0]?.name ?? ''}`
    execFileSync(programOf('pg_dump'), ['--format=custom', `--file=${folder}`, address.href])
  },
  async restore(folder, database) {
    const address = await makeDatabase(url, database, true)
    const to = [`--dbname=${address}`, '--no-owner', '--exit-on-error']
    execFileSync(programOf('pg_restore'), [...to, folder])
    const db = openPostgres(address, 2)
    return { db, close: () => db.destroy() }
  },
})

/** Every way that this run can try: the server's own one needs a server. */
export function backupsOf(secrets: Secrets): Backup[] {
  const url = process.env.TEST_DATABASE_URL
  return [ownWay(secrets), ...(url !== undefined && hasPostgres ? [dumpOf(url)] : [])]
}
