import { spawn } from 'node:child_process'
import path from 'node:path'
import { ROOT } from '~/local/data/command'

export interface Run {
  /** Null when a signal ended it. */
  code: number | null
  /** Everything it printed. */
  output: string
}

/** A command of local/ in a process of its own, with nothing of our database; `onOutput` is told what it printed so far. */
export function runCommand(
  command: string,
  args: string[],
  env: Record<string, string>,
  onOutput: (output: string, kill: () => void) => void = () => undefined,
): Promise<Run> {
  const { DATABASE_URL: _url, DATA_KEY: _key, DATA_DIR: _dir, ...own } = process.env
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, `local/${command}.ts`), ...args],
    {
      cwd: ROOT,
      env: { ...own, ...env },
    },
  )
  let output = ''
  const read = (chunk: Buffer) => {
    output += chunk.toString()
    onOutput(output, () => child.kill('SIGKILL'))
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}
