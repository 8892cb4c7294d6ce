import { spawn } from 'node:child_process'
import { makeCluster } from './postgres'

/** Signals that end the command, and this program after it: the cluster must not be left running. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** `tsx bench/with-postgres.ts COMMAND…` runs it with TEST_DATABASE_URL of a throw-away cluster. */
async function main([command, ...args]: string[]): Promise<number> {
  if (command === undefined) {
    console.error('which command?')
    return 1
  }
  const cluster = await makeCluster({ durable: false })
  const env = { ...process.env, TEST_DATABASE_URL: cluster.url }
  const child = spawn(command, args, { env, stdio: 'inherit' })
  ENDING.forEach((signal) => process.on(signal, () => child.kill(signal)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

// The cluster is removed when the process exits.
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
