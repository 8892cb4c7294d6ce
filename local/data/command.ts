import path from 'node:path'
import { createSecrets, sha256, type Secrets } from '~/cloudfunctions/core/crypto'
import { readMigrations } from '~/cloudfunctions/core/migrate'
import { DirectoryInUse } from '../embedded'
import { findDataKey, keepDataKey } from '../host/data-key'
import type { AppliedMigration } from './catalogue'
import { DataRefusal } from './refusal'

export const ROOT = path.join(__dirname, '../..')

export type Environment = Record<string, string | undefined>

/** The folder named on the command line. */
export function folderOf(args: string[], command: string): string {
  const [folder, ...more] = args
  if (folder === undefined || more.length > 0) {
    throw new DataRefusal(`请写上一个目录,例如 npm run ${command} -- backup/2026-03-05`)
  }
  return path.resolve(folder)
}

/** The key that the data is sealed with. A new one is never made here: it would open nothing. */
export function secretsOf(env: Environment): Secrets {
  const key = findDataKey(path.resolve(env.DATA_DIR ?? '.data'), env.DATA_KEY)
  if (key === undefined) {
    throw new DataRefusal('没有找到 DATA_KEY。请设上环境变量 DATA_KEY,或者把原来数据目录里的 data.key 拷过来。')
  }
  try {
    return createSecrets(key)
  } catch {
    throw new DataRefusal('DATA_KEY 不对:要是 32 字节的 base64。')
  }
}

/**
 * The embedded database is started again without DATA_KEY, by the key that lies beside it: it must be this one. Returns
 * how to put it there where there is none yet.
 */
export function settleKey(env: Environment): () => void {
  const directory = path.resolve(env.DATA_DIR ?? '.data')
  const kept = findDataKey(directory, undefined)
  const given = env.DATA_KEY
  if (env.DATABASE_URL || !given || kept === given) {
    return () => undefined
  }
  if (kept !== undefined) {
    throw new DataRefusal('数据目录里的 data.key 和 DATA_KEY 不一样,以后会打不开电话号码。请换一个新的数据目录。')
  }
  return () => keepDataKey(directory, given)
}

/** The migrations of this program, as a database that has had them all tells it. */
export async function migrationsOf(root: string): Promise<AppliedMigration[]> {
  const migrations = await readMigrations(path.join(root, 'cloudfunctions/migrations'))
  return migrations.map(({ name, text }) => ({ name, hash: sha256(text) }))
}

/** Runs a command to its exit code; what goes wrong is said in a sentence. */
export async function runData(command: () => Promise<void>, undone: string): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(explain(error, undone))
    process.exitCode = 1
  }
}

function explain(error: unknown, undone: string): string {
  if (error instanceof DirectoryInUse) {
    return `这个数据目录正被另一个进程(编号 ${error.pid})使用,请先停掉它再来。`
  }
  if (error instanceof DataRefusal) {
    return error.message
  }
  return `${undone}:${error instanceof Error ? error.message : String(error)}`
}
