import { createWriteStream, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { consoleLog, type Log, type LogFields } from '~/cloudfunctions/core/log'

/** Size in bytes from which the log of earlier runs is put aside. */
const ROTATE_BYTES = 10 * 1024 * 1024

/** Lines go to host.log in the data directory, or to the terminal when `verbose`. */
export function openLog(directory: string, verbose: boolean): Log {
  if (verbose) {
    return consoleLog
  }
  const file = path.join(directory, 'host.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_BYTES) {
    renameSync(file, `${file}.1`)
  }
  const stream = createWriteStream(file, { flags: 'a' })
  const write = (level: string) => (event: string, fields?: LogFields) => {
    stream.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`)
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
