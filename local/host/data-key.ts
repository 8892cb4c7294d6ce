import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const fileIn = (directory: string) => path.join(directory, 'data.key')

/** The key that is there: DATA_KEY, or the one kept in the data directory. */
export function findDataKey(directory: string, given: string | undefined): string | undefined {
  if (given !== undefined && given !== '') {
    return given
  }
  try {
    return readFileSync(fileIn(directory), 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined
    }
    throw error
  }
}

/** The key that seals phone numbers; when there is none it is made once and kept in the data directory. */
export function loadDataKey(directory: string, given: string | undefined): string {
  const found = findDataKey(directory, given)
  if (found !== undefined) {
    return found
  }
  keepDataKey(directory, randomBytes(32).toString('base64'))
  return readFileSync(fileIn(directory), 'utf8').trim()
}

/** Puts a key into a data directory that has none; throws when there is one. */
export function keepDataKey(directory: string, key: string): void {
  const file = fileIn(directory)
  mkdirSync(directory, { recursive: true })
  // Linked into place whole: half a key would lock everything that was sealed with it.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${key}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } finally {
    rmSync(draft)
  }
}
