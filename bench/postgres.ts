import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const BIN = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin'

/** True when a cluster can be made on this machine. */
export const hasPostgres = existsSync(path.join(BIN, 'initdb'))

/** Where a program of PostgreSQL lies. */
export const programOf = (name: string) => path.join(BIN, name)

export interface Cluster {
  url: string
  port: number
  /** Runs a program of PostgreSQL against the cluster. */
  run(program: string, args: string[]): string
  start(): void
  /** `immediate` is what a power cut leaves behind. */
  stop(how?: 'fast' | 'immediate'): void
  /** Stops it and removes its files. */
  remove(): void
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** PostgreSQL refuses to run as root. */
function asPostgres(program: string, args: string[], cwd: string): string {
  const file = programOf(program)
  const [command, all] =
    process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', file, ...args]] : [file, args]
  return execFileSync(command, all, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** For tests, of which none pulls the plug: commits are not waited for, and a database is made in no time. */
const FORGETFUL = ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'

/**
 * A throw-away PostgreSQL cluster with the settings of a plain installation: fsync on, commits waited for. Without
 * `durable` it forgets what it was told when the machine stops.
 */
export async function makeCluster({ durable = true } = {}): Promise<Cluster> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-pg-'))
  if (process.getuid?.() === 0) {
    execFileSync('chown', ['postgres', home])
  }
  chmodSync(home, 0o700)
  const data = path.join(home, 'data')
  const port = await freePort()
  const run = (program: string, args: string[]) => asPostgres(program, args, os.tmpdir())
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home}${durable ? ' -c fsync=on' : FORGETFUL}`
  let running = false
  const cluster: Cluster = {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    port,
    run,
    start() {
      run('pg_ctl', ['-D', data, '-l', path.join(home, 'log'), '-o', options, '-w', '-t', '60', 'start'])
      running = true
    },
    stop(how = 'fast') {
      if (running) {
        running = false
        run('pg_ctl', ['-D', data, '-m', how, '-w', '-t', '60', 'stop'])
      }
    },
    remove() {
      process.off('exit', cluster.remove)
      cluster.stop('immediate')
      rmSync(home, { recursive: true, force: true })
    },
  }
  process.on('exit', cluster.remove)
  cluster.start()
  return cluster
}
