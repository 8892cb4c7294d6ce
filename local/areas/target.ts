import { existsSync } from 'node:fs'
import path from 'node:path'
import { openPostgres, type Db } from '~/cloudfunctions/core/db'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { openEmbedded } from '../embedded'

export interface Target {
  db: Db
  /** Where the data key and, when embedded, the database are kept. */
  dataDir: string
  close(): Promise<void>
}

/** A command needs one connection for its work and one to spare. */
const CONNECTIONS = 2

/** The database that `npm start` would open with the same environment, its tables up to date. */
export async function openTarget(root: string, env: Record<string, string | undefined>): Promise<Target> {
  const dataDir = path.resolve(env.DATA_DIR ?? '.data')
  const { db, close } = env.DATABASE_URL
    ? onServer(openPostgres(env.DATABASE_URL, CONNECTIONS))
    : await openEmbedded(dataDir)
  try {
    await migrate(db, await readMigrations(path.join(root, 'cloudfunctions/migrations')))
    return { db, dataDir, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same database as it is: what is only read must not be changed for it. Undefined when there is none yet. */
export async function openSource(env: Record<string, string | undefined>): Promise<Target | undefined> {
  const dataDir = path.resolve(env.DATA_DIR ?? '.data')
  if (env.DATABASE_URL) {
    return { dataDir, ...onServer(openPostgres(env.DATABASE_URL, CONNECTIONS)) }
  }
  return existsSync(path.join(dataDir, 'pg')) ? { dataDir, ...(await openEmbedded(dataDir)) } : undefined
}

function onServer(db: Db): { db: Db; close(): Promise<void> } {
  return { db, close: () => db.destroy() }
}
