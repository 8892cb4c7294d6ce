import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { importAreas } from '../areas/import'
import { parseAreas } from '../areas/parse'
import { openTarget, type Target } from '../areas/target'
import { DirectoryInUse } from '../embedded'
import { loadDataKey } from '../host/data-key'
import { OptionError, parseOptions } from '../host/options'
import { seed } from '../seed'
import { createProgress } from './progress'

const ROOT = path.join(__dirname, '../..')
const AREAS_FILE = 'data/pinggu-areas.csv'

/** `npx tsx local/seed.ts [--scale full] [--seed N]` on the database that `npm start` would open. */
export async function runCommand(args: string[], env: Record<string, string | undefined>): Promise<void> {
  try {
    const { scale, seed: number } = parseOptions(args, env)
    const target = await openTarget(ROOT, env)
    try {
      await fill(target, scale, number, env.DATA_KEY)
    } finally {
      await target.close()
    }
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
  }
}

async function fill(
  { db, dataDir }: Target,
  scale: 'demo' | 'full',
  number: number,
  key?: string,
): Promise<void> {
  const area = await db.selectFrom('area').select('code').limit(1).executeTakeFirst()
  if (area === undefined) {
    const { areas } = parseAreas(await readFile(path.join(ROOT, AREAS_FILE), 'utf8'))
    await importAreas(db, areas)
  }
  const secrets = createSecrets(loadDataKey(dataDir, key))
  const onProgress = createProgress(process.stderr, '演示居民')
  const report = await seed(db, secrets, { scale, seed: number, now: new Date(), onProgress })
  const { skipped, households, residents, users, staff } = report
  const people = `${households} 户、${residents} 位居民,${users} 人用过小程序,其中 ${staff} 人有岗位`
  console.log(skipped ? `演示数据早已造好:${people}。` : `演示数据造好了:${people}。`)
}

function explain(error: unknown): string {
  if (error instanceof DirectoryInUse) {
    return `这个数据目录正被另一个进程(编号 ${error.pid})使用,请先停掉它再造演示数据。`
  }
  if (error instanceof OptionError) {
    return error.message
  }
  return `演示数据没有造完,可以再运行一次接着造:${error instanceof Error ? error.message : String(error)}`
}
