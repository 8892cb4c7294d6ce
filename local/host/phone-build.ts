import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { PhoneState } from './views'

/** Folders whose newest file decides whether the build is outdated. */
const SOURCES = ['src', 'types', 'config']

/** The H5 app of the phone frame and the state it is in. */
export interface PhoneBuild {
  readonly directory: string
  state(): PhoneState
  /** Builds when something is missing or outdated. Resolves with the seconds it took, or undefined when fresh. */
  refresh(logFile: string): Promise<number | undefined>
  stop(): void
}

export function createPhoneBuild(root: string): PhoneBuild {
  const directory = path.join(root, 'dist/h5')
  const index = path.join(directory, 'index.html')
  let running: ChildProcess | undefined
  let failed = false
  let stopped = false
  return {
    directory,
    state() {
      if (running !== undefined) {
        return 'building'
      }
      return failed ? 'failed' : existsSync(index) ? 'ready' : 'missing'
    },
    async refresh(logFile) {
      const built = statSync(index, { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (built > Math.max(...SOURCES.map((folder) => newestIn(path.join(root, folder))))) {
        return undefined
      }
      const started = Date.now()
      try {
        running = runTaro(root, logFile)
        failed = !(await succeeded(running)) || !existsSync(index)
      } finally {
        running = undefined
      }
      if (failed && !stopped) {
        throw new Error(`手机界面没有构建成功,原因记在 ${logFile}`)
      }
      return stopped ? undefined : (Date.now() - started) / 1000
    },
    stop() {
      stopped = true
      running?.kill('SIGTERM')
    },
  }
}

function runTaro(root: string, logFile: string): ChildProcess {
  const log = createWriteStream(logFile)
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [cli, 'build', '--type', 'h5'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  return child
}

function succeeded(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** Time of the newest file below `folder` in milliseconds; 0 when there is none. */
function newestIn(folder: string): number {
  if (!existsSync(folder)) {
    return 0
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0)
}
