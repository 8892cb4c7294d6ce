import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The key that seals phone numbers: DATA_KEY, or one made once and kept in the data directory. */
export function loadDataKey(directory: string, given: string | undefined): string {
  if (given !== undefined && given !== '') {
    return given
  }
  const file = path.join(directory, 'data.key')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw error
    }
  }
  mkdirSync(directory, { recursive: true })
  // Linked into place whole: half a key would lock everything that was sealed with it.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}
