import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importAreas } from './areas/import'
import { parseAreas } from './areas/parse'
import { DirectoryInUse } from './embedded'
import { openTarget } from './areas/target'

/** `npm run areas:import -- FILE.csv`: all of the file or nothing of it. Returns the exit code. */
async function main(file: string | undefined): Promise<number> {
  if (file === undefined) {
    console.error('请写上要导入的文件,例如 npm run areas:import -- data/pinggu-areas.csv')
    return 1
  }
  if (!existsSync(file)) {
    console.error(`找不到文件 ${file}`)
    return 1
  }
  const { areas, errors } = parseAreas(readFileSync(file, 'utf8'))
  if (errors.length > 0) {
    for (const { line, reason } of errors) {
      console.error(`第 ${line} 行: ${reason}`)
    }
    console.error(`共 ${errors.length} 处错误,什么都没有导入。改好以后再导入一次。`)
    return 1
  }
  const { db, close } = await openTarget(path.join(__dirname, '..'), process.env)
  try {
    const { added, changed, removed, kept } = await importAreas(db, areas)
    const unchanged = areas.length - added - changed
    console.log(`导入完成:新增 ${added},更新 ${changed},删除 ${removed},没有变化 ${unchanged}。`)
    if (kept > 0) {
      console.log(`另有 ${kept} 个区域不在文件里,但已有记录用到,保留不动。`)
    }
  } finally {
    await close()
  }
  return 0
}

void main(process.argv[2])
  .catch((error: unknown) => {
    console.error(
      error instanceof DirectoryInUse
        ? `这个数据目录正被另一个进程(编号 ${error.pid})使用,请先停掉它再导入。`
        : `没有导入,什么都没有改:${error instanceof Error ? error.message : String(error)}`,
    )
    return 1
  })
  .then((code) => {
    process.exitCode = code
  })
