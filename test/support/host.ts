import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export const ROOT = path.join(__dirname, '../..')
/** Milliseconds after which a start counts as failed; a first start fills the whole district. */
const START_MS = 180_000
/** Milliseconds that a polite stop may take before it is cut short. */
const STOP_MS = 10_000

const children = new Set<ChildProcess>()
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(1))
}

export interface HostOptions {
  dataDir: string
  databaseUrl?: string
  port?: number
  args?: string[]
  env?: Record<string, string>
}

/** A host that may or may not come up. */
export interface Child {
  pid: number
  /** Everything it has printed so far. */
  output(): string
  /** Exit code, or null when a signal ended it. */
  exited: Promise<number | null>
  /** Resolves with the address once the host listens; rejects when it ends before. */
  ready: Promise<string>
  /** kill -9, resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, as Ctrl-C would. */
  stop(): Promise<void>
}

export interface Host extends Child {
  url: string
  /** Milliseconds from spawning to listening. */
  startedIn: number
}

/** One process and no runner in front of it, so that kill -9 hits the host itself. */
export function spawnHost({ dataDir, databaseUrl, port = 0, args = [], env = {} }: HostOptions): Child {
  const { DATABASE_URL: _url, DATA_KEY: _key, HOST: _host, ...own } = process.env
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'local/main.ts'), '--no-build', ...args],
    {
      cwd: ROOT,
      env: {
        ...own,
        ...env,
        DATA_DIR: dataDir,
        PORT: String(port),
        HOST: '127.0.0.1',
        ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  children.add(child)
  let printed = ''
  let listening: (url: string) => void = () => undefined
  const opened = new Promise<string>((resolve) => (listening = resolve))
  const read = (chunk: Buffer) => {
    printed += chunk.toString()
    const found = /http:\/\/localhost:(\d+)/.exec(printed)
    if (found !== null) {
      listening(`http://127.0.0.1:${found[1]}`)
    }
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      children.delete(child)
      resolve(code)
    })
  })
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`the host did not start in time:\n${printed}`)), START_MS).unref()
  })
  const ended = exited.then((code) => {
    throw new Error(`the host ended with ${code} before it listened:\n${printed}`)
  })
  const ready = Promise.race([opened, ended, late])
  ready.catch(() => undefined) // asked for only by those who expect it to come up
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    exited,
    ready,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      const cut = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      await exited
      clearTimeout(cut)
    },
  }
}

export async function startHost(options: HostOptions): Promise<Host> {
  const started = Date.now()
  const child = spawnHost(options)
  const url = await child.ready
  return { ...child, url, startedIn: Date.now() - started }
}
