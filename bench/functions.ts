import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openPostgres } from '~/cloudfunctions/core/db'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { openGateway } from '~/test/functions/support/gateway'
import { installFunctions } from '~/test/functions/support/install'
import { startInstance } from '~/test/functions/support/instance'
import { fromEnv, heading, line, ranged, ratios } from './figures'
import { makeCluster } from './postgres'

const ROUNDS = fromEnv('ROUNDS', 5)
const NAMES = ['api', 'jobs', 'push'] as const
const APPID = 'wxbench000000000'
/** A function that does nothing but load the SDK of the cloud, as every function must. */
const BARE = "require('@cloudbase/node-sdk'); exports.main = async () => 0\n"

/** Cold start of the bundles: from spawning an instance to having loaded it, and on to its first answer. */
export async function benchFunctions(): Promise<void> {
  heading(
    `cold start of the functions, ${ROUNDS} rounds, ms (baseline: an instance with the cloud's SDK alone)`,
  )
  const cluster = await makeCluster({ durable: false })
  const db = openPostgres(cluster.url, 1)
  await migrate(db, await readMigrations(path.join(__dirname, '../cloudfunctions/migrations')))
  await db.destroy()
  const gateway = await openGateway(APPID)
  const folder = installFunctions([...NAMES])
  mkdirSync(path.join(folder, 'bare'))
  writeFileSync(path.join(folder, 'bare/index.js'), BARE)
  const variables = {
    ...{ WX_APPID: APPID, WX_SECRET: 'none', DATABASE_URL: cluster.url },
    DATA_KEY: randomBytes(32).toString('base64'),
  }
  const loaded = new Map<string, number[]>([...NAMES, 'bare'].map((name) => [name, []]))
  const first: number[] = []
  const second: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of ['bare', ...NAMES]) {
        const instance = await startInstance(path.join(folder, name), variables, gateway.url)
        loaded.get(name)?.push(instance.startedIn)
        if (name === 'api') {
          const enter = async () => {
            const started = performance.now()
            await instance.call({ action: 'me.enter', input: {} }, { openid: `bench-${round}` })
            return performance.now() - started
          }
          first.push(await enter())
          second.push(await enter())
        }
        await instance.stop()
      }
    }
  } finally {
    await gateway.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const bare = loaded.get('bare') ?? []
  line('SDK alone, spawned to loaded', ranged(bare))
  for (const name of NAMES) {
    const times = loaded.get(name) ?? []
    const size = statSync(path.join(__dirname, `../dist/cloudfunctions/${name}/index.js`)).size
    line(`${name}, ${Math.round(size / 1024)} KB, spawned to loaded`, ranged(times), ratios(times, bare))
  }
  line('api, first answer (opens its connection)', ranged(first))
  line('api, second answer', ranged(second), ratios(second, first))
}
