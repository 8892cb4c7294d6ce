import { sql } from 'kysely'
import { openTarget } from './areas/target'
import { folderOf, migrationsOf, ROOT, runData, secretsOf, settleKey } from './data/command'
import { importData } from './data/import'
import { readManifest } from './data/manifest'

const STEPS = { checking: '正在核对文件', writing: '正在写入', comparing: '正在读回来核对' }

/** `npm run data:import -- FOLDER`: an export into an empty database, all of it or nothing. */
async function main(args: string[]): Promise<void> {
  const folder = folderOf(args, 'data:import')
  // Before the database is opened, which would make it.
  const manifest = await readManifest(folder, secretsOf(process.env), await migrationsOf(ROOT))
  const keepKey = settleKey(process.env)
  const target = await openTarget(ROOT, process.env)
  try {
    const onStep = (step: keyof typeof STEPS) => console.log(STEPS[step])
    const { tables, rows } = await importData(target.db, folder, manifest, { onStep })
    keepKey()
    // The embedded database takes none by itself, and its log is now as long as the data.
    await sql`CHECKPOINT`.execute(target.db).catch(() => undefined)
    console.log(`导入完成:${tables} 张表,${rows} 行,每张表都和导出时一模一样。`)
  } finally {
    await target.close()
  }
}

void runData(() => main(process.argv.slice(2)), '没有导入,什么都没有改')
