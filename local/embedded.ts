import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { createDb, type Db } from '~/cloudfunctions/core/db'

/** The directory is already owned by a running process. */
export class DirectoryInUse extends Error {
  constructor(readonly pid: number) {
    super(`data directory in use by process ${pid}`)
  }
}

export interface Embedded {
  db: Db
  pglite: PGlite
  close(): Promise<void>
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Start time of a process in clock ticks since boot, so that a recycled pid is not taken for the owner. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/**
 * Takes the lock file or throws DirectoryInUse: two processes on one directory lose writes silently. Returns how to
 * leave.
 */
export function takeDirectory(directory: string): () => void {
  const file = path.join(directory, 'owner.lock')
  const own = `${process.pid} ${startedAt(process.pid)}`
  // Linked into place whole: a lock that is seen half written would look like a dead owner's.
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, own)
  try {
    while (!tryLink(draft, file)) {
      const found = readIfThere(file)
      const owner = Number(found.split(' ')[0])
      if (owner > 0 && isAlive(owner) && startedAt(owner) === (found.split(' ')[1] ?? '')) {
        throw new DirectoryInUse(owner)
      }
      removeStale(file, found)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => rmSync(file, { force: true })
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false
    }
    throw error
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Moves a dead owner's lock aside; puts it back when another process took the lock in between. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return // somebody else has just removed it
  }
  if (readIfThere(aside) !== stale) {
    renameSync(aside, file)
    return
  }
  rmSync(aside, { force: true })
}

/** Opens the embedded database in `directory`, or in memory when it is undefined. */
export async function openEmbedded(directory?: string): Promise<Embedded> {
  if (directory !== undefined) {
    mkdirSync(directory, { recursive: true })
  }
  const unlock = directory === undefined ? () => undefined : takeDirectory(directory)
  try {
    const dataDir = directory === undefined ? undefined : path.join(directory, 'pg')
    const pglite = new PGlite({ ...(dataDir !== undefined && { dataDir }), extensions: { btree_gist } })
    await pglite.waitReady
    // One session only: node-postgres queues everybody behind it, which makes transactions serial.
    const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 })
    const db = createDb(pool)
    return {
      db,
      pglite,
      async close() {
        await db.destroy()
        await pglite.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
