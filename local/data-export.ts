import { openSource } from './areas/target'
import { folderOf, runData, secretsOf } from './data/command'
import { exportData } from './data/export'
import { DataRefusal } from './data/refusal'

/** `npm run data:export -- FOLDER`: everything in the database as it is now, into a new folder. */
async function main(args: string[]): Promise<void> {
  const folder = folderOf(args, 'data:export')
  const source = await openSource(process.env)
  if (source === undefined) {
    throw new DataRefusal('数据目录里还没有数据库,没有可以导出的东西。')
  }
  try {
    const { tables, rows } = await exportData(source.db, secretsOf(process.env), folder)
    console.log(`导出完成:${tables} 张表,${rows} 行,在 ${folder}。`)
    console.log('里面有居民的资料,只给您自己看;电话号码是加密的,要用同一个 DATA_KEY 才打得开,请分开保管。')
  } finally {
    await source.close()
  }
}

void runData(() => main(process.argv.slice(2)), '没有导出')
