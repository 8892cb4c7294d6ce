import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Resident memory of a process in MB; `VmHWM` is the most it ever had. */
export function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}

export interface Bare {
  pid: number
  /** Milliseconds from spawning to the first answer of the database. */
  startedIn: number
  stop(): Promise<void>
}

/** The embedded database alone on a folder of its own. */
export async function startBare(folder: string): Promise<Bare> {
  const started = Date.now()
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'bare.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const leave = () => child.kill('SIGKILL')
  process.on('exit', leave)
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([
    new Promise((resolve) => child.stdout.once('data', resolve)),
    gone.then(() => {
      throw new Error('the bare database did not start')
    }),
  ])
  return {
    pid: child.pid ?? 0,
    startedIn: Date.now() - started,
    async stop() {
      child.kill('SIGTERM')
      await gone
      process.off('exit', leave)
    },
  }
}
